package org.vung.nets.model.unpool;

import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.Vgg;

/**
 * SegNet (Badrinarayanan, Kendall &amp; Cipolla 2017, "SegNet: a deep convolutional encoder-decoder architecture for image
 * segmentation", arXiv:1511.00561): VGG16's convolutions and their mirror image, which enlarges by unpooling. The encoder is
 * named as torchvision's {@code vgg16_bn}.
 *
 * <p>Differs from the paper: the input is not normalised by local contrast inside the network.
 */
public final class SegNet {

    private SegNet() {}

    /**
     * Makes the network.
     *
     * @param classes of the answer, 11 for CamVid in the paper
     * @param size of the image, at least 32 along both axes; 360×480 in the paper
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(int classes, Extent size) {
        GraphBuilder net = Graph.builder("segnet");
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        List<Vgg.Block> blocks = Vgg.VGG16.features(net, "", image, Vgg.Variant.NORMED);
        String last = Vgg.last(blocks);
        for (int block = blocks.size() - 1; block >= 1; block--) {
            String large = unpooled(net, block, last, blocks.get(block));
            int below = Vgg.channels().get(block - 1);
            last = mirrored(net, block, large)
                    .normed(three(net.channels(large), below))
                    .last();
        }
        String large = unpooled(net, 0, last, blocks.get(0));
        String scores =
                mirrored(net, 0, large).add(three(net.channels(large), classes)).last();
        return net.output("out", scores).build();
    }

    private static String unpooled(GraphBuilder net, int block, String map, Vgg.Block encoder) {
        return net.add("unpool" + (block + 1), MaxUnpool.of(MaxPool.of(2, 2)), map, encoder.pool(), encoder.last());
    }

    /** All convolutions of the mirrored block but the one that changes the channels. */
    private static Sequential mirrored(GraphBuilder net, int block, String map) {
        Sequential chain = new Sequential(net, "decoder." + (block + 1), map);
        for (int i = 1; i < Vgg.VGG16.convolutions().get(block); i++) {
            chain.normed(three(chain.channels(), chain.channels()));
        }
        return chain;
    }

    private static Convolution three(int in, int out) {
        return Convolution.of(in, out, 3).withPadding(1);
    }
}
