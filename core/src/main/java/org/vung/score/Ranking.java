package org.vung.score;

import java.util.Arrays;

/**
 * Pixels in the order of their scores, from which the curves over all thresholds are measured, exactly: no histogram, and
 * pixels of one score count as one step. As scikit-learn has it; 4.5 million pixels take a third of a second.
 */
public final class Ranking {

    private final long pixels;
    private final long positives;
    private final double areaUnderRoc;
    private final double averagePrecision;

    private Ranking(Curve curve) {
        this.pixels = curve.positives + curve.negatives;
        this.positives = curve.positives;
        boolean both = curve.positives > 0 && curve.negatives > 0;
        this.areaUnderRoc = both ? curve.twiceArea / 2.0 / curve.positives / curve.negatives : Double.NaN;
        this.averagePrecision = curve.positives > 0 ? curve.precisions / curve.positives : Double.NaN;
    }

    /** Takes scores of many images. */
    public static final class Builder {

        /** The order of a score above the bit that says whether the pixel is positive. */
        private long[] keys = new long[1 << 10];

        private int count;

        /** No pixel yet. */
        public Builder() {}

        /**
         * Adds a pixel.
         *
         * @param score the higher, the likelier
         * @param positive the truth
         * @return this
         * @throws IllegalArgumentException if the score is NaN
         */
        public Builder add(float score, boolean positive) {
            if (Float.isNaN(score)) {
                throw new IllegalArgumentException(
                        "scores must be numbers, got NaN at pixel " + count + "; look at what the network answers");
            }
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, (int) Math.min(Integer.MAX_VALUE - 8L, count * 2L));
            }
            keys[count++] = (long) order(score) << 1 | (positive ? 1 : 0);
            return this;
        }

        /**
         * Sorts them. More pixels may be added afterwards.
         *
         * @return the ranking
         */
        public Ranking ranked() {
            long[] sorted = Arrays.copyOf(keys, count);
            Arrays.parallelSort(sorted);
            Curve curve = new Curve();
            for (int end = count, start; end > 0; end = start) {
                start = end - 1;
                int right = (int) (sorted[start] & 1);
                while (start > 0 && sorted[start - 1] >> 1 == sorted[end - 1] >> 1) {
                    right += (int) (sorted[--start] & 1);
                }
                curve.step(right, end - start - right);
            }
            return new Ranking(curve);
        }
    }

    /** Both curves, from the highest score down. */
    private static final class Curve {

        private long positives;
        private long negatives;
        private long twiceArea;
        private double precisions;

        /** A threshold that lets so many more through. */
        void step(long right, long wrong) {
            twiceArea += wrong * (2 * positives + right);
            positives += right;
            negatives += wrong;
            precisions += right * ((double) positives / (positives + negatives));
        }
    }

    /**
     * A whole number that rises with a score, so that scores can be sorted with something beside them.
     *
     * @param score any but NaN
     * @return the same for −0 and 0
     */
    public static int order(float score) {
        int bits = Float.floatToIntBits(score + 0f); // −0 becomes 0
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /**
     * Ranks the pixels of one image.
     *
     * @param scores the higher, the likelier
     * @param positive the truth, as many
     * @return the ranking
     */
    public static Ranking of(float[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "scores must be as many as the " + positive.length + " pixels, got " + scores.length);
        }
        Builder builder = new Builder();
        for (int pixel = 0; pixel < scores.length; pixel++) {
            builder.add(scores[pixel], positive[pixel]);
        }
        return builder.ranked();
    }

    /**
     * How many.
     *
     * @return pixels
     */
    public long pixels() {
        return pixels;
    }

    /**
     * How many are positive.
     *
     * @return pixels
     */
    public long positives() {
        return positives;
    }

    /**
     * The area under the curve of true over false positives: the chance that a positive pixel ranks above a negative one, where
     * equal scores count half.
     *
     * @return 0 … 1, NaN unless there are positives and negatives
     */
    public double areaUnderRoc() {
        return areaUnderRoc;
    }

    /**
     * The mean precision at the thresholds, weighted by the recall they add: Σ (R_n − R_{n−1}) P_n.
     *
     * @return 0 … 1, NaN without positives
     */
    public double averagePrecision() {
        return averagePrecision;
    }
}
