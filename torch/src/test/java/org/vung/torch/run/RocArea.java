package org.vung.torch.run;

import java.util.Arrays;

/** The area under the receiver operating characteristic, exactly: Mann and Whitney's statistic with ties counted half. */
final class RocArea {

    private RocArea() {}

    /**
     * The chance that a positive has a higher score than a negative.
     *
     * @param scores one each, no NaN
     * @param positive the truth, one each, both kinds at least once
     * @return 0 … 1
     */
    static double of(float[] scores, boolean[] positive) {
        long[] keys = new long[scores.length];
        for (int at = 0; at < keys.length; at++) {
            int bits = Float.floatToIntBits(scores[at] + 0f); // −0 is 0
            long ascending = bits >= 0 ? bits : Integer.MIN_VALUE - (long) bits;
            keys[at] = ascending * 2 + (positive[at] ? 1 : 0);
        }
        Arrays.sort(keys);
        long positives = 0;
        long negatives = 0;
        long twicePairs = 0;
        for (int at = 0; at < keys.length; ) {
            long score = keys[at] >> 1;
            long alike = 0;
            long alikePositives = 0;
            for (; at < keys.length && keys[at] >> 1 == score; at++) {
                alike++;
                alikePositives += keys[at] & 1;
            }
            long alikeNegatives = alike - alikePositives;
            twicePairs += alikePositives * (2 * negatives + alikeNegatives);
            positives += alikePositives;
            negatives += alikeNegatives;
        }
        return twicePairs / 2.0 / positives / negatives;
    }
}
