package org.vung.torch.rcnn.roi;

import java.util.Arrays;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Boxes;

/**
 * Which places of a map each bin of some regions takes, and with which weight: the bilinear samples of RoIAlign (He et al. 2017), which
 * are sums over places whatever the map holds. So one list serves maps of features, their gradients, and masks.
 *
 * <p>A sample more than one place beyond the map is 0; one less far beyond takes the nearest place.
 */
final class Samples {

    private final Extent map;
    private final Grid grid;
    private long[] places = new long[1024];
    private float[] weights = new float[1024];
    private final long[] starts;
    private int count;
    private int bin;

    private Samples(int regions, Extent map, Grid grid) {
        this.map = map;
        this.grid = grid;
        this.starts = new long[regions * grid.bins() + 1];
    }

    /**
     * The samples of regions.
     *
     * @param boxes regions in pixels
     * @param firsts index of the first place of each region's map
     * @param map height and width
     * @param scale places of the map per pixel
     * @param grid how samples lie
     * @return region by region, bin by bin, row by row
     */
    static Samples of(Boxes boxes, long[] firsts, Extent map, float scale, Grid grid) {
        Samples samples = new Samples(boxes.count(), map, grid);
        float shift = grid.centred() ? 0.5f : 0;
        for (int box = 0; box < boxes.count(); box++) {
            samples.add(
                    firsts[box],
                    Side.of(boxes.top(box) * scale - shift, boxes.bottom(box) * scale - shift, grid),
                    Side.of(boxes.left(box) * scale - shift, boxes.right(box) * scale - shift, grid));
        }
        return samples;
    }

    /** One axis of a region: where it begins, how long a bin is, how many samples are in it. */
    private record Side(float start, float bin, int samples) {

        /** A region that is not centred has a length of at least one place. */
        static Side of(float start, float end, Grid grid) {
            float length = grid.centred() ? end - start : Math.max(1, end - start);
            float bin = length / grid.side();
            return new Side(start, bin, grid.samples() > 0 ? grid.samples() : (int) Math.ceil(bin));
        }

        float at(int index, int sample) {
            return start + index * bin + (sample + 0.5f) * bin / samples;
        }
    }

    private void add(long first, Side rows, Side columns) {
        float share = 1f / Math.max(1, rows.samples * columns.samples);
        for (int row = 0; row < grid.side(); row++) {
            for (int column = 0; column < grid.side(); column++) {
                for (int down = 0; down < rows.samples; down++) {
                    for (int across = 0; across < columns.samples; across++) {
                        add(first, rows.at(row, down), columns.at(column, across), share);
                    }
                }
                starts[++bin] = count;
            }
        }
    }

    private void add(long first, float row, float column, float share) {
        if (row < -1 || row > map.rows() || column < -1 || column > map.columns()) {
            return;
        }
        float y = Math.max(0, row);
        float x = Math.max(0, column);
        int top = Math.min((int) y, map.rows() - 1);
        int left = Math.min((int) x, map.columns() - 1);
        float down = top == map.rows() - 1 ? 0 : y - top;
        float across = left == map.columns() - 1 ? 0 : x - left;
        long place = first + (long) top * map.columns() + left;
        add(place, (1 - down) * (1 - across) * share);
        add(place + 1, (1 - down) * across * share);
        add(place + map.columns(), down * (1 - across) * share);
        add(place + map.columns() + 1, down * across * share);
    }

    private void add(long place, float weight) {
        if (weight == 0) {
            return; // nor is there such a place beyond the last row and column
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        places[count] = place;
        weights[count++] = weight;
    }

    /** Indices of places, bin after bin. */
    long[] places() {
        return Arrays.copyOf(places, count);
    }

    /** As many weights. */
    float[] weights() {
        return Arrays.copyOf(weights, count);
    }

    /** Where each bin begins in both, and after them where the last ends. */
    long[] starts() {
        return starts.clone();
    }
}
