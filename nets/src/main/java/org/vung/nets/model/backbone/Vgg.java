package org.vung.nets.model.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;

/**
 * VGG (Simonyan &amp; Zisserman 2015, "Very deep convolutional networks for large-scale image recognition",
 * arXiv:1409.1556): five blocks of 3×3 convolutions, each ended by a pooling.
 *
 * <p>Differs from the paper, with torchvision: adaptive pooling to 7×7 lets the classifier take any size.
 */
public enum Vgg {
    /** Configuration D: 13 convolutions. */
    VGG16(2, 2, 3, 3, 3),
    /** Configuration E: 16 convolutions. */
    VGG19(2, 2, 4, 4, 4);

    /** Channels of the first block in the paper. */
    public static final int WIDTH = 64;

    private static final List<Integer> CHANNELS = List.of(WIDTH, 2 * WIDTH, 4 * WIDTH, 8 * WIDTH, 8 * WIDTH);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> convolutions;

    Vgg(Integer... convolutions) {
        this.convolutions = List.of(convolutions);
    }

    /**
     * What networks built on it change.
     *
     * @param norm whether batch normalisation follows each convolution, torchvision's {@code vgg16_bn}
     * @param firstPadding of the first convolution; 1, or FCN's 100
     * @param ceil whether poolings round up, as Caffe's do
     * @param pools how many, 1 … 5; convolutions go on until the next would come
     * @param width channels of the first block, of which the others are multiples; 64 in the paper
     */
    public record Variant(boolean norm, int firstPadding, boolean ceil, int pools, int width) {

        /** As in the paper. */
        public static final Variant PLAIN = new Variant(false, 1, false, 5, WIDTH);

        /** With batch normalisation. */
        public static final Variant NORMED = new Variant(true, 1, false, 5, WIDTH);

        /** Checks the numbers. */
        public Variant {
            if (pools < 1 || pools > 5) {
                throw new IllegalArgumentException("pools must be 1 … 5, got " + pools);
            }
            if (width < 1) {
                throw new IllegalArgumentException("width must be at least 1, got " + width);
            }
        }
    }

    /**
     * One block.
     *
     * @param last its last activation
     * @param pool the pooling behind it, or {@code last} where none follows
     */
    public record Block(String last, String pool) {}

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
        String pooled = net.add(
                "avgpool", new AdaptiveAveragePool(Extent.square(7)), last(features(net, "", image, Variant.PLAIN)));
        Sequential classifier = new Sequential(net, "classifier", net.add("flatten", new Flatten(), pooled))
                .add(new Linear(512 * 7 * 7, 4096, true))
                .relu()
                .dropout(0.5)
                .add(new Linear(4096, 4096, true))
                .relu()
                .dropout(0.5)
                .add(new Linear(4096, classes, true));
        return net.output("out", classifier.last()).build();
    }

    /**
     * The convolutional part, below {@code features}.
     *
     * @param net to which it is added
     * @param prefix of all names, empty or ending in a dot
     * @param image [any, H, W]
     * @param variant what is changed
     * @return the blocks, in order; block i is at stride 2ⁱ, its pooling at twice that
     */
    public List<Block> features(GraphBuilder net, String prefix, String image, Variant variant) {
        Sequential features = new Sequential(net, prefix + "features", image);
        List<Block> blocks = new ArrayList<>();
        for (int block = 0; block < Math.min(5, variant.pools() + 1); block++) {
            String last = convolutions(features, block, variant);
            boolean pooled = block < variant.pools();
            blocks.add(new Block(last, pooled ? features.add(pool(variant)).last() : last));
        }
        return blocks;
    }

    /**
     * The pooling at the end of the last block.
     *
     * @param blocks of {@link #features}
     * @return its node, [8 · width, H/32, W/32] for five poolings
     */
    public static String last(List<Block> blocks) {
        return blocks.get(blocks.size() - 1).pool();
    }

    /**
     * How many convolutions each block has.
     *
     * @return five numbers
     */
    public List<Integer> convolutions() {
        return convolutions;
    }

    /**
     * How many channels each block has in the paper.
     *
     * @return five numbers
     */
    public static List<Integer> channels() {
        return CHANNELS;
    }

    private String convolutions(Sequential features, int block, Variant variant) {
        for (int i = 0; i < convolutions.get(block); i++) {
            int padding = block == 0 && i == 0 ? variant.firstPadding() : 1;
            int channels = CHANNELS.get(block) / WIDTH * variant.width();
            features.add(Convolution.of(features.channels(), channels, 3).withPadding(padding));
            if (variant.norm()) {
                features.norm();
            }
            features.relu();
        }
        return features.last();
    }

    private static MaxPool pool(Variant variant) {
        MaxPool pool = MaxPool.of(2, 2);
        return variant.ceil() ? pool.withCeil() : pool;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
