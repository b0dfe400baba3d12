package org.vung.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Points in the order of their Morton codes (Morton 1966): the bits of the quantised coordinates interleaved. Points that
 * are near in the list are near in space, and every prefix of the code is a box. Only the order is quantised, never the
 * points.
 */
final class MortonOrder {

    private static final int CODE_BITS = 30;
    private static final int MOST_AXES = 6;
    private static final int MOST_BITS = 16;
    private static final int DIGIT_BITS = 11;

    /** Codes in ascending order. */
    final int[] codes;

    /** Where each came from; null if the points were in order already. */
    final int @Nullable [] order;

    private MortonOrder(int[] codes, int @Nullable [] order) {
        this.codes = codes;
        this.order = order;
    }

    static MortonOrder of(Points points) {
        int[] codes = codes(points);
        for (int at = 1; at < codes.length; at++) {
            if (codes[at] < codes[at - 1]) {
                return sorted(codes);
            }
        }
        return new MortonOrder(codes, null);
    }

    private static int[] codes(Points points) {
        int axes = Math.min(points.dimensions(), MOST_AXES);
        int bits = Math.min(MOST_BITS, CODE_BITS / axes);
        int[] codes = new int[points.count()];
        for (int axis = 0; axis < axes; axis++) {
            float[] values = points.sharedAxis(axis);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (float value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double origin = points.origin(axis);
            boolean asTheyAre = low + origin >= 0 && high + origin < 1 << bits && high - low >= 64;
            double zero = asTheyAre ? -origin : low;
            double scale = asTheyAre ? 1 : ((1 << bits) - 1) / Math.max(high - low, Double.MIN_NORMAL);
            interleave(values, zero, scale, spread(bits, axes, axes - 1 - axis), codes);
        }
        return codes;
    }

    private static void interleave(float[] values, double zero, double scale, int[] spread, int[] codes) {
        for (int at = 0; at < codes.length; at++) {
            codes[at] |= spread[(int) ((values[at] - zero) * scale)];
        }
    }

    /** Bit i moved to bit {@code axes · i + shift}. */
    private static int[] spread(int bits, int axes, int shift) {
        int[] spread = new int[1 << bits];
        for (int value = 1; value < spread.length; value++) {
            int top = Integer.highestOneBit(value);
            spread[value] = spread[value ^ top] | (1 << (axes * Integer.numberOfTrailingZeros(top) + shift));
        }
        return spread;
    }

    /** Radix sort, least digit first; equal codes keep their order. */
    private static MortonOrder sorted(int[] codes) {
        int count = codes.length;
        int[] order = new int[count];
        for (int at = 0; at < count; at++) {
            order[at] = at;
        }
        int[] nextCodes = new int[count];
        int[] nextOrder = new int[count];
        for (int shift = 0; shift < CODE_BITS; shift += DIGIT_BITS) {
            int[] start = starts(codes, shift);
            for (int at = 0; at < count; at++) {
                int to = start[(codes[at] >> shift) & ((1 << DIGIT_BITS) - 1)]++;
                nextCodes[to] = codes[at];
                nextOrder[to] = order[at];
            }
            int[] spentCodes = codes;
            int[] spentOrder = order;
            codes = nextCodes;
            order = nextOrder;
            nextCodes = spentCodes;
            nextOrder = spentOrder;
        }
        return new MortonOrder(codes, order);
    }

    private static int[] starts(int[] codes, int shift) {
        int[] counts = new int[1 << DIGIT_BITS];
        for (int code : codes) {
            counts[(code >> shift) & ((1 << DIGIT_BITS) - 1)]++;
        }
        int next = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            counts[digit] = next;
            next += count;
        }
        return counts;
    }
}
