package org.vung.torch.rcnn.roi;

import org.bytedeco.pytorch.Tensor;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.run.Tensors;

/**
 * RoI pooling (Girshick 2015, "Fast R-CNN", arXiv:1504.08083), as the tutorial draws it: the edges of a region and of its bins are
 * rounded to places of the map, and the largest number of a bin is taken. What {@link RoiAlign} came to mend; gradients flow to the
 * places that were taken.
 */
public final class RoiPool {

    private RoiPool() {}

    /**
     * Cuts regions out of maps.
     *
     * @param maps [N, C, H, W]
     * @param boxes regions in pixels [R, 4]
     * @param images which of the N maps each region is cut from [R]
     * @param scale places of a map per pixel, such as 1/16
     * @param side bins along each axis
     * @return [R, C, side, side]; a bin without a place is 0
     */
    public static Tensor of(Tensor maps, Boxes boxes, int[] images, float scale, int side) {
        Extent size = Tensors.size(maps);
        int channels = Math.toIntExact(maps.size(1));
        Largest largest = new Largest(Tensors.toFloats(maps.detach()), size, channels);
        int bins = side * side;
        long[] taken = new long[boxes.count() * channels * bins];
        float[] filled = new float[taken.length];
        for (int region = 0; region < boxes.count(); region++) {
            Side rows = Side.of(boxes.top(region) * scale, boxes.bottom(region) * scale, side);
            Side columns = Side.of(boxes.left(region) * scale, boxes.right(region) * scale, side);
            for (int at = 0; at < channels * bins; at++) {
                int plane = images[region] * channels + at / bins;
                int place = largest.of(
                        plane, rows.bin(at % bins / side, size.rows()), columns.bin(at % side, size.columns()));
                taken[region * channels * bins + at] = Math.max(0, place);
                filled[region * channels * bins + at] = place < 0 ? 0 : 1;
            }
        }
        long[] shape = {boxes.count(), channels, side, side};
        return maps.contiguous()
                .view(-1)
                .index_select(0, Tensor.create(taken))
                .mul(Tensor.create(filled))
                .view(shape);
    }

    /** One axis of a region, in whole places: where it begins, how long a bin is. */
    private record Side(int start, float bin) {

        static Side of(float start, float end, int side) {
            int first = rounded(start);
            int length = Math.max(1, rounded(end) - first + 1);
            return new Side(first, (float) length / side);
        }

        /** Halves go away from 0. */
        private static int rounded(float edge) {
            return (int) (Math.signum(edge) * Math.floor(Math.abs(edge) + 0.5));
        }

        /** The places from the first to before the last that a bin covers. */
        int[] bin(int index, int places) {
            int from = (int) Math.floor(index * bin) + start;
            int to = (int) Math.ceil((index + 1) * bin) + start;
            return new int[] {Math.max(0, Math.min(places, from)), Math.max(0, Math.min(places, to))};
        }
    }

    /** Finds the largest number of a part of a plane. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Largest(float[] numbers, Extent size, int channels) {

        /** Its index among all numbers, or −1 where the part is empty. */
        int of(int plane, int[] rows, int[] columns) {
            int best = -1;
            for (int row = rows[0]; row < rows[1]; row++) {
                for (int column = columns[0]; column < columns[1]; column++) {
                    int place = (plane * size.rows() + row) * size.columns() + column;
                    best = best < 0 || numbers[place] > numbers[best] ? place : best;
                }
            }
            return best;
        }
    }
}
