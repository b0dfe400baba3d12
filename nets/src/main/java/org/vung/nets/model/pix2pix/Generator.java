package org.vung.nets.model.pix2pix;

import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;
import org.vung.nets.layer.TransposedConvolution;

/**
 * The generator of pix2pix (Isola et al. 2017, "Image-to-image translation with conditional adversarial networks",
 * arXiv:1611.07004), {@code unet_256}: eight halvings down to one pixel and up again, maps of equal size joined. Named as in
 * junyanz/pytorch-CycleGAN-and-pix2pix, where each level is the submodule of the one around it.
 *
 * <p>Differs from the paper, with that code: no normalisation at the innermost level; only the last convolution has a bias.
 */
public final class Generator {

    /** Halvings in the paper. */
    public static final int LEVELS = 8;

    /** Channels of the first level in the paper. */
    public static final int WIDTH = 64;

    private final GraphBuilder net;
    private final int width;
    private final int levels;

    private Generator(GraphBuilder net, int width, int levels) {
        this.net = net;
        this.width = width;
        this.levels = levels;
    }

    /**
     * Makes the network of the paper.
     *
     * @param input shape of the image, multiples of 256; 3×256×256 in the paper
     * @param channels of the picture made, 3 in the paper
     * @return [in, H, W] in −1 … 1 → [channels, H, W] in −1 … 1
     */
    public static Graph of(Shape input, int channels) {
        return of(input, channels, WIDTH, LEVELS);
    }

    /**
     * Makes the network for images of other sizes or in less time.
     *
     * @param input shape of the image, multiples of 2^levels
     * @param channels of the picture made
     * @param width channels of the first level; deeper ones have two, four and eight times as many
     * @param levels halvings, at least 5
     * @return [in, H, W] in −1 … 1 → [channels, H, W] in −1 … 1
     */
    public static Graph of(Shape input, int channels, int width, int levels) {
        int multiple = 1 << levels;
        if (levels < 5 || levels > 12 || input.height() % multiple != 0 || input.width() % multiple != 0) {
            throw new IllegalArgumentException(
                    "pix2pix needs 5 … 12 levels and sides that are multiples of 2^levels, got " + levels
                            + " levels and " + input + "; take sides that are powers of two");
        }
        Generator generator = new Generator(Graph.builder("pix2pix-generator"), width, levels);
        String last = generator.outermost(generator.net.input("image", input), channels);
        return generator.net.output("out", last).build();
    }

    /**
     * How often an image can be halved: down to one pixel, as in the paper, but no more often than there.
     *
     * @param rows of the image
     * @param columns of the image
     * @return at most {@link #LEVELS}
     */
    public static int levels(int rows, int columns) {
        return Math.min(LEVELS, Integer.numberOfTrailingZeros(rows | columns));
    }

    private String outermost(String image, int channels) {
        String name = "model.model.";
        String down = net.add(name + "0", down(net.channels(image), width), image);
        String both = level(name + "1.model.", 1, down);
        String up = net.add(name + "3", up(net.channels(both), channels, true), net.relu(name + "2", both));
        return net.add(name + "4", Activation.of(Activation.Function.TANH), up);
    }

    /** A level inside, joined to what it was given. */
    private String level(String name, int depth, String input) {
        boolean innermost = depth == levels - 1;
        int outer = net.channels(input);
        int inner = width << Math.min(depth, 3);
        String leaky = net.add(name + "0", new Activation(Activation.Function.LEAKY_RELU, 0.2), input);
        String down = net.add(name + "1", down(outer, inner), leaky);
        int next = 2;
        if (!innermost) {
            String normed = net.add(name + "2", BatchNorm.of(inner), down);
            down = level(name + "3.model.", depth + 1, normed);
            next = 4;
        }
        String active = net.relu(name + next, down);
        String up = net.add(name + (next + 1), up(net.channels(active), outer, false), active);
        String last = net.add(name + (next + 2), BatchNorm.of(outer), up);
        if (!innermost && depth >= 4) {
            last = net.add(name + (next + 3), new Dropout(0.5, false), last);
        }
        return net.add(name + "concatenate", new Concatenate(), input, last);
    }

    private static Convolution down(int in, int out) {
        return Convolution.of(in, out, 4)
                .withStride(2)
                .withPadding(1)
                .withoutBias()
                .withStart(Start.NARROW);
    }

    private static TransposedConvolution up(int in, int out, boolean bias) {
        TransposedConvolution up = TransposedConvolution.of(in, out, 4, 2)
                .withPadding(Padding.of(1))
                .withStart(Start.NARROW);
        return bias ? up : up.withoutBias();
    }
}
