package org.vung.nets.graph;

import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;

/** Networks of the papers, wired for tests. */
final class Nets {

    private Nets() {}

    /** Two layers. */
    static Graph tiny() {
        GraphBuilder net = Graph.builder("tiny");
        String image = net.input("image", new Shape(3, 64, 64));
        String features =
                net.relu("relu1", net.add("conv1", Convolution.of(3, 8, 3).withPadding(1), image));
        return net.output("out", net.add("score", Convolution.of(8, 2, 1), features))
                .build();
    }

    /** The tutorial's U-Net at 572: valid convolutions, and a 3 × 3 one at the end. */
    static Graph unet(int depth) {
        GraphBuilder net = Graph.builder("unet");
        String at = net.input("image", new Shape(1, 572, 572));
        String[] skips = new String[depth];
        int channels = 64;
        for (int level = 0; level <= depth; level++) {
            at = twice(net, "down" + level, at, channels << level);
            if (level < depth) {
                skips[level] = at;
                at = net.add("pool" + level, MaxPool.of(2, 2), at);
            }
        }
        for (int level = depth - 1; level >= 0; level--) {
            int half = channels << level;
            at = net.relu("up-relu" + level, net.add("up" + level, TransposedConvolution.of(2 * half, half, 2, 2), at));
            String skip = net.add("crop" + level, CropLike.CENTRE, skips[level], at);
            at = twice(net, "merge" + level, net.add("concat" + level, new Concatenate(), skip, at), half);
        }
        return net.output("out", net.add("score", Convolution.of(channels, 2, 3), at))
                .build();
    }

    private static String twice(GraphBuilder net, String name, String input, int out) {
        String first = net.relu(name + ".relu1", net.add(name + ".conv1", conv(net, input, out), input));
        return net.relu(name + ".relu2", net.add(name + ".conv2", conv(net, first, out), first));
    }

    private static Convolution conv(GraphBuilder net, String input, int out) {
        return Convolution.of(net.channels(input), out, 3);
    }

    /** ResNet-18 (He et al. 2016) for 1000 classes. */
    static Graph resnet18() {
        GraphBuilder net = Graph.builder("resnet18");
        String image = net.input("image", new Shape(3, 224, 224));
        Convolution stem = Convolution.of(3, 64, 7).withStride(2).withPadding(3).withoutBias();
        String at = net.relu("relu", net.add("bn1", BatchNorm.of(64), net.add("conv1", stem, image)));
        at = net.add("maxpool", MaxPool.of(3, 2).withPadding(1), at);
        for (int stage = 1; stage <= 4; stage++) {
            for (int block = 0; block < 2; block++) {
                at = block(net, "layer" + stage + "." + block, at, 32 << stage, stage > 1 && block == 0 ? 2 : 1);
            }
        }
        at = net.add("flatten", new Flatten(), net.add("avgpool", AdaptiveAveragePool.global(), at));
        return net.output("out", net.add("fc", new Linear(512, 1000, true), at)).build();
    }

    private static String block(GraphBuilder net, String name, String input, int out, int stride) {
        Convolution one = Convolution.of(net.channels(input), out, 3)
                .withStride(stride)
                .withPadding(1)
                .withoutBias();
        String a = net.add(name + ".bn1", BatchNorm.of(out), net.add(name + ".conv1", one, input));
        a = net.add(name + ".relu1", Activation.relu(), a);
        Convolution two = Convolution.of(out, out, 3).withPadding(1).withoutBias();
        a = net.add(name + ".bn2", BatchNorm.of(out), net.add(name + ".conv2", two, a));
        String shortcut = input;
        if (stride != 1) {
            Convolution project = Convolution.of(net.channels(input), out, 1)
                    .withStride(stride)
                    .withoutBias();
            shortcut =
                    net.add(name + ".downsample.1", BatchNorm.of(out), net.add(name + ".downsample.0", project, input));
        }
        return net.relu(name + ".relu", net.add(name + ".add", new Add(), a, shortcut));
    }

    /** The convolutions of VGG16 (Simonyan & Zisserman 2015) to the fifth pooling. */
    static GraphBuilder vgg16(int size) {
        GraphBuilder net = Graph.builder("vgg16");
        String at = net.input("image", new Shape(3, size, size));
        int[] counts = {2, 2, 3, 3, 3};
        for (int stage = 0; stage < counts.length; stage++) {
            int out = Math.min(512, 64 << stage);
            for (int i = 1; i <= counts[stage]; i++) {
                String name = (stage + 1) + "_" + i;
                Convolution conv = Convolution.of(net.channels(at), out, 3).withPadding(1);
                at = net.relu("relu" + name, net.add("conv" + name, conv, at));
            }
            at = net.add("pool" + (stage + 1), MaxPool.of(2, 2), at);
        }
        return net;
    }
}
