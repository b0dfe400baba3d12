package org.vung.nets.model.fcn;

import java.util.List;
import java.util.Locale;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.model.backbone.Vgg;

/**
 * FCN (Long, Shelhamer &amp; Darrell 2015, "Fully convolutional networks for semantic segmentation", arXiv:1411.4038) as its
 * reference code has it: 100 pixels of padding, poolings that round up, scores that start at 0, bilinear enlargement without
 * bias, crops at fixed offsets. VGG's nodes are named as in torchvision, the others as in the reference code.
 *
 * <p>With another width all channels of VGG, of its two fully connected layers too, are fewer or more in proportion.
 *
 * <p>Differs from the reference: every enlargement may be trained, where it fixes the last one; fused scores are not scaled as
 * its "at once" variant does.
 */
public final class Fcn {

    /** Pixels per score at which the classes are told apart before the last enlargement. */
    public enum Stride {
        /** From the last maps alone. */
        FCN32S(32, 19),
        /** With the fourth pooling. */
        FCN16S(16, 27),
        /** With the fourth and the third pooling. */
        FCN8S(8, 31);

        private final int pixels;
        private final int offset;

        Stride(int pixels, int offset) {
            this.pixels = pixels;
            this.offset = offset;
        }
    }

    private static final int CONNECTED = 4096; // channels of the fully connected layers at VGG's own width
    private static final int POOL4_OFFSET = 5;
    private static final int POOL3_OFFSET = 9;

    private final GraphBuilder net;
    private final Options options;

    private Fcn(GraphBuilder net, Options options) {
        this.net = net;
        this.options = options;
    }

    /**
     * What can be chosen.
     *
     * @param vgg the backbone, 16 in the paper
     * @param width channels of its first block, 64 in the paper
     * @param classes of the answer, 21 in the paper
     * @param size of the image
     */
    public record Options(Vgg vgg, int width, int classes, Extent size) {}

    /**
     * Makes the network.
     *
     * @param stride which of the three
     * @param options what is chosen
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(Stride stride, Options options) {
        Fcn fcn = new Fcn(Graph.builder(stride.name().toLowerCase(Locale.ROOT)), options);
        String image = fcn.net.input(
                "image", new Shape(3, options.size().rows(), options.size().columns()));
        Vgg.Variant variant = new Vgg.Variant(false, 100, true, 5, options.width());
        List<Vgg.Block> blocks = options.vgg().features(fcn.net, "", image, variant);
        String scores = fcn.scores(Vgg.last(blocks));
        if (stride != Stride.FCN32S) {
            String twice = fcn.enlarged("upscore2", scores, 2);
            scores = fcn.fused("pool4", blocks.get(3).pool(), twice, POOL4_OFFSET);
        }
        if (stride == Stride.FCN8S) {
            String twice = fcn.enlarged("upscore_pool4", scores, 2);
            scores = fcn.fused("pool3", blocks.get(2).pool(), twice, POOL3_OFFSET);
        }
        String name = stride == Stride.FCN32S ? "upscore" : "upscore" + stride.pixels;
        String whole = fcn.enlarged(name, scores, stride.pixels);
        return fcn.net
                .output("out", fcn.net.add("score", new CropLike(stride.offset), whole, image))
                .build();
    }

    /** The classifier of VGG as convolutions, and the scores. */
    private String scores(String map) {
        int connected = CONNECTED / Vgg.WIDTH * options.width();
        String six = dropped("6", Convolution.of(net.channels(map), connected, 7), map);
        String seven = dropped("7", Convolution.of(connected, connected, 1), six);
        return score("score_fr", seven);
    }

    private String dropped(String number, Convolution convolution, String input) {
        String active = net.relu("relu" + number, net.add("fc" + number, convolution, input));
        return net.add("drop" + number, new Dropout(0.5, false), active);
    }

    private String score(String name, String map) {
        return net.add(
                name, Convolution.of(net.channels(map), options.classes(), 1).withStart(Start.ZERO), map);
    }

    private String enlarged(String name, String scores, int factor) {
        TransposedConvolution bilinear = TransposedConvolution.of(
                        options.classes(), options.classes(), 2 * factor, factor)
                .withoutBias()
                .withStart(Start.BILINEAR);
        return net.add(name, bilinear, scores);
    }

    private String fused(String pool, String map, String scores, int offset) {
        String own = score("score_" + pool, map);
        String cropped = net.add("score_" + pool + "c", new CropLike(offset), own, scores);
        return net.add("fuse_" + pool, new Add(), scores, cropped);
    }
}
