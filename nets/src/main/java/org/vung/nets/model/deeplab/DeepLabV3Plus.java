package org.vung.nets.model.deeplab;

import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.ResNet;

/**
 * DeepLab v3+ (Chen et al. 2018, "Encoder-decoder with atrous separable convolution for semantic image segmentation",
 * arXiv:1802.02611): DeepLab v3 at output stride 16, and a decoder that adds 48 channels of fine maps at stride 4.
 *
 * <p>Differs from the paper: plain instead of separable convolutions, torchvision's ResNet for the backbone. Node names are
 * our own but for the backbone's.
 */
public final class DeepLabV3Plus {

    private static final List<Integer> RATES = List.of(6, 12, 18);
    private static final int FINE = 48;

    private DeepLabV3Plus() {}

    /**
     * Makes the network.
     *
     * @param backbone ResNet of bottlenecks
     * @param classes of the answer
     * @param size of the image
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(ResNet backbone, int classes, Extent size) {
        GraphBuilder net = Graph.builder("deeplabv3plus-" + backbone);
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        List<String> stages = backbone.stages(net, "backbone.", image, ResNet.Trunk.WHOLE.withOutputStride(16));
        String pyramid = Aspp.on(net, "aspp", stages.get(4), RATES); // [256, H/16, W/16]
        String both = joined(net, stages.get(1), pyramid); // [304, H/4, W/4]
        String scores = new Sequential(net, "decoder.refine", both)
                .normed(three(net.channels(both)))
                .normed(three(Aspp.CHANNELS))
                .add(Convolution.of(Aspp.CHANNELS, classes, 1))
                .last();
        FcnHead.answer(net, "out", scores, image);
        return net.build();
    }

    private static String joined(GraphBuilder net, String fineMap, String pyramid) {
        String fine = new Sequential(net, "decoder.fine", fineMap)
                .normed(Convolution.of(net.channels(fineMap), FINE, 1).withoutBias())
                .last();
        String coarse = net.add("decoder.enlarge", new Resize(Interpolation.BILINEAR), pyramid, fine);
        return net.add("decoder.concatenate", new Concatenate(), coarse, fine);
    }

    private static Convolution three(int in) {
        return Convolution.of(in, Aspp.CHANNELS, 3).withPadding(1).withoutBias();
    }
}
