package org.vung.nets.model.fcn;

import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.model.backbone.Vgg;

/**
 * The tutorial's FCN: VGG19 without its head, a 1×1 convolution to the classes, one transposed convolution of F = 7 and
 * S = 32. Layers are named as in Keras, whose VGG19 checkpoint fits.
 *
 * <p>Differs from the paper: F = 7 is the tutorial's arithmetic slip, from its own formula it is 32. It still gives 224
 * columns, for Keras makes a {@code valid} transposed convolution W · S long; of every 32 rows and columns the last 25 hold
 * the bias alone.
 */
public final class FcnTutorial {

    private static final int STRIDE = 32;
    private static final int KERNEL = 7;

    private FcnTutorial() {}

    /**
     * Makes the network.
     *
     * @param classes of the answer, 21 in the tutorial
     * @param size of the image, 224×224 in the tutorial; other sides should be multiples of 32
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(int classes, Extent size) {
        GraphBuilder net = Graph.builder("fcn32s-tutorial");
        String last = net.input("image", new Shape(3, size.rows(), size.columns()));
        for (int block = 1; block <= 5; block++) {
            last = block(net, block, last);
        }
        String score = net.add("conv2d", Convolution.of(net.channels(last), classes, 1), last); // [classes, H/32, W/32]
        String out =
                net.add("conv2d_transpose", TransposedConvolution.kerasValid(classes, classes, KERNEL, STRIDE), score);
        return net.output("out", out).build();
    }

    private static String block(GraphBuilder net, int block, String input) {
        String last = input;
        for (int i = 1; i <= Vgg.VGG19.convolutions().get(block - 1); i++) {
            Convolution convolution = Convolution.of(
                            net.channels(last), Vgg.channels().get(block - 1), 3)
                    .withPadding(1);
            String name = "block" + block + "_conv" + i;
            last = net.relu(name + "_relu", net.add(name, convolution, last));
        }
        return net.add("block" + block + "_pool", MaxPool.of(2, 2), last);
    }
}
