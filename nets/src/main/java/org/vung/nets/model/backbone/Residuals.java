package org.vung.nets.model.backbone;

import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;

/** One layer of a ResNet: blocks whose input is added to their output. */
final class Residuals {

    private final GraphBuilder net;
    private final String name;
    private final ResNet resnet;
    private final ResNet.Trunk trunk;
    private final int number;
    private final int planes;

    /** Layer 1 … 4. */
    Residuals(GraphBuilder net, String name, ResNet resnet, ResNet.Trunk trunk, int number) {
        this.net = net;
        this.name = name;
        this.resnet = resnet;
        this.trunk = trunk;
        this.number = number;
        this.planes = trunk.width() << (number - 1);
    }

    String layer(String input, ResNet.Reach reach) {
        String last = block(name + ".0", input, reach.stride(), reach.firstDilation());
        for (int i = 1; i < resnet.blocks(number); i++) {
            last = block(name + "." + i, last, 1, reach.dilation());
        }
        return last;
    }

    private String block(String block, String input, int stride, int dilation) {
        String main =
                resnet.expansion() == 1 ? basic(block, input, stride) : bottleneck(block, input, stride, dilation);
        boolean projected = stride != 1 || net.channels(input) != planes * resnet.expansion();
        String shortcut = projected ? projection(block, input, stride) : input;
        return net.relu(block + ".relu", net.add(block + ".add", new Add(), main, shortcut));
    }

    private String basic(String block, String input, int stride) {
        String first = net.relu(block + ".relu1", normed(block, 1, three(input, stride, 1), input));
        return normed(block, 2, three(first, 1, 1), first);
    }

    private String bottleneck(String block, String input, int stride, int dilation) {
        Convolution narrow = Convolution.of(net.channels(input), planes, 1).withoutBias();
        String first = net.relu(block + ".relu1", normed(block, 1, narrow, input));
        String second = net.relu(block + ".relu2", normed(block, 2, three(first, stride, dilation), first));
        return normed(
                block, 3, Convolution.of(planes, planes * resnet.expansion(), 1).withoutBias(), second);
    }

    private String projection(String block, String input, int stride) {
        Convolution one = Convolution.of(net.channels(input), planes * resnet.expansion(), 1)
                .withStride(stride)
                .withoutBias();
        return new Sequential(net, block + ".downsample", input)
                .add(one)
                .add(trunk.norm(one.out()))
                .last();
    }

    private Convolution three(String input, int stride, int dilation) {
        return Convolution.of(net.channels(input), planes, 3)
                .withStride(stride)
                .withPadding(dilation)
                .withDilation(dilation)
                .withoutBias();
    }

    private String normed(String block, int number, Convolution convolution, String input) {
        String convolved = net.add(block + ".conv" + number, convolution, input);
        return net.add(block + ".bn" + number, trunk.norm(convolution.out()), convolved);
    }
}
