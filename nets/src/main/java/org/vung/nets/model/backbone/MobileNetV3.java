package org.vung.nets.model.backbone;

import java.util.List;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Activation.Function;

/**
 * The convolutional part of the large MobileNet v3 (Howard et al. 2019, "Searching for MobileNetV3", arXiv:1905.02244),
 * its table 1.
 *
 * <p>Differs from the paper, with torchvision: a squeeze has a quarter of the expanded channels, rounded to a multiple of 8.
 */
public final class MobileNetV3 {

    /** Rows of the table; the last three keep the resolution and are dilated. */
    private static final List<InvertedResidual> BLOCKS = List.of(
            new InvertedResidual(3, 16, 16, false, Function.RELU, 1, 1),
            new InvertedResidual(3, 64, 24, false, Function.RELU, 2, 1),
            new InvertedResidual(3, 72, 24, false, Function.RELU, 1, 1),
            new InvertedResidual(5, 72, 40, true, Function.RELU, 2, 1),
            new InvertedResidual(5, 120, 40, true, Function.RELU, 1, 1),
            new InvertedResidual(5, 120, 40, true, Function.RELU, 1, 1),
            new InvertedResidual(3, 240, 80, false, Function.HARD_SWISH, 2, 1),
            new InvertedResidual(3, 200, 80, false, Function.HARD_SWISH, 1, 1),
            new InvertedResidual(3, 184, 80, false, Function.HARD_SWISH, 1, 1),
            new InvertedResidual(3, 184, 80, false, Function.HARD_SWISH, 1, 1),
            new InvertedResidual(3, 480, 112, true, Function.HARD_SWISH, 1, 1),
            new InvertedResidual(3, 672, 112, true, Function.HARD_SWISH, 1, 1),
            new InvertedResidual(5, 672, 160, true, Function.HARD_SWISH, 1, 2),
            new InvertedResidual(5, 960, 160, true, Function.HARD_SWISH, 1, 2),
            new InvertedResidual(5, 960, 160, true, Function.HARD_SWISH, 1, 2));

    private static final int FINE_BLOCK = 4;

    private MobileNetV3() {}

    /**
     * What segmentation builds on.
     *
     * @param low fine maps [40, H/8, W/8]
     * @param high coarse maps [960, H/16, W/16]
     */
    public record Maps(String low, String high) {}

    /**
     * The part dilated to an output stride of 16.
     *
     * @param net to which it is added
     * @param prefix of all names, empty or ending in a dot
     * @param image [any, H, W]
     * @return its fine and its last maps
     */
    public static Maps dilated(GraphBuilder net, String prefix, String image) {
        Activation swish = Activation.of(Function.HARD_SWISH);
        String last = InvertedResidual.first(net, prefix + "0", image, swish); // [16, H/2, W/2]
        String low = last;
        for (int i = 1; i <= BLOCKS.size(); i++) {
            last = BLOCKS.get(i - 1).on(net, prefix + i, last);
            low = i == FINE_BLOCK ? last : low;
        }
        String high = InvertedResidual.one(net, prefix + (BLOCKS.size() + 1), last, 960, swish);
        return new Maps(low, high);
    }
}
