package org.vung.classic.multiotsu;

import java.util.Arrays;
import org.vung.image.Histogram;

/**
 * The best division of a histogram of very many bins, in double precision. The best cut before a bin never moves back when the
 * bin moves on, so halving finds all cuts of a level in n log n steps.
 */
final class WideDivisions {

    private final int[] bins;
    private final double[] pixels;
    private final double[] sums;

    WideDivisions(Histogram histogram) {
        int[] used = new int[histogram.bins()];
        int count = 0;
        pixels = new double[histogram.bins() + 1];
        sums = new double[histogram.bins() + 1];
        for (int bin = 0; bin < histogram.bins(); bin++) {
            if (histogram.count(bin) > 0) {
                used[count++] = bin;
                pixels[count] = pixels[count - 1] + histogram.count(bin);
                sums[count] = sums[count - 1] + (double) histogram.count(bin) * bin;
            }
        }
        bins = Arrays.copyOf(used, count);
    }

    /** The last bin of every class but the last. */
    int[] best(int classes) {
        int used = bins.length;
        double[] previous = new double[used + 1];
        for (int end = 1; end <= used; end++) {
            previous[end] = spread(0, end);
        }
        int[][] cuts = new int[classes + 1][used + 1];
        for (int level = 2; level <= classes; level++) {
            double[] current = new double[used + 1];
            halve(previous, current, cuts[level], new int[] {level, used, level - 1, used - 1});
            previous = current;
        }
        int[] thresholds = new int[classes - 1];
        for (int level = classes, end = used; level >= 2; level--) {
            end = cuts[level][end];
            thresholds[level - 2] = bins[end - 1];
        }
        return thresholds;
    }

    /** Solves the ends in {@code range[0 … 1]} knowing that their cuts lie in {@code range[2 … 3]}. */
    private void halve(double[] previous, double[] current, int[] cuts, int[] range) {
        if (range[0] > range[1]) {
            return;
        }
        int end = (range[0] + range[1]) >>> 1;
        current[end] = Double.NEGATIVE_INFINITY;
        for (int cut = range[2]; cut <= Math.min(end - 1, range[3]); cut++) {
            double value = previous[cut] + spread(cut, end);
            if (value > current[end]) {
                current[end] = value;
                cuts[end] = cut;
            }
        }
        halve(previous, current, cuts, new int[] {range[0], end - 1, range[2], cuts[end]});
        halve(previous, current, cuts, new int[] {end + 1, range[1], cuts[end], range[3]});
    }

    private double spread(int from, int to) {
        double sum = sums[to] - sums[from];
        return sum * sum / (pixels[to] - pixels[from]);
    }
}
