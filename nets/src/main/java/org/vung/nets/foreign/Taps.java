package org.vung.nets.foreign;

/**
 * Where the pixels of a resized axis come from: each is a weighted sum of neighbours. Pixels are squares whose middles lie at ½; the
 * triangle is one pixel wide when it enlarges and as wide as a new pixel when it shrinks, so that nothing is skipped.
 *
 * <p>Source: Pillow's {@code BILINEAR}, PyTorch's {@code interpolate(mode="bilinear", antialias=True)}, the same as without
 * {@code antialias} where it enlarges.
 */
final class Taps {

    private final int[] first;
    private final float[][] weights;

    private Taps(int length) {
        first = new int[length];
        weights = new float[length][];
    }

    static Taps linear(int from, int to) {
        Taps taps = new Taps(to);
        double scale = (double) from / to;
        double support = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int begin = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            taps.first[i] = begin;
            taps.weights[i] = triangle(begin, end, centre, support);
        }
        return taps;
    }

    private static float[] triangle(int begin, int end, double centre, double support) {
        double[] exact = new double[end - begin];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Math.max(0, 1 - Math.abs((begin + i + 0.5 - centre) / support));
            sum += exact[i];
        }
        float[] weights = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            weights[i] = (float) (exact[i] / sum);
        }
        return weights;
    }

    /** The pixel that lies under the middle of the new one. */
    static Taps nearest(int from, int to) {
        Taps taps = new Taps(to);
        for (int i = 0; i < to; i++) {
            taps.first[i] = (int) ((2L * i + 1) * from / (2L * to));
            taps.weights[i] = new float[] {1};
        }
        return taps;
    }

    /** The sum for pixel i of numbers that lie {@code step} apart from {@code start} on. */
    float sum(int i, float[] numbers, int start, int step) {
        float[] own = weights[i];
        int at = start + first[i] * step;
        if (own.length == 1) {
            return numbers[at];
        }
        float sum = 0;
        for (float weight : own) {
            if (weight > 0) {
                sum += weight * numbers[at];
            }
            at += step;
        }
        return sum;
    }
}
