package org.vung.nets.model.deeplab;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Resize;

/** Atrous spatial pyramid pooling: one map looked at in five widths, then joined. */
final class Aspp {

    static final int CHANNELS = 256;

    private final GraphBuilder net;
    private final String name;
    private final String map;

    private Aspp(GraphBuilder net, String name, String map) {
        this.net = net;
        this.name = name;
        this.map = map;
    }

    /** From [C, H, W] to [256, H, W]; the rates are the dilations of its 3×3 convolutions. */
    static String on(GraphBuilder net, String name, String map, List<Integer> rates) {
        return new Aspp(net, name, map).joined(rates);
    }

    private String joined(List<Integer> rates) {
        List<String> branches = new ArrayList<>();
        branches.add(branch(0, Convolution.of(net.channels(map), CHANNELS, 1)));
        for (int rate : rates) {
            Convolution atrous = Convolution.of(net.channels(map), CHANNELS, 3)
                    .withPadding(rate)
                    .withDilation(rate);
            branches.add(branch(branches.size(), atrous));
        }
        branches.add(whole(branches.size()));
        String all = net.add(name + ".concatenate", new Concatenate(), branches.toArray(String[]::new));
        return new Sequential(net, name + ".project", all)
                .normed(Convolution.of(net.channels(all), CHANNELS, 1).withoutBias())
                .dropout(0.5)
                .last();
    }

    private String branch(int number, Convolution convolution) {
        return new Sequential(net, name + ".convs." + number, map)
                .normed(convolution.withoutBias())
                .last();
    }

    /** The mean over the whole map, at every place. */
    private String whole(int number) {
        String branch = name + ".convs." + number;
        String mean = new Sequential(net, branch, map)
                .add(AdaptiveAveragePool.global())
                .normed(Convolution.of(net.channels(map), CHANNELS, 1).withoutBias())
                .last(); // [256, 1, 1]
        return net.add(branch + ".enlarge", new Resize(Interpolation.BILINEAR), mean, map);
    }
}
