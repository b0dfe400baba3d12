package org.vung.score;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * How far scores would move with other images of the same kind: images are drawn with replacement, as many as there are, and the
 * scores computed anew from what was drawn. A score of a data set is not a mean over images, so whole counts are drawn and summed.
 *
 * <p>Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 (percentile interval) and 15.
 * Images of one patient or drive are more alike than others; where the data knows such groups, draw groups.
 *
 * @param rounds drawings, at least 100
 * @param level share of them between the limits, such as 0.95
 * @param seed of the drawings: the same seed, the same limits
 */
public record Bootstrap(int rounds, double level, long seed) {

    /** Checks the numbers. */
    public Bootstrap {
        if (rounds < 100) {
            throw new IllegalArgumentException("rounds must be at least 100, got " + rounds);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, got " + level);
        }
    }

    /**
     * The usual limits: 95 % of 2,000 drawings.
     *
     * @return the bootstrap with seed 0
     */
    public static Bootstrap usual() {
        return new Bootstrap(2000, 0.95, 0);
    }

    /**
     * A score and its limits.
     *
     * @param value from all images
     * @param low limit
     * @param high limit; both NaN if no drawing gave a number, or there is one image alone
     */
    public record Interval(double value, double low, double high) {}

    /**
     * How much better the second of two methods is on the same images.
     *
     * @param value second minus first, and the limits of this difference
     * @param p chance of a difference at least as far from 0 if there were none, 0 … 1
     */
    public record Difference(Interval value, double p) {}

    /**
     * Limits of several scores at once, from the same drawings.
     *
     * @param images how many there are, at least 1
     * @param scores of drawn images, given as indices [images], some more than once; always as many scores. A score may be NaN
     *     for a drawing that does not have it, which then does not count
     * @return an interval for every score
     */
    public Interval[] intervals(int images, Function<int[], double[]> scores) {
        double[] whole = scores.apply(all(images));
        double[][] drawn = drawn(images, scores, whole.length);
        Interval[] intervals = new Interval[whole.length];
        Arrays.setAll(intervals, score -> interval(whole[score], drawn[score]));
        return intervals;
    }

    /**
     * Compares two methods on the same images: both are scored on the same drawings, so that images that are hard for both do not
     * count.
     *
     * @param images how many there are, at least 1
     * @param first scores of the first method, as in {@link #intervals}
     * @param second scores of the second, as many
     * @return a difference for every score
     */
    public Difference[] differences(int images, Function<int[], double[]> first, Function<int[], double[]> second) {
        Function<int[], double[]> between = drawn -> {
            double[] gain = second.apply(drawn).clone();
            double[] base = first.apply(drawn);
            Arrays.setAll(gain, score -> gain[score] - base[score]);
            return gain;
        };
        double[] whole = between.apply(all(images));
        double[][] drawn = drawn(images, between, whole.length);
        Difference[] differences = new Difference[whole.length];
        Arrays.setAll(differences, score -> {
            Interval interval = interval(whole[score], drawn[score]);
            return new Difference(interval, chance(drawn[score]));
        });
        return differences;
    }

    private static int[] all(int images) {
        if (images < 1) {
            throw new IllegalArgumentException("images must be at least 1, got " + images);
        }
        int[] all = new int[images];
        Arrays.setAll(all, image -> image);
        return all;
    }

    /** [score][round]. */
    private double[][] drawn(int images, Function<int[], double[]> scores, int count) {
        Random random = new Random(seed);
        double[][] drawn = new double[count][rounds];
        if (images == 1) {
            Arrays.stream(drawn).forEach(each -> Arrays.fill(each, Double.NaN)); // one tells nothing of others
            return drawn;
        }
        int[] indices = new int[images];
        for (int round = 0; round < rounds; round++) {
            Arrays.setAll(indices, place -> random.nextInt(images));
            double[] values = scores.apply(indices);
            for (int score = 0; score < count; score++) {
                drawn[score][round] = values[score];
            }
        }
        return drawn;
    }

    private Interval interval(double value, double[] drawn) {
        double[] sorted = Arrays.stream(drawn)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        double outside = (1 - level) / 2;
        return new Interval(value, quantile(sorted, outside), quantile(sorted, 1 - outside));
    }

    /** Between the two nearest drawings, as NumPy's {@code percentile} does. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.min(sorted.length - 1, Math.floor(place));
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    /** Twice the share of drawings on the rarer side of 0; one more is counted on it, so that no chance is 0. */
    private static double chance(double[] drawn) {
        long all = Arrays.stream(drawn).filter(each -> !Double.isNaN(each)).count();
        long notAbove = Arrays.stream(drawn).filter(each -> each <= 0).count();
        long notBelow = Arrays.stream(drawn).filter(each -> each >= 0).count();
        return all == 0 ? Double.NaN : Math.min(1, 2.0 * (Math.min(notAbove, notBelow) + 1) / (all + 1));
    }
}
