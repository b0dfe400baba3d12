package org.vung.classic.threshold;

import java.util.Arrays;
import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;
import org.vung.image.SampleType;

/**
 * The threshold of least cross entropy between the image and its two-level version, by fixed-point iteration: C. Li, P. Tam,
 * "An iterative algorithm for minimum cross entropy thresholding", Pattern Recognition Letters 19, 1998.
 *
 * <p>Differs from the paper: grey values are counted from the darkest pixel, iteration starts at the mean and stops when the
 * threshold moves by at most half a grey level (floats: half the smallest gap between two values), as in scikit-image. An
 * image of one grey value has that threshold.
 *
 * @param grey how colour becomes grey
 */
public record Li(Grey grey) implements AutomaticThreshold {

    private static final int MOST_ITERATIONS = 10_000;

    /** With the standard grey. */
    public Li() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        if (grey.type() == SampleType.FLOAT32) {
            float[] sorted = sortedFinite(grey.sharedFloats());
            return sorted.length == 0 ? Double.NaN : ofSorted(sorted);
        }
        return ofCounts(Histogram.of(grey).trimmed());
    }

    private static double ofCounts(Histogram histogram) {
        int bins = histogram.bins();
        double[] values = new double[bins];
        double[] pixels = new double[bins + 1];
        double[] sums = new double[bins + 1];
        for (int bin = 0; bin < bins; bin++) {
            values[bin] = bin;
            pixels[bin + 1] = pixels[bin] + histogram.count(bin);
            sums[bin + 1] = sums[bin] + (double) histogram.count(bin) * bin;
        }
        return bins == 1 ? histogram.centre(0) : histogram.centre(0) + iterate(values, pixels, sums, 0.5);
    }

    private static double ofSorted(float[] sorted) {
        float darkest = sorted[0];
        double[] values = new double[sorted.length];
        double[] pixels = new double[sorted.length + 1];
        double[] sums = new double[sorted.length + 1];
        double gap = Double.POSITIVE_INFINITY;
        for (int at = 0; at < sorted.length; at++) {
            values[at] = sorted[at] - darkest;
            pixels[at + 1] = at + 1.0;
            sums[at + 1] = sums[at] + values[at];
            if (at > 0 && values[at] > values[at - 1]) {
                gap = Math.min(gap, (float) (values[at] - values[at - 1]));
            }
        }
        return gap == Double.POSITIVE_INFINITY ? darkest : darkest + iterate(values, pixels, sums, gap / 2);
    }

    /**
     * The fixed point.
     *
     * @param values ascending from 0
     * @param pixels pixels before each value, then all
     * @param sums sum of the values of these pixels
     * @param tolerance the change that ends the iteration
     * @return the threshold above the darkest value
     */
    private static double iterate(double[] values, double[] pixels, double[] sums, double tolerance) {
        int all = values.length;
        double next = sums[all] / pixels[all];
        double current = -2 * tolerance;
        for (int i = 0; i < MOST_ITERATIONS && Math.abs(next - current) > tolerance; i++) {
            current = next;
            int above = firstAbove(values, current);
            double lower = sums[above] / pixels[above];
            double upper = (sums[all] - sums[above]) / (pixels[all] - pixels[above]);
            next = (lower - upper) / (Math.log(lower) - Math.log(upper));
        }
        return next;
    }

    private static int firstAbove(double[] values, double limit) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] > limit) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static float[] sortedFinite(float[] samples) {
        float[] finite = new float[samples.length];
        int count = 0;
        for (float sample : samples) {
            if (Float.isFinite(sample)) {
                finite[count++] = sample;
            }
        }
        finite = Arrays.copyOf(finite, count);
        Arrays.parallelSort(finite);
        return finite;
    }
}
