package org.vung.torch.rcnn.roi;

import static org.bytedeco.pytorch.global.torch.embedding_bag;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.run.Tensors;

/**
 * RoIAlign (He et al. 2017, arXiv:1703.06870): maps of one size for regions of any, without rounding where they lie. Each bin is the mean
 * of bilinear samples, thus a weighted sum of places; gradients flow back to the places with the same weights.
 */
public final class RoiAlign {

    private static final long SUM = 0;

    private RoiAlign() {}

    /**
     * Cuts regions out of maps.
     *
     * @param maps [N, C, H, W], fastest where the channels of a place lie side by side
     * @param boxes regions in pixels [R, 4]
     * @param images which of the N maps each region is cut from [R]
     * @param scale places of a map per pixel, such as 1/4
     * @param grid how many bins, and how samples lie in them
     * @return [R, C, side, side] in float32
     */
    public static Tensor of(Tensor maps, Boxes boxes, int[] images, float scale, Grid grid) {
        Extent size = Tensors.size(maps);
        long channels = maps.size(1);
        Samples samples = Samples.of(boxes, firsts(images, size), size, scale, grid);
        Tensor places = maps.to(torch.ScalarType.Float).permute(0, 2, 3, 1).reshape(-1, channels); // [N · H · W, C]
        Tensor bins = embedding_bag(
                        places,
                        Tensor.create(samples.places()),
                        Tensor.create(samples.starts()),
                        false,
                        SUM,
                        false,
                        new TensorOptional(Tensor.create(samples.weights())),
                        true)
                .get0(); // [R · side², C]
        return new Tensor(bins)
                .view(boxes.count(), grid.side(), grid.side(), channels)
                .permute(0, 3, 1, 2);
    }

    private static long[] firsts(int[] images, Extent size) {
        long[] firsts = new long[images.length];
        for (int region = 0; region < images.length; region++) {
            firsts[region] = (long) images[region] * size.rows() * size.columns();
        }
        return firsts;
    }
}
