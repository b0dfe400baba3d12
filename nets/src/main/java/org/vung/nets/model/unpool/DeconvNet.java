package org.vung.nets.model.unpool;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.model.backbone.Vgg;

/**
 * The deconvolution network (Noh, Hong &amp; Han 2015, "Learning deconvolution network for semantic segmentation",
 * arXiv:1505.04366), its table 1: VGG16 down to a vector of 4096 numbers, then unpooling and transposed convolutions up
 * again. The encoder is named as torchvision's {@code vgg16_bn}.
 *
 * <p>Differs from the paper: no proposals and no ensemble with an FCN; those are ways to use it.
 */
public final class DeconvNet {

    private static final int VECTOR = 4096;

    private final GraphBuilder net;

    private DeconvNet(GraphBuilder net) {
        this.net = net;
    }

    /**
     * Makes the network.
     *
     * @param classes of the answer, 21 in the paper
     * @param size of the image, at least 224 along both axes and a multiple of 32; 224×224 in the paper
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(int classes, Extent size) {
        DeconvNet deconvNet = new DeconvNet(Graph.builder("deconvnet"));
        GraphBuilder net = deconvNet.net;
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        List<Vgg.Block> blocks = Vgg.VGG16.features(net, "", image, Vgg.Variant.NORMED);
        String last = deconvNet.throughVector(Vgg.last(blocks));
        for (int block = blocks.size() - 1; block >= 0; block--) {
            last = deconvNet.enlarged(block, last, blocks.get(block));
        }
        return net.output("out", net.add("score", Convolution.of(net.channels(last), classes, 1), last))
                .build();
    }

    /** [512, 7, 7] to [4096, 1, 1] and back. */
    private String throughVector(String map) {
        String six = new Sequential(net, "fc6", map)
                .normed(Convolution.of(net.channels(map), VECTOR, 7))
                .last();
        String seven = new Sequential(net, "fc7", six)
                .normed(Convolution.of(VECTOR, VECTOR, 1))
                .last();
        return normed("deconv6", seven, TransposedConvolution.of(VECTOR, net.channels(map), 7, 1));
    }

    private String enlarged(int block, String map, Vgg.Block encoder) {
        String number = String.valueOf(block + 1);
        String last = net.add("unpool" + number, MaxUnpool.of(MaxPool.of(2, 2)), map, encoder.pool(), encoder.last());
        int part = 1;
        for (int channels : channels(block)) {
            TransposedConvolution same =
                    TransposedConvolution.of(net.channels(last), channels, 3, 1).withPadding(Padding.of(1));
            last = normed("deconv" + number + "_" + part, last, same);
            part++;
        }
        return last;
    }

    /** As many as the encoder's block has, the last of them of the block above. */
    private static List<Integer> channels(int block) {
        List<Integer> channels = new ArrayList<>();
        for (int i = 1; i < Vgg.VGG16.convolutions().get(block); i++) {
            channels.add(Vgg.channels().get(block));
        }
        channels.add(Vgg.channels().get(Math.max(0, block - 1)));
        return channels;
    }

    private String normed(String name, String input, TransposedConvolution convolution) {
        return new Sequential(net, name, input).add(convolution).norm().relu().last();
    }
}
