package org.vung.classic.multiotsu;

import org.vung.image.Histogram;

/**
 * What a class of neighbouring bins adds to the variance between classes: (sum of values)² / pixels, both as shares of the
 * image; H in the paper.
 *
 * <p>Everything is single precision in scikit-image's order, and two of its particulars are kept because they can decide: the
 * value of the first bin counts as 1 like that of the second, and a class of the first bin alone counts as 0.
 */
final class ClassSpread {

    private final float[] pixels;
    private final float[] sums;

    private ClassSpread(float[] pixels, float[] sums) {
        this.pixels = pixels;
        this.sums = sums;
    }

    /** Running sums over the bins; {@code P} and {@code S} in the paper. */
    static ClassSpread of(Histogram histogram) {
        int bins = histogram.bins();
        double total = histogram.total();
        float[] pixels = new float[bins + 1];
        float[] sums = new float[bins + 1];
        for (int bin = 0; bin < bins; bin++) {
            float share = (float) (histogram.count(bin) / total);
            pixels[bin + 1] = pixels[bin] + share;
            sums[bin + 1] = sums[bin] + Math.max(1, bin) * share;
        }
        return new ClassSpread(pixels, sums);
    }

    int bins() {
        return pixels.length - 1;
    }

    /** The spread of bins {@code from} … {@code to} − 1. */
    float of(int from, int to) {
        float share = pixels[to] - pixels[from];
        if (share <= 0 || to == 1) {
            return 0;
        }
        float sum = sums[to] - sums[from];
        return sum * sum / share;
    }

    /** Whether a class may end before either bin with the same spread on both sides. */
    boolean same(int cut, int other) {
        return pixels[cut] == pixels[other] && sums[cut] == sums[other] && (cut == 1) == (other == 1);
    }

    /** How many cuts differ from the one before. */
    int distinct() {
        int distinct = 1;
        for (int cut = 2; cut < bins(); cut++) {
            distinct += same(cut, cut - 1) ? 0 : 1;
        }
        return distinct;
    }
}
