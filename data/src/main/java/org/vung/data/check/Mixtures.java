package org.vung.data.check;

import java.util.HashMap;
import java.util.Map;
import org.vung.image.Size;

/**
 * Pixels of a mask whose value lies strictly between those of their left and right, or upper and lower, neighbours. Bilinear resizing
 * and JPEG leave such pixels along every border; a mask painted label by label has hardly any.
 *
 * @param border pixels that have a neighbour of another value
 * @param between those of them that lie between
 * @param values how many different values lie between, at least twice each
 */
record Mixtures(int border, int between, int values) {

    private static final int LEAST_VALUES = 3;
    private static final int LEAST_PIXELS = 12;
    /** Of pixels at borders; 1 in 3 is an edge softened by one pixel. */
    private static final double LEAST_SHARE = 0.1;

    /** Values as stored, or 0xRRGGBB where {@code colours}. */
    static Mixtures of(int[] values, Size size, boolean colours) {
        int border = 0;
        int between = 0;
        Map<Integer, Integer> mixed = new HashMap<>();
        for (int row = 1; row < size.height() - 1; row++) {
            for (int column = 1; column < size.width() - 1; column++) {
                int at = size.index(row, column);
                int left = values[at - 1];
                int right = values[at + 1];
                int above = values[at - size.width()];
                int below = values[at + size.width()];
                int value = values[at];
                if (value == left && value == right && value == above && value == below) {
                    continue;
                }
                border++;
                if (liesBetween(left, value, right, colours) || liesBetween(above, value, below, colours)) {
                    between++;
                    mixed.merge(value, 1, Integer::sum);
                }
            }
        }
        int often = (int) mixed.values().stream().filter(count -> count >= 2).count();
        return new Mixtures(border, between, often);
    }

    boolean isDamage() {
        return values >= LEAST_VALUES && between >= LEAST_PIXELS && between >= LEAST_SHARE * border;
    }

    private static boolean liesBetween(int one, int value, int other, boolean colours) {
        if (!colours) {
            return strictly(one, value, other);
        }
        boolean some = false;
        for (int shift = 0; shift < 24; shift += 8) {
            int from = one >> shift & 0xFF;
            int middle = value >> shift & 0xFF;
            int to = other >> shift & 0xFF;
            if (strictly(from, middle, to)) {
                some = true;
            } else if (from != middle || middle != to) {
                return false;
            }
        }
        return some;
    }

    private static boolean strictly(int one, int value, int other) {
        return (one < value && value < other) || (one > value && value > other);
    }
}
