package org.vung.nets.graph;

import java.util.List;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.AveragePool;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.GroupNorm;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.InstanceNorm;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.PadChannels;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

/** A graph in which every kind of layer occurs. */
final class LayerCases {

    private LayerCases() {}

    static Graph everyLayer() {
        GraphBuilder net = Graph.builder("every layer");
        String image = net.input("image", new Shape(4, 16, 16));
        String conv = net.add(
                "conv",
                Convolution.of(4, 8, 3)
                        .withPadding(Padding.SAME)
                        .withGroups(2)
                        .withoutBias()
                        .withStart(Start.NARROW),
                image);
        String at = conv;
        List<Layer> chain = List.of(
                BatchNorm.of(8),
                new GroupNorm(2, 8, 1e-5),
                new InstanceNorm(8, 1e-5, true),
                new PRelu(8),
                new Activation(Activation.Function.LEAKY_RELU, 0.2),
                new Dropout(0.5, true));
        for (Layer layer : chain) {
            at = net.add(layer.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT), layer, at);
        }
        MaxPool pooling = MaxPool.of(2, 2);
        String pool = net.add("pool", pooling, at);
        String unpool = net.add("unpool", MaxUnpool.of(pooling), pool, pool, at);
        String sum = net.add("add", new Add(), unpool, conv);
        String mean = net.add("mean", AveragePool.of(2, 2), sum);
        String up = net.add("up", TransposedConvolution.kerasSame(8, 8, 3, 2).withStart(Start.BILINEAR), mean);
        String nails = net.add("nails", new BedOfNails(2), mean);
        String nearest = net.add("nearest", new Upsample(2, Interpolation.NEAREST), mean);
        String shuffle = net.add("shuffle", new PixelShuffle(2), mean);
        String joined = net.add("joined", new Concatenate(), up, nails, nearest, shuffle);
        String factor = net.add("factor", new AdaptiveAveragePool(Extent.square(1)), joined);
        String scaled = net.add("scaled", new Multiply(), joined, factor);
        String dilated = net.add("zeros", new InputDilation(2), scaled);
        String padded =
                net.add("pad", new Pad(new Padding(Padding.Kind.EXPLICIT, 1, 0, 2, 0), Pad.Fill.REFLECT), dilated);
        String wider = net.add("wider", new PadChannels(1, 2), padded);
        String cropped = net.add("crop", new Crop(1, 2, 3, 4), wider);
        String small = net.add("resize", new Resize(Interpolation.BILINEAR), cropped, image);
        String centre = net.add("centre", CropLike.CENTRE, small, mean);
        String vector = net.add("flat", new Flatten(), centre);
        String scores = net.add("linear", new Linear(net.channels(vector), 3, true), vector);
        return net.output("classes", scores).output("map", small).build();
    }
}
