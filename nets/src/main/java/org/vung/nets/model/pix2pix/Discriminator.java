package org.vung.nets.model.pix2pix;

import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;

/**
 * The discriminator of pix2pix (Isola et al. 2017, arXiv:1611.07004): whether each 70×70 patch of a pair of images is real.
 * Named as in junyanz/pytorch-CycleGAN-and-pix2pix.
 *
 * <p>Differs from the paper, with that code: 1 pixel of padding everywhere, so that 256×256 gives 30×30 scores.
 */
public final class Discriminator {

    /** Channels of the first layer in the paper. */
    public static final int WIDTH = 64;

    private Discriminator() {}

    /**
     * Makes the network of the paper.
     *
     * @param input shape of both images behind one another, 6×256×256 in the paper
     * @return [in, H, W] → [1, H/8 − 2, W/8 − 2], before any sigmoid
     */
    public static Graph of(Shape input) {
        return of(input, WIDTH);
    }

    /**
     * Makes the network with more or fewer channels.
     *
     * @param input shape of both images behind one another
     * @param width channels of the first layer; later ones have two, four and eight times as many
     * @return [in, H, W] → [1, H/8 − 2, W/8 − 2], before any sigmoid
     */
    public static Graph of(Shape input, int width) {
        GraphBuilder net = Graph.builder("pix2pix-discriminator");
        Sequential model = new Sequential(net, "model", net.input("image", input));
        leaky(model.add(convolution(input.channels(), width, 2)));
        leaky(model.add(convolution(width, width * 2, 2).withoutBias()).norm());
        leaky(model.add(convolution(width * 2, width * 4, 2).withoutBias()).norm());
        leaky(model.add(convolution(width * 4, width * 8, 1).withoutBias()).norm());
        model.add(convolution(width * 8, 1, 1));
        return net.output("out", model.last()).build();
    }

    private static void leaky(Sequential model) {
        model.add(new Activation(Activation.Function.LEAKY_RELU, 0.2));
    }

    private static Convolution convolution(int in, int out, int stride) {
        return Convolution.of(in, out, 4).withStride(stride).withPadding(1).withStart(Start.NARROW);
    }
}
