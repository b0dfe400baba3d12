package org.vung.nets.model.deeplab;

import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.ResNet;

/**
 * torchvision's FCN: a ResNet dilated to an output stride of 8 and a head of two convolutions; the second answer
 * {@code aux}, from the layer before the last, is for training.
 *
 * <p>Differs from the paper (Long, Shelhamer &amp; Darrell 2015, arXiv:1411.4038): no skips, bilinear enlargement by 8 that is
 * not learned, a ResNet for the VGG.
 */
public final class FcnResNet {

    private FcnResNet() {}

    /**
     * Makes the network.
     *
     * @param backbone ResNet of bottlenecks
     * @param classes of the answer
     * @param size of the image
     * @return [3, H, W] → {@code out} and {@code aux}, both [classes, H, W]
     */
    public static Graph of(ResNet backbone, int classes, Extent size) {
        GraphBuilder net = Graph.builder("fcn-" + backbone);
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        List<String> stages = backbone.stages(net, "backbone.", image, ResNet.Trunk.WHOLE.withOutputStride(8));
        String scores = FcnHead.on(net, "classifier", stages.get(4), classes); // [classes, H/8, W/8]
        FcnHead.answer(net, "out", scores, image);
        FcnHead.answer(net, "aux", FcnHead.on(net, "aux_classifier", stages.get(3), classes), image);
        return net.build();
    }
}
