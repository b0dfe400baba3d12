package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.grid.LevelQueue;
import org.vung.grid.PixelQueue;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/** Relief and labels inside a frame of one pixel that water never enters, so that no step needs a look at the border. */
final class Basin {

    /** Where no water may flow: the frame, and what lies outside the part to flood. */
    static final int DRY = -1;

    private final Size size;
    private final int stride;
    private final int[] labels;
    private final long[] heights;

    Basin(double[] relief, int[] markers, boolean[] part, Size size) {
        this.size = size;
        stride = size.width() + 2;
        if ((long) stride * (size.height() + 2) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "image must be below 2^31 pixels with a frame around it, got " + size + "; cut it into tiles");
        }
        labels = new int[stride * (size.height() + 2)];
        heights = new long[labels.length];
        Arrays.fill(labels, 0, stride, DRY);
        Arrays.fill(labels, labels.length - stride, labels.length, DRY);
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int framed = (row + 1) * stride;
                labels[framed] = DRY;
                labels[framed + stride - 1] = DRY;
                for (int column = 0; column < size.width(); column++) {
                    int pixel = row * size.width() + column;
                    labels[framed + 1 + column] = part[pixel] ? markers[pixel] : DRY;
                    heights[framed + 1 + column] = PixelQueue.order(relief[pixel]);
                }
            }
        });
    }

    int stride() {
        return stride;
    }

    int[] framed() {
        return labels;
    }

    long[] heights() {
        return heights;
    }

    /** All marker pixels, as the seeds of the queue. */
    PixelQueue springs() {
        PixelQueue queue = new PixelQueue(Math.max(64, size.pixels()));
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (labels[pixel] > 0) {
                queue.seed(heights[pixel], pixel);
            }
        }
        return queue;
    }

    /** The largest height that two marker pixels share. */
    long highestTie() {
        long[] springs = new long[labels.length];
        int count = 0;
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (labels[pixel] > 0) {
                springs[count++] = heights[pixel];
            }
        }
        Arrays.parallelSort(springs, 0, count);
        for (int at = count - 1; at > 0; at--) {
            if (springs[at] == springs[at - 1]) {
                return springs[at];
            }
        }
        return Long.MIN_VALUE;
    }

    /** An empty queue over the range of the heights. */
    LevelQueue levels() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (long order : heights) {
            double height = PixelQueue.number(order);
            if (Double.isFinite(height)) {
                lowest = Math.min(lowest, height);
                highest = Math.max(highest, height);
            }
        }
        return new LevelQueue(heights, lowest, highest);
    }

    /** The labels without the frame; dry pixels are 0. */
    int[] labels() {
        int[] inner = new int[size.pixels()];
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < size.width(); column++) {
                    inner[row * size.width() + column] = Math.max(0, labels[(row + 1) * stride + 1 + column]);
                }
            }
        });
        return inner;
    }
}
