package org.vung.classic.felzenszwalb;

import org.vung.grid.RowBands;
import org.vung.image.Size;

/**
 * The edges between 8-neighbours and their costs, the Euclidean distances of the colours they join.
 *
 * <p>They start in the order right, down, down-right, up-right, each in raster order. An edge is its upper (or left) pixel
 * times 4 plus its direction; a cost is the bit pattern of a double, which for numbers at least 0 sorts as the number.
 */
final class GridEdges {

    private static final int DIRECTIONS = 4;
    private static final int MOST_PIXELS = 500_000_000;
    private static final int AHEAD = 256;

    private final long[] costs;
    private final int[] edges;
    private final int[] offsets;

    private GridEdges(int count, int width) {
        costs = new long[count];
        edges = new int[count];
        offsets = new int[] {1, width, width + 1, width - 1};
    }

    static void checkSize(Size size) {
        if (size.pixels() > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "image must have at most " + MOST_PIXELS + " pixels, got " + size + "; cut it into tiles");
        }
    }

    /** All edges of an image of interleaved samples [height · width · channels]. */
    static GridEdges of(double[] samples, Size size, int channels) {
        int height = size.height();
        int width = size.width();
        int across = height * (width - 1);
        int down = (height - 1) * width;
        int diagonal = (height - 1) * (width - 1);
        GridEdges grid = new GridEdges(across + down + 2 * diagonal, width);
        RowBands.forEach(height, (from, to) -> {
            for (int row = from; row < to; row++) {
                int slanted = across + down + row * (width - 1);
                grid.put(samples, channels, row * (width - 1), row * width, width - 1, 0);
                if (row < height - 1) {
                    grid.put(samples, channels, across + row * width, row * width, width, 1);
                    grid.put(samples, channels, slanted, row * width, width - 1, 2);
                    grid.put(samples, channels, slanted + diagonal, row * width + 1, width - 1, 3);
                }
            }
        });
        return grid;
    }

    /** Puts {@code count} edges of one direction at {@code place}, beginning at {@code pixel}. */
    private void put(double[] samples, int channels, int place, int pixel, int count, int direction) {
        int away = offsets[direction] * channels;
        int at = pixel * channels;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                double change = samples[at + away] - samples[at];
                sum += change * change;
                at++;
            }
            costs[place + i] = Double.doubleToRawLongBits(Math.sqrt(sum));
            edges[place + i] = (pixel + i) * DIRECTIONS + direction;
        }
    }

    /** Puts the cheapest edges first. */
    void sort() {
        IntroSort.sort(costs, edges);
    }

    /**
     * Joins regions along the edges that cost less than both allow.
     *
     * @return the number of edges between different regions that joined none; they stay in order at the front
     */
    int joinAlike(Regions regions) {
        int kept = 0;
        int[] firsts = new int[AHEAD];
        int[] seconds = new int[AHEAD];
        for (int from = 0; from < edges.length; from += AHEAD) {
            int to = Math.min(edges.length, from + AHEAD);
            climb(regions, from, to, firsts, seconds);
            for (int i = from; i < to; i++) {
                int first = regions.find(firsts[i - from]);
                int second = regions.find(seconds[i - from]);
                if (first == second) {
                    continue;
                }
                double cost = Double.longBitsToDouble(costs[i]);
                if (regions.alike(first, second, cost)) {
                    regions.innerCost(regions.join(first, second), cost);
                } else {
                    edges[kept++] = edges[i];
                }
            }
        }
        return kept;
    }

    /**
     * Climbs towards the regions of the pixels that some edges join.
     *
     * <p>In the order of their costs edges lie anywhere in the image. These steps do not wait for one another, so their cache
     * misses overlap; on 16 megapixels and without large pages joining takes a third less time.
     */
    private void climb(Regions regions, int from, int to, int[] firsts, int[] seconds) {
        for (int i = from; i < to; i++) {
            firsts[i - from] = regions.up(edges[i] >>> 2);
            seconds[i - from] = regions.up((edges[i] >>> 2) + offsets[edges[i] & 3]);
        }
        for (int i = from; i < to; i++) {
            firsts[i - from] = regions.upAndShorten(edges[i] >>> 2, firsts[i - from]);
            seconds[i - from] = regions.upAndShorten((edges[i] >>> 2) + offsets[edges[i] & 3], seconds[i - from]);
        }
    }

    /** Joins regions along the first {@code count} edges while either has less than {@code minArea} pixels. */
    void joinSmall(Regions regions, int count, int minArea) {
        for (int i = 0; i < count; i++) {
            int first = regions.find(edges[i] >>> 2);
            int second = regions.find((edges[i] >>> 2) + offsets[edges[i] & 3]);
            if (first != second && (regions.area(first) < minArea || regions.area(second) < minArea)) {
                regions.join(first, second);
            }
        }
    }
}
