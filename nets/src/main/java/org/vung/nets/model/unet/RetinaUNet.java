package org.vung.nets.model.unet;

import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Upsample;

/**
 * The small U-Net for vessels in photos of the retina that was published as orobix/retina-unet, layer by layer under the names
 * of its Keras file: three levels of 32, 64 and 128 channels, [1, H, W] → [2, H, W] for sides that are multiples of 4.
 *
 * <p>Differs from the paper (Ronneberger, Fischer &amp; Brox 2015, arXiv:1505.04597) in its three levels instead of five, zeros
 * around every convolution, nearest-neighbour enlargement without a convolution of its own, joined before the skip and not
 * behind it, dropout between the two convolutions of every level, and a ReLU behind the last convolution, too. Differs from the
 * Keras file in its answer, which is given before the softmax.
 */
public final class RetinaUNet {

    private static final double DROPOUT = 0.2;

    private final GraphBuilder net = Graph.builder("retina-unet");
    private int convolutions;
    private int levels;

    private RetinaUNet() {}

    /**
     * Makes the network.
     *
     * @param input shape of the image; 1×48×48 patches in its training
     * @param classes of the answer; background and vessel as published
     * @return [channels, H, W] → [classes, H, W]
     */
    public static Graph of(Shape input, int classes) {
        RetinaUNet unet = new RetinaUNet();
        GraphBuilder net = unet.net;
        String image = net.input("input_1", input);
        String fine = unet.level(image, 32); // [32, H, W]
        String middle = unet.level(net.add("maxpooling2d_1", MaxPool.of(2, 2), fine), 64); // [64, H/2, W/2]
        String coarse = unet.level(net.add("maxpooling2d_2", MaxPool.of(2, 2), middle), 128); // [128, H/4, W/4]
        String up = unet.level(unet.joined(1, coarse, middle), 64); // [64, H/2, W/2]
        String last = unet.level(unet.joined(2, up, fine), 32); // [32, H, W]
        return net.output("out", unet.convolution(last, classes, 1)).build();
    }

    private String level(String input, int channels) {
        String first = convolution(input, channels, 3);
        levels++;
        String kept = net.add("dropout_" + levels, new Dropout(DROPOUT, false), first);
        return convolution(kept, channels, 3);
    }

    private String convolution(String input, int channels, int kernel) {
        convolutions++;
        String name = "convolution2d_" + convolutions;
        Convolution same = Convolution.of(net.channels(input), channels, kernel).withPadding(kernel / 2);
        return net.relu(name + ".relu", net.add(name, same, input));
    }

    private String joined(int number, String below, String skip) {
        String twice = net.add("upsampling2d_" + number, new Upsample(2, Interpolation.NEAREST), below);
        return net.add("merge_" + number, new Concatenate(), twice, skip);
    }
}
