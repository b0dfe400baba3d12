package org.vung.measure.distance;

import org.vung.measure.LabelRuns;
import org.vung.measure.PixelSize;

/** The squared way between the edges of two regions' pixels. Rows further apart than the shortest way so far are not looked at. */
final class Gap {

    private final LabelRuns runs;
    private final PixelSize pixel;
    private double shortest;

    Gap(LabelRuns runs, PixelSize pixel) {
        this.runs = runs;
        this.pixel = pixel;
    }

    /** The squared way between two labels where it is at most {@code limit}, else something above it. */
    double squared(int label, int other, double limit) {
        shortest = Math.nextUp(limit);
        boolean swap = runs.to(label) - runs.from(label) > runs.to(other) - runs.from(other);
        int few = swap ? other : label;
        int many = swap ? label : other;
        int middle = firstBelow(runs.row(runs.from(few)), runs.from(many), runs.to(many));
        for (int run = runs.from(few); run < runs.to(few) && shortest > 0; run++) {
            int row = runs.row(run);
            while (middle < runs.to(many) && runs.row(middle) < row) {
                middle++;
            }
            int down = middle;
            while (down < runs.to(many) && isShorter(run, down)) {
                down++;
            }
            int up = middle - 1;
            while (up >= runs.from(many) && isShorter(run, up)) {
                up--;
            }
        }
        return shortest;
    }

    /** The first run from that row on downwards. */
    private int firstBelow(int row, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int half = (low + high) >>> 1;
            if (runs.row(half) < row) {
                low = half + 1;
            } else {
                high = half;
            }
        }
        return low;
    }

    /** Measures two runs; false if their rows alone are as far apart as the shortest way, and so are all that follow. */
    private boolean isShorter(int run, int other) {
        double down = rows(runs.row(run), runs.row(other)) * pixel.height();
        if (down * down >= shortest) {
            return false;
        }
        int start = runs.start(run);
        int otherStart = runs.start(other);
        double across =
                Math.max(0, Math.max(otherStart - start - runs.length(run), start - otherStart - runs.length(other)))
                        * pixel.width();
        shortest = Math.min(shortest, down * down + across * across);
        return true;
    }

    private static int rows(int row, int other) {
        return Math.max(0, Math.abs(row - other) - 1);
    }
}
