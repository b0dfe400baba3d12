package org.vung.torch.rcnn.roi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.vung.torch.rcnn.box.Boxes;

/**
 * The level of a pyramid on which a region is looked at: k = ⌊4 + log₂(√(width · height) ÷ 224)⌋ (Lin et al. 2017, equation 1), as near
 * as there are levels.
 *
 * @param finest log₂ of the pixels a place of the first level
 * @param count levels
 */
public record Levels(int finest, int count) {

    private static final float CANONICAL = 224;
    private static final int LEVEL = 4;
    /** Keeps regions of just 224 pixels from falling down a level by rounding. */
    private static final float NUDGE = 1e-6f;

    /**
     * Those that the heads of an R-CNN look at: a single one is of C4, at a stride of 16; the coarsest of a pyramid is for proposals alone.
     *
     * @param maps of the backbone
     * @return the levels
     */
    public static Levels ofBackbone(int maps) {
        return maps == 1 ? Levels.of(List.of(16)) : new Levels(2, maps - 1);
    }

    /**
     * The level of a region.
     *
     * @param boxes regions in pixels
     * @param box which
     * @return 0 … count − 1, 0 the finest
     */
    public int of(Boxes boxes, int box) {
        float side = (float) Math.sqrt(boxes.area(box)) / CANONICAL;
        double level = Math.floor(LEVEL + (float) (Math.log(side) / Math.log(2)) + NUDGE);
        return (int) Math.max(0, Math.min(count - 1, level - finest));
    }

    /**
     * Cuts regions out of a pyramid, each out of its level.
     *
     * @param levels maps [N, C, H, W] of each level, from the finest on
     * @param boxes regions in pixels [R, 4]
     * @param images which of the N images each region is in [R]
     * @param grid how many bins, and how samples lie in them
     * @return [R, C, side, side] in float32, in the order of the regions
     */
    public Tensor regions(List<Tensor> levels, Boxes boxes, int[] images, Grid grid) {
        int[] own = IntStream.range(0, boxes.count()).map(box -> of(boxes, box)).toArray();
        TensorVector parts = new TensorVector();
        long[] places = new long[boxes.count()];
        int done = 0;
        for (int level = 0; level < count; level++) {
            int[] here = here(own, level);
            for (int box : here) {
                places[box] = done++;
            }
            if (here.length > 0) {
                int[] from = Arrays.stream(here).map(box -> images[box]).toArray();
                float scale = 1f / (1 << (finest + level));
                parts.push_back(RoiAlign.of(levels.get(level), boxes.only(here), from, scale, grid));
            }
        }
        return parts.size() == 0
                ? none(levels.get(0), grid)
                : torch.cat(parts, 0).index_select(0, Tensor.create(places));
    }

    private static int[] here(int[] own, int level) {
        return IntStream.range(0, own.length).filter(box -> own[box] == level).toArray();
    }

    private static Tensor none(Tensor model, Grid grid) {
        return torch.zeros(0, model.size(1), grid.side(), grid.side());
    }

    /**
     * The levels that a pyramid's maps are of.
     *
     * @param strides pixels a place of each level, powers of two, each twice the one before
     * @return the levels
     */
    public static Levels of(List<Integer> strides) {
        List<Integer> doubled = new ArrayList<>();
        for (int level = 0; level < strides.size(); level++) {
            doubled.add(strides.get(0) << level);
        }
        if (strides.isEmpty() || Integer.bitCount(strides.get(0)) != 1 || !doubled.equals(strides)) {
            throw new IllegalArgumentException("strides must be powers of two that double, got " + strides);
        }
        return new Levels(Integer.numberOfTrailingZeros(strides.get(0)), strides.size());
    }
}
