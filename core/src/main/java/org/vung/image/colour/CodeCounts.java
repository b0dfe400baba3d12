package org.vung.image.colour;

import java.util.Arrays;

/**
 * Distinct codes of 24 bits in ascending order, and how often each occurs.
 *
 * @param codes ascending
 * @param counts as long as the codes, each at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // a hand-over between kernels; compared by nobody
record CodeCounts(int[] codes, int[] counts) {

    private static final int DIGIT_BITS = 12;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** Sorts by radix, two digits of 12 bits, and counts runs; the array is given away. */
    static CodeCounts of(int[] all) {
        int[] low = new int[DIGITS];
        int[] high = new int[DIGITS];
        for (int code : all) {
            low[code & (DIGITS - 1)]++;
            high[code >>> DIGIT_BITS]++;
        }
        int[] other = new int[all.length];
        scatter(all, other, low, 0);
        scatter(other, all, high, DIGIT_BITS);
        return runs(all, other);
    }

    private static void scatter(int[] from, int[] to, int[] counts, int shift) {
        int next = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            counts[digit] = next;
            next += count;
        }
        for (int code : from) {
            to[counts[(code >>> shift) & (DIGITS - 1)]++] = code;
        }
    }

    private static CodeCounts runs(int[] sorted, int[] counts) {
        int last = 0;
        int start = 0;
        for (int at = 1; at < sorted.length; at++) {
            if (sorted[at] != sorted[last]) {
                counts[last++] = at - start;
                start = at;
                sorted[last] = sorted[at];
            }
        }
        counts[last] = sorted.length - start;
        return new CodeCounts(Arrays.copyOf(sorted, last + 1), Arrays.copyOf(counts, last + 1));
    }

    CodeCounts plus(CodeCounts that) {
        int[] merged = new int[codes.length + that.codes.length];
        int[] sums = new int[merged.length];
        int here = 0;
        int there = 0;
        int last = 0;
        while (here < codes.length || there < that.codes.length) {
            int one = here < codes.length ? codes[here] : Integer.MAX_VALUE;
            int other = there < that.codes.length ? that.codes[there] : Integer.MAX_VALUE;
            merged[last] = Math.min(one, other);
            if (one <= other) {
                sums[last] += counts[here++];
            }
            if (other <= one) {
                sums[last] += that.counts[there++];
            }
            last++;
        }
        return new CodeCounts(Arrays.copyOf(merged, last), Arrays.copyOf(sums, last));
    }
}
