package org.vung.nets.model.deeplab;

import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Resize;

/** torchvision's head of a 3×3 convolution to a quarter of the channels and a 1×1 to the classes. */
final class FcnHead {

    private FcnHead() {}

    /** Scores [classes, H, W] of a map [C, H, W]. */
    static String on(GraphBuilder net, String name, String map, int classes) {
        int inner = net.channels(map) / 4;
        return new Sequential(net, name, map)
                .normed(Convolution.of(net.channels(map), inner, 3)
                        .withPadding(1)
                        .withoutBias())
                .dropout(0.1)
                .add(Convolution.of(inner, classes, 1))
                .last();
    }

    /** The answer: scores at the image's size, bilinear, corners not aligned. */
    static void answer(GraphBuilder net, String answer, String scores, String image) {
        net.output(answer, net.add(answer, new Resize(Interpolation.BILINEAR), scores, image));
    }
}
