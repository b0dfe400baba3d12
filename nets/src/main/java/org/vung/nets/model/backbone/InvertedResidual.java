package org.vung.nets.model.backbone;

import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Multiply;

/**
 * A block of MobileNet: widened by a 1×1 convolution, filtered channel by channel, squeezed and weighted, narrowed again.
 *
 * @param kernel side of the filter
 * @param expanded channels in its middle
 * @param out channels it gives
 * @param squeeze whether channels are weighted by their means
 * @param function between the convolutions
 * @param stride of the filter
 * @param dilation of the filter
 */
record InvertedResidual(
        int kernel, int expanded, int out, boolean squeeze, Activation.Function function, int stride, int dilation) {

    String on(GraphBuilder net, String name, String input) {
        Activation activation = Activation.of(function);
        int part = 0;
        String last = input;
        if (expanded != net.channels(input)) {
            last = one(net, name + ".block." + part++, last, expanded, activation);
        }
        last = normed(net, name + ".block." + part++, last, filter())
                .add(activation)
                .last();
        if (squeeze) {
            last = weighted(net, name + ".block." + part++, last);
        }
        last = normed(net, name + ".block." + part, last, Convolution.of(expanded, out, 1))
                .last();
        boolean residual = stride == 1 && net.channels(input) == out;
        return residual ? net.add(name + ".add", new Add(), last, input) : last;
    }

    /** The network's first convolution, 3×3 of stride 2 to 16 channels. */
    static String first(GraphBuilder net, String name, String image, Activation activation) {
        Convolution three =
                Convolution.of(net.channels(image), 16, 3).withStride(2).withPadding(1);
        return normed(net, name, image, three).add(activation).last();
    }

    /** A 1×1 convolution to so many channels. */
    static String one(GraphBuilder net, String name, String input, int channels, Activation activation) {
        return normed(net, name, input, Convolution.of(net.channels(input), channels, 1))
                .add(activation)
                .last();
    }

    private static Sequential normed(GraphBuilder net, String name, String input, Convolution convolution) {
        return new Sequential(net, name, input)
                .add(convolution.withoutBias())
                .add(new BatchNorm(convolution.out(), 1e-3, 0.01, true, false));
    }

    private Convolution filter() {
        return Convolution.of(expanded, expanded, kernel)
                .withStride(stride)
                .withPadding(kernel / 2 * dilation)
                .withDilation(dilation)
                .withGroups(expanded);
    }

    private String weighted(GraphBuilder net, String name, String map) {
        int inner = multipleOfEight(expanded / 4);
        String mean = net.add(name + ".avgpool", AdaptiveAveragePool.global(), map);
        String narrow = net.add(name + ".fc1", Convolution.of(expanded, inner, 1), mean);
        String wide =
                net.add(name + ".fc2", Convolution.of(inner, expanded, 1), net.relu(name + ".activation", narrow));
        String weights = net.add(name + ".scale_activation", Activation.of(Activation.Function.HARD_SIGMOID), wide);
        return net.add(name + ".multiply", new Multiply(), map, weights);
    }

    /** The nearest multiple of 8 that is not more than a tenth below. */
    private static int multipleOfEight(int value) {
        int near = Math.max(8, (value + 4) / 8 * 8);
        return near * 10 < value * 9 ? near + 8 : near;
    }
}
