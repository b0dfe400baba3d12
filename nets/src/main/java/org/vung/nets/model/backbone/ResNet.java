package org.vung.nets.model.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;

/**
 * ResNet (He et al. 2016, "Deep residual learning for image recognition", arXiv:1512.03385): a stem and four layers of
 * blocks with a shortcut.
 *
 * <p>Differs from the paper, with torchvision ("ResNet v1.5"): a bottleneck of stride 2 has it at its 3×3 convolution, not
 * at the first 1×1.
 */
public enum ResNet {
    /** Blocks of two 3×3 convolutions. */
    RESNET18(1, 2, 2, 2, 2),
    /** Blocks of two 3×3 convolutions. */
    RESNET34(1, 3, 4, 6, 3),
    /** Bottlenecks. */
    RESNET50(4, 3, 4, 6, 3),
    /** Bottlenecks. */
    RESNET101(4, 3, 4, 23, 3);

    /** Maps of the paper's stem. */
    public static final int WIDTH = 64;

    private final int expansion;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> blocks;

    ResNet(int expansion, Integer... blocks) {
        this.expansion = expansion;
        this.blocks = List.of(blocks);
    }

    /**
     * The whole network.
     *
     * @param classes of the answer
     * @param size of the image, at least 32 along both axes
     * @return [3, H, W] → [classes, 1, 1]
     */
    public Graph classifier(int classes, Extent size) {
        GraphBuilder net = Graph.builder(toString());
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        List<String> stages = stages(net, "", image, Trunk.WHOLE);
        String pooled = net.add("avgpool", AdaptiveAveragePool.global(), stages.get(4));
        String flat = net.add("flatten", new Flatten(), pooled);
        return net.output("out", net.add("fc", new Linear(512 * expansion, classes, true), flat))
                .build();
    }

    /**
     * How much of the convolutional part there is, and how it walks.
     *
     * @param outputStride 8, 16 or 32
     * @param levels 1 for the stem alone, up to 5 for all four layers
     * @param width maps of the stem, {@link #WIDTH} in the paper
     * @param frozen whether its norms are, as detectors have them that begin from a trained backbone
     */
    public record Trunk(int outputStride, int levels, int width, boolean frozen) {

        /** All of it, of stride 32. */
        public static final Trunk WHOLE = new Trunk(32, 5, WIDTH, false);

        /** Checks the numbers. */
        public Trunk {
            if (levels < 1 || levels > 5) {
                throw new IllegalArgumentException("levels must be 1 … 5, got " + levels);
            }
            if (width < 1) {
                throw new IllegalArgumentException("width must be at least 1, got " + width);
            }
        }

        /**
         * Another stride.
         *
         * @param stride 8, 16 or 32
         * @return a copy
         */
        public Trunk withOutputStride(int stride) {
            return new Trunk(stride, levels, width, frozen);
        }

        /**
         * Another number of levels.
         *
         * @param count 1 … 5
         * @return a copy
         */
        public Trunk withLevels(int count) {
            return new Trunk(outputStride, count, width, frozen);
        }

        /**
         * Another width.
         *
         * @param maps of the stem, at least 1
         * @return a copy
         */
        public Trunk withWidth(int maps) {
            return new Trunk(outputStride, levels, maps, frozen);
        }

        /**
         * Other norms.
         *
         * @param still whether they are frozen
         * @return a copy
         */
        public Trunk withFrozenNorms(boolean still) {
            return new Trunk(outputStride, levels, width, still);
        }

        BatchNorm norm(int channels) {
            return frozen ? BatchNorm.of(channels).asFrozen() : BatchNorm.of(channels);
        }
    }

    /**
     * The convolutional part. A layer whose stride would pass the output stride keeps its resolution and is dilated instead
     * (torchvision's {@code replace_stride_with_dilation}); its first block still has the dilation of the layer before.
     *
     * @param net to which it is added
     * @param prefix of all names, empty or ending in a dot
     * @param image [any, H, W]
     * @param trunk how much of it
     * @return the stem before its pooling [width, H/2, W/2], then the layers, at H/4, H/8, H/16, H/32 or the output stride
     */
    public List<String> stages(GraphBuilder net, String prefix, String image, Trunk trunk) {
        List<String> stages = new ArrayList<>();
        stages.add(stem(net, prefix, image, trunk));
        String last = stages.get(0);
        Reach reach = new Reach(4, 1, 1, 1);
        for (int layer = 1; layer < trunk.levels; layer++) {
            if (layer == 1) {
                last = net.add(prefix + "maxpool", MaxPool.of(3, 2).withPadding(1), last); // [width, H/4, W/4]
            } else {
                reach = reach.halved(trunk.outputStride);
            }
            last = new Residuals(net, prefix + "layer" + layer, this, trunk, layer).layer(last, reach);
            stages.add(last);
        }
        return stages;
    }

    /**
     * The fourth layer by itself, which the heads of a detector may stand on.
     *
     * @param net to which it is added
     * @param name of the layer
     * @param map [C, H, W]
     * @param trunk whose width and norms it has
     * @return [{@link #channels}, H/2, W/2]
     */
    public String lastLayer(GraphBuilder net, String name, String map, Trunk trunk) {
        return new Residuals(net, name, this, trunk, 4).layer(map, new Reach(32, 2, 1, 1));
    }

    /**
     * Channels after a layer.
     *
     * @param layer 1 … 4
     * @param width maps of the stem
     * @return such as 256 … 2048 for a ResNet-50 of the paper's width
     */
    public int channels(int layer, int width) {
        return (width << (layer - 1)) * expansion;
    }

    int expansion() {
        return expansion;
    }

    int blocks(int layer) {
        return blocks.get(layer - 1);
    }

    private static String stem(GraphBuilder net, String prefix, String image, Trunk trunk) {
        Convolution first = Convolution.of(net.channels(image), trunk.width, 7)
                .withStride(2)
                .withPadding(3)
                .withoutBias();
        return net.relu(
                prefix + "relu",
                net.add(prefix + "bn1", trunk.norm(trunk.width), net.add(prefix + "conv1", first, image)));
    }

    /**
     * How a layer walks over its input.
     *
     * @param total image pixels per pixel of its output
     * @param stride of its first block
     * @param firstDilation of its first block
     * @param dilation of the others
     */
    record Reach(int total, int stride, int firstDilation, int dilation) {

        /** The next layer, of half the resolution or, past the output stride, twice the dilation. */
        Reach halved(int outputStride) {
            return total >= outputStride
                    ? new Reach(total, 1, dilation, dilation * 2)
                    : new Reach(total * 2, 2, dilation, dilation);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
