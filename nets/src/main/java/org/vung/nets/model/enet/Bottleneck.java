package org.vung.nets.model.enet;

import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.PadChannels;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.TransposedConvolution;

/** The bottlenecks of ENet's figure 2b: a shortcut beside a narrow branch of three convolutions. */
final class Bottleneck {

    private static final int NARROWING = 4;
    private static final int ASYMMETRIC = 5;
    private static final MaxPool POOL = MaxPool.of(3, 2).withPadding(1);

    private final GraphBuilder net;
    private final int channels;
    private final double dropout;

    Bottleneck(GraphBuilder net, int channels, double dropout) {
        this.net = net;
        this.channels = channels;
        this.dropout = dropout;
    }

    /** A bottleneck that halved the resolution: its answer, its pooling and what it pooled. */
    record Halved(String out, String pool, String input) {}

    String regular(String name, String input, int dilation) {
        int inner = channels / NARROWING;
        Convolution three =
                Convolution.of(inner, inner, 3).withPadding(dilation).withDilation(dilation);
        String middle = normed(name + ".ext_conv2", narrowed(name, input), three.withoutBias());
        return joined(name, input, middle);
    }

    /** A 5×1 and a 1×5 convolution in the middle. */
    String asymmetric(String name, String input) {
        String middle = new Sequential(net, name + ".ext_conv2", narrowed(name, input))
                .add(line(new Extent(ASYMMETRIC, 1)))
                .norm()
                .add(new PRelu(1))
                .add(line(new Extent(1, ASYMMETRIC)))
                .norm()
                .add(new PRelu(1))
                .last();
        return joined(name, input, middle);
    }

    Halved halved(String name, String input) {
        int inner = net.channels(input) / NARROWING;
        String pool = net.add(name + ".main_max1", POOL, input);
        String main = net.add(name + ".pad", new PadChannels(0, channels - net.channels(input)), pool);
        Convolution two = Convolution.of(net.channels(input), inner, 2).withStride(2);
        String narrow = normed(name + ".ext_conv1", input, two.withoutBias());
        Convolution three = Convolution.of(inner, inner, 3).withPadding(1);
        String middle = normed(name + ".ext_conv2", narrow, three.withoutBias());
        return new Halved(joined(name, main, middle), pool, input);
    }

    String doubled(String name, String input, Halved partner) {
        int inner = net.channels(input) / NARROWING;
        String small = new Sequential(net, name + ".main_conv1", input)
                .add(one(net.channels(input), channels))
                .norm()
                .last();
        String main = net.add(name + ".main_unpool1", MaxUnpool.of(POOL), small, partner.pool(), partner.input());
        String narrow = normed(name + ".ext_conv1", input, one(net.channels(input), inner));
        return joined(name, main, normed(name + ".ext_conv2", narrow, twice(inner, inner)));
    }

    /** A transposed 3×3 convolution that doubles height and width. */
    static TransposedConvolution twice(int in, int out) {
        return TransposedConvolution.of(in, out, 3, 2)
                .withPadding(Padding.of(1))
                .withOutputPadding(1)
                .withoutBias();
    }

    private String narrowed(String name, String input) {
        return normed(name + ".ext_conv1", input, one(channels, channels / NARROWING));
    }

    private String joined(String name, String main, String middle) {
        String wide = normed(name + ".ext_conv3", middle, one(net.channels(middle), channels));
        String branch = net.add(name + ".ext_regul", new Dropout(dropout, true), wide);
        return net.add(name + ".out_prelu", new PRelu(channels), net.add(name + ".add", new Add(), main, branch));
    }

    private String normed(String name, String input, Layer convolution) {
        return new Sequential(net, name, input)
                .add(convolution)
                .norm()
                .add(new PRelu(1))
                .last();
    }

    private Convolution line(Extent kernel) {
        int inner = channels / NARROWING;
        Convolution square = Convolution.of(inner, inner, 1);
        return new Convolution(
                inner,
                inner,
                kernel,
                square.stride(),
                Padding.of(kernel.rows() / 2, kernel.columns() / 2),
                square.dilation(),
                1,
                false,
                square.start());
    }

    private static Convolution one(int in, int out) {
        return Convolution.of(in, out, 1).withoutBias();
    }
}
