package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.grid.PixelQueue;

/**
 * Flooding where a pixel may stand in the queue several times: the first way to reach it is not always the lowest
 * (compactness), and whether floods meet on it shows only when it leaves the queue (lines).
 */
final class Shore {

    private final int stride;
    private final int[] labels;
    private final long[] heights;
    private final int[] steps;
    private final Flooding flooding;
    private final boolean[] wall;
    private final PixelQueue queue;
    /** The marker pixel the water came from, per entry of the queue. */
    private int[] sources;

    Shore(Basin basin, int[] steps, Flooding flooding) {
        this.stride = basin.stride();
        this.labels = basin.framed();
        this.heights = basin.heights();
        this.steps = steps;
        this.flooding = flooding;
        this.wall = new boolean[labels.length];
        this.queue = basin.springs();
        this.sources = new int[labels.length];
        for (int pixel = 0, seed = 0; pixel < labels.length; pixel++) {
            wall[pixel] = labels[pixel] == Basin.DRY;
            if (labels[pixel] > 0) {
                sources[seed++] = pixel;
            }
        }
    }

    void flood() {
        while (!queue.isEmpty()) {
            int pixel = queue.pop();
            int source = sources[queue.taken()];
            boolean reachedBefore = labels[pixel] != 0 && pixel != source;
            if (reachedBefore || (flooding.line() && isMeeting(pixel))) {
                continue;
            }
            labels[pixel] = labels[source];
            for (int step : steps) {
                int neighbour = pixel + step;
                if (!wall[neighbour] && labels[neighbour] == 0) {
                    push(neighbour, source);
                }
            }
        }
    }

    /** Whether floods of two labels touch the pixel; it then becomes a wall. */
    private boolean isMeeting(int pixel) {
        if (wall[pixel]) {
            return true;
        }
        int first = 0;
        for (int step : steps) {
            int neighbour = pixel + step;
            int label = wall[neighbour] ? 0 : labels[neighbour];
            if (first == 0) {
                first = label;
            } else if (label != 0 && label != first) {
                wall[pixel] = true;
                return true;
            }
        }
        return false;
    }

    private void push(int pixel, int source) {
        if (queue.entered() == sources.length) {
            sources = Arrays.copyOf(sources, (int) Math.min(Integer.MAX_VALUE - 8L, sources.length * 3L / 2 + 16));
        }
        sources[queue.entered()] = source;
        double height = PixelQueue.number(heights[pixel]) + flooding.compactness() * distance(pixel, source);
        queue.push(flooding.compactness() > 0 ? PixelQueue.order(height) : heights[pixel], pixel);
    }

    private double distance(int pixel, int source) {
        double rows = pixel / stride - source / stride;
        double columns = pixel % stride - source % stride;
        return Math.sqrt(rows * rows + columns * columns);
    }
}
