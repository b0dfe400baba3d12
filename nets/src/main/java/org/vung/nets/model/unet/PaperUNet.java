package org.vung.nets.model.unet;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;

/**
 * U-Net with valid convolutions (Ronneberger, Fischer &amp; Brox 2015, "U-Net: convolutional networks for biomedical image
 * segmentation", arXiv:1505.04597): [1, 572, 572] → [2, 388, 388]. What the answer lacks at the sides is supplied by
 * mirroring the image there. Every input of a pooling should have even sides, else a row or column is lost.
 *
 * <p>With another width all channels are fewer or more in proportion.
 *
 * <p>Differs from the paper: where it leaves the share of the dropout "at the end of the contracting path" open, it is ½
 * behind the last convolution of the fourth and of the fifth level.
 */
public final class PaperUNet {

    /** Channels of the first level in the paper. */
    public static final int WIDTH = 64;

    private static final int LEVELS = 5;

    private final GraphBuilder net;
    private final boolean tutorial;
    private final int width;

    private PaperUNet(GraphBuilder net, boolean tutorial, int width) {
        this.net = net;
        this.tutorial = tutorial;
        this.width = width;
    }

    /**
     * The paper's figure 1.
     *
     * @param input shape of the image; the paper's is 1×572×572
     * @param classes of the answer, 2 in the paper
     * @return [channels, H, W] → [classes, H − 184, W − 184] for sides 16n + 12
     */
    public static Graph paper(Shape input, int classes) {
        return paper(input, classes, WIDTH);
    }

    /**
     * The paper's figure 1 with fewer or more channels.
     *
     * @param input shape of the image
     * @param classes of the answer
     * @param width channels of the first level, at least 1; 64 in the paper
     * @return [channels, H, W] → [classes, H − 184, W − 184] for sides 16n + 12
     */
    public static Graph paper(Shape input, int classes, int width) {
        PaperUNet unet = new PaperUNet(Graph.builder("unet-paper"), false, width);
        String last = unet.body(input);
        return unet.answer(Convolution.of(width, classes, 1), last);
    }

    /**
     * The tutorial's code, layer by layer in the order in which Keras lists them. It differs from the paper in its last
     * convolution, 3×3 instead of 1×1 and, as there, without activation, and has no dropout.
     *
     * @param input shape of the image; the tutorial's is 1×572×572
     * @param classes of the answer, 2 in the tutorial
     * @return [channels, H, W] → [classes, H − 186, W − 186] for sides 16n + 12
     */
    public static Graph tutorial(Shape input, int classes) {
        PaperUNet unet = new PaperUNet(Graph.builder("unet-tutorial"), true, WIDTH);
        String last = unet.body(input);
        return unet.answer(Convolution.of(WIDTH, classes, 3), last);
    }

    private String body(Shape input) {
        List<String> skips = new ArrayList<>();
        String last = net.input("image", input);
        for (int level = 1; level <= LEVELS; level++) {
            String name = "down" + level;
            last = level == 1 ? last : net.add(name + ".pool", MaxPool.of(2, 2), last);
            last = convolutions(name, last, width << (level - 1));
            if (!tutorial && level >= LEVELS - 1) {
                last = net.add(name + ".dropout", new Dropout(0.5, false), last);
            }
            skips.add(last);
        }
        for (int level = LEVELS - 1; level >= 1; level--) {
            last = up("up" + level, last, skips.get(level - 1));
        }
        return last;
    }

    private String up(String name, String below, String skip) {
        int channels = net.channels(skip);
        String crop = net.add(name + ".crop", centre(net.shape(skip), net.shape(below)), skip);
        String twice = net.add(name + ".up", TransposedConvolution.of(net.channels(below), channels, 2, 2), below);
        String both = net.add(name + ".concatenate", new Concatenate(), crop, twice);
        return convolutions(name, both, channels);
    }

    /** The amounts do not change with the image: valid convolutions always lose as much. */
    private static Crop centre(Shape skip, Shape below) {
        int rows = skip.height() - 2 * below.height();
        int columns = skip.width() - 2 * below.width();
        return new Crop(rows / 2, rows - rows / 2, columns / 2, columns - columns / 2);
    }

    private String convolutions(String name, String input, int channels) {
        String first = net.add(name + ".conv1", Convolution.of(net.channels(input), channels, 3), input);
        String second =
                net.add(name + ".conv2", Convolution.of(channels, channels, 3), net.relu(name + ".relu1", first));
        return net.relu(name + ".relu2", second);
    }

    private Graph answer(Convolution head, String last) {
        return net.output("out", net.add("head", head, last)).build();
    }
}
