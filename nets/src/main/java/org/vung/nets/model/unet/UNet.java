package org.vung.nets.model.unet;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.Encoder;

/**
 * U-Net as one builds it today: [channels, H, W] → [classes, H, W].
 *
 * <p>Differs from the paper (Ronneberger, Fischer &amp; Brox 2015, arXiv:1505.04597): zeros around every convolution, so that
 * nothing is cropped; batch normalisation; nearest-neighbour enlargement instead of the 2×2 up-convolution, which fits any
 * image size. With a stride of 2 or 4 everything happens at a half or a quarter of the resolution: a strided convolution comes
 * before it and a bilinear enlargement of the scores behind it, for 4 or 16 times fewer operations and as much wider a view. With
 * an encoder and a width of 16 it is the Unet of segmentation_models.pytorch 0.3, under the same names.
 */
public final class UNet {

    private final GraphBuilder net = Graph.builder("unet");
    private final Options options;

    private UNet(Options options) {
        this.options = options;
    }

    /**
     * What can be chosen.
     *
     * @param input shape of the image
     * @param classes of the answer, at least 1
     * @param width channels at the last, finest step of the expanding path; each step below has twice as many
     * @param depth how often the resolution is halved
     * @param encoder the contracting path
     * @param stride pixels along each axis that one place of the finest maps stands for: 1, 2 or 4; 1 with an encoder, which has
     *     strides of its own
     */
    public record Options(Shape input, int classes, int width, int depth, Encoder encoder, int stride) {

        /** Checks every value. */
        public Options {
            positive("classes", classes);
            positive("width", width);
            if (depth < 1 || depth > 8) {
                throw new IllegalArgumentException("depth must be 1 … 8, got " + depth);
            }
            if (stride != 1 && stride != 2 && stride != 4) {
                throw new IllegalArgumentException("stride must be 1, 2 or 4, got " + stride);
            }
            if (stride > 1 && encoder != Encoder.NONE) {
                throw new IllegalArgumentException(
                        "stride must be 1 with an encoder, got " + stride + " with " + encoder);
            }
        }

        /**
         * What suits an encoder: width 32 and depth 4 without one; with one all its maps, depth 5, and the width 16 of
         * segmentation_models.pytorch.
         *
         * @param input shape of the image
         * @param classes of the answer, at least 1
         * @param encoder the contracting path
         * @return the options
         */
        public static Options suiting(Shape input, int classes, Encoder encoder) {
            boolean own = encoder == Encoder.NONE;
            return new Options(input, classes, own ? 32 : 16, own ? 4 : 5, encoder, 1);
        }

        /**
         * Another width.
         *
         * @param channels at the finest step
         * @return a copy
         */
        public Options withWidth(int channels) {
            return new Options(input, classes, channels, depth, encoder, stride);
        }

        /**
         * Another depth.
         *
         * @param halvings of the resolution
         * @return a copy
         */
        public Options withDepth(int halvings) {
            return new Options(input, classes, width, halvings, encoder, stride);
        }

        /**
         * Another stride.
         *
         * @param pixels a place of the finest maps
         * @return a copy
         */
        public Options withStride(int pixels) {
            return new Options(input, classes, width, depth, encoder, pixels);
        }

        private static void positive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, got " + value);
            }
        }
    }

    /**
     * Makes the network.
     *
     * @param options what is chosen
     * @return the graph, its answer before any softmax
     */
    public static Graph of(Options options) {
        UNet unet = new UNet(options);
        String image = unet.net.input("image", options.input());
        List<String> maps = options.encoder() == Encoder.NONE
                ? unet.contract(unet.stem(image))
                : options.encoder().maps(unet.net, image, options.depth());
        return unet.expand(image, maps);
    }

    /** [width, H / stride, W / stride], rounded up; the image itself at stride 1. */
    private String stem(String image) {
        int stride = options.stride();
        if (stride == 1) {
            return image;
        }
        Convolution strided = Convolution.of(net.channels(image), options.width(), 2 * stride - 1)
                .withStride(stride)
                .withPadding(stride - 1)
                .withoutBias();
        return new Sequential(net, "stem", image).normed(strided).last();
    }

    /** Maps at 1, 2, 4 … 2^depth times the stride. */
    private List<String> contract(String image) {
        List<String> maps = new ArrayList<>();
        String last = image;
        for (int level = 0; level <= options.depth(); level++) {
            last = level == 0 ? last : net.add("encoder." + level + ".pool", MaxPool.of(2, 2), last);
            last = twoConvolutions("encoder." + level, last, options.width() << level);
            maps.add(last);
        }
        return maps;
    }

    private Graph expand(String image, List<String> maps) {
        int below = maps.size() - 1;
        String last = options.encoder().isVgg() ? centre(maps.get(below)) : maps.get(below);
        for (int block = 0; block < options.depth(); block++) {
            below--;
            String name = "decoder.blocks." + block;
            last = below < 0
                    ? enlarged(name, last, image)
                    : net.add(
                            name + ".concatenate",
                            new Concatenate(),
                            enlarged(name, last, maps.get(below)),
                            maps.get(below));
            last = decoded(name, last, options.width() << (options.depth() - 1 - block));
        }
        Convolution head =
                Convolution.of(net.channels(last), options.classes(), 3).withPadding(1);
        String scores = net.add("segmentation_head.0", head, last);
        return net.output(
                        "out",
                        options.stride() == 1
                                ? scores
                                : net.add(
                                        "segmentation_head.enlarge", new Resize(Interpolation.BILINEAR), scores, image))
                .build();
    }

    private String enlarged(String name, String map, String model) {
        return net.add(name + ".enlarge", new Resize(Interpolation.NEAREST), map, model);
    }

    private String decoded(String name, String input, int channels) {
        String first = normed(name + ".conv1", input, channels);
        return normed(name + ".conv2", first, channels);
    }

    /** VGG ends in a pooling; two convolutions make something of it. */
    private String centre(String map) {
        String first = normed("decoder.center.0", map, net.channels(map));
        return normed("decoder.center.1", first, net.channels(map));
    }

    private String normed(String name, String input, int channels) {
        return new Sequential(net, name, input)
                .normed(three(net.channels(input), channels))
                .last();
    }

    private String twoConvolutions(String name, String input, int channels) {
        return new Sequential(net, name, input)
                .normed(three(net.channels(input), channels))
                .normed(three(channels, channels))
                .last();
    }

    private static Convolution three(int in, int out) {
        return Convolution.of(in, out, 3).withPadding(1).withoutBias();
    }
}
