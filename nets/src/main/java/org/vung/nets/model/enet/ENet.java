package org.vung.nets.model.enet;

import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Shape;

/**
 * ENet (Paszke et al. 2016, "ENet: a deep neural network architecture for real-time semantic segmentation",
 * arXiv:1606.02147), its table 1, with the nodes of davidtvs/PyTorch-ENet (commit 921e40c) whose CamVid checkpoint fits key
 * by key.
 *
 * <p>Differs from the paper, with that code: learned slopes in the decoder too, one for all channels inside a bottleneck and
 * one each behind it; an activation behind the last 1×1 convolution of a branch; poolings of 3×3 with padding, where the
 * paper has 2×2; a 3×3 kernel for the last enlargement. Later commits of that code have other poolings and keys.
 */
public final class ENet {

    private static final int FIRST = 16;

    private final GraphBuilder net;

    private ENet(GraphBuilder net) {
        this.net = net;
    }

    /**
     * Makes the network.
     *
     * @param classes of the answer, 12 for CamVid
     * @param size of the image, multiples of 8; 360×480 for CamVid
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(int classes, Extent size) {
        ENet enet = new ENet(Graph.builder("enet"));
        String image = enet.net.input("image", new Shape(3, size.rows(), size.columns()));
        String first = enet.first(image); // [16, H/2, W/2]

        Bottleneck early = new Bottleneck(enet.net, 64, 0.01);
        Bottleneck.Halved one = early.halved("downsample1_0", first); // [64, H/4, W/4]
        String last = one.out();
        for (int i = 1; i <= 4; i++) {
            last = early.regular("regular1_" + i, last, 1);
        }

        Bottleneck late = new Bottleneck(enet.net, 128, 0.1);
        Bottleneck.Halved two = late.halved("downsample2_0", last); // [128, H/8, W/8]
        last = context(late, 2, 1, two.out());
        last = context(late, 3, 0, last);

        Bottleneck coarse = new Bottleneck(enet.net, 64, 0.1);
        last = coarse.doubled("upsample4_0", last, two); // [64, H/4, W/4]
        last = coarse.regular("regular4_1", last, 1);
        last = coarse.regular("regular4_2", last, 1);

        Bottleneck fine = new Bottleneck(enet.net, FIRST, 0.1);
        last = fine.doubled("upsample5_0", last, one); // [16, H/2, W/2]
        last = fine.regular("regular5_1", last, 1);
        return enet.net
                .output("out", enet.net.add("transposed_conv", Bottleneck.twice(FIRST, classes), last))
                .build();
    }

    /** A convolution to 13 channels beside a pooling of the 3 colours. */
    private String first(String image) {
        int colours = net.channels(image);
        Convolution main = Convolution.of(colours, FIRST - colours, 3)
                .withStride(2)
                .withPadding(1)
                .withoutBias();
        String both = net.add(
                "initial_block.concatenate",
                new Concatenate(),
                net.add("initial_block.main_branch", main, image),
                net.add("initial_block.ext_branch", MaxPool.of(3, 2).withPadding(1), image));
        String normed = net.add("initial_block.batch_norm", BatchNorm.of(FIRST), both);
        return net.add("initial_block.out_prelu", new PRelu(FIRST), normed);
    }

    /** Stage 2 or 3: eight bottlenecks that look ever wider. */
    private static String context(Bottleneck bottleneck, int stage, int first, String input) {
        List<Integer> dilations = List.of(1, 2, 0, 4, 1, 8, 0, 16); // 0 for an asymmetric one
        String last = input;
        for (int i = 0; i < dilations.size(); i++) {
            int dilation = dilations.get(i);
            String number = stage + "_" + (first + i);
            last = dilation == 0
                    ? bottleneck.asymmetric("asymmetric" + number, last)
                    : bottleneck.regular((dilation == 1 ? "regular" : "dilated") + number, last, dilation);
        }
        return last;
    }
}
