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

    private static final int WIDTH = 64;

    private Discriminator() {}

    /**
     * Makes the network.
     *
     * @param input shape of both images behind one another, 6×256×256 in the paper
     * @return [in, H, W] → [1, H/8 − 2, W/8 − 2], before any sigmoid
     */
    public static Graph of(Shape input) {
        GraphBuilder net = Graph.builder("pix2pix-discriminator");
        Sequential model = new Sequential(net, "model", net.input("image", input));
        leaky(model.add(convolution(input.channels(), WIDTH, 2)));
        leaky(model.add(convolution(WIDTH, WIDTH * 2, 2).withoutBias()).norm());
        leaky(model.add(convolution(WIDTH * 2, WIDTH * 4, 2).withoutBias()).norm());
        leaky(model.add(convolution(WIDTH * 4, WIDTH * 8, 1).withoutBias()).norm());
        model.add(convolution(WIDTH * 8, 1, 1));
        return net.output("out", model.last()).build();
    }

    private static void leaky(Sequential model) {
        model.add(new Activation(Activation.Function.LEAKY_RELU, 0.2));
    }

    private static Convolution convolution(int in, int out, int stride) {
        return Convolution.of(in, out, 4).withStride(stride).withPadding(1).withStart(Start.NARROW);
    }
}
