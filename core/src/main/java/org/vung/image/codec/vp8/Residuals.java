package org.vung.image.codec.vp8;

import java.util.Arrays;

/** The coefficients of macroblocks (RFC 6386, section 13): which of them are not 0 above and to the left is their context. */
final class Residuals {

    private static final int WITHOUT_DC = 0;
    private static final int MEANS = 1;
    private static final int CHROMA = 2;
    private static final int WITH_DC = 3;

    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
    private static final int[][] CATEGORIES = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };
    /** Places in a row of contexts: 4 of luma, 2 + 2 of chroma, 1 of luma's means. */
    private static final int CONTEXTS = 9;

    private static final int MEANS_CONTEXT = 8;

    /** 16 blocks of luma, 4 + 4 of chroma, 16 coefficients each, already multiplied by their steps. */
    final int[] coefficients = new int[24 * 16];

    private final int[] probabilities;
    private final int[] above;
    private final int[] left = new int[CONTEXTS];
    private final int[] means = new int[16];

    Residuals(int[] probabilities, int columns) {
        this.probabilities = probabilities;
        this.above = new int[columns * CONTEXTS];
    }

    /** Begins a row of macroblocks. */
    void startRow() {
        Arrays.fill(left, 0);
    }

    /** A macroblock without coefficients; its means keep their context if it has none. */
    void skip(int column, boolean parts) {
        Arrays.fill(coefficients, 0);
        int contexts = parts ? MEANS_CONTEXT : CONTEXTS;
        Arrays.fill(left, 0, contexts, 0);
        Arrays.fill(above, column * CONTEXTS, column * CONTEXTS + contexts, 0);
    }

    /** Reads a macroblock's coefficients; whether any is not 0. */
    boolean read(BoolDecoder bits, int column, boolean parts, FrameHeader.Quantizer steps) {
        Arrays.fill(coefficients, 0);
        int top = column * CONTEXTS;
        int first = 0;
        if (!parts) {
            Arrays.fill(means, 0);
            int context = left[MEANS_CONTEXT] + above[top + MEANS_CONTEXT];
            int count = block(bits, MEANS, context, 0, means, 0, steps.meansDc(), steps.meansAc());
            left[MEANS_CONTEXT] = above[top + MEANS_CONTEXT] = count > 0 ? 1 : 0;
            Inverse.spreadMeans(means, coefficients);
            first = 1;
        }
        int type = parts ? WITH_DC : WITHOUT_DC;
        for (int block = 0; block < 16; block++) {
            int row = block >> 2;
            int at = top + (block & 3);
            int count = block(
                    bits, type, left[row] + above[at], first, coefficients, 16 * block, steps.lumaDc(), steps.lumaAc());
            left[row] = above[at] = count > first ? 1 : 0;
        }
        for (int block = 16; block < 24; block++) {
            int plane = block < 20 ? 4 : 6;
            int row = plane + ((block >> 1) & 1);
            int at = top + plane + (block & 1);
            int count = block(
                    bits,
                    CHROMA,
                    left[row] + above[at],
                    0,
                    coefficients,
                    16 * block,
                    steps.chromaDc(),
                    steps.chromaAc());
            left[row] = above[at] = count > 0 ? 1 : 0;
        }
        return any();
    }

    private boolean any() {
        for (int coefficient : coefficients) {
            if (coefficient != 0) {
                return true;
            }
        }
        return false;
    }

    /** Reads one block; answers one more than the place of its last coefficient. */
    private int block(BoolDecoder bits, int type, int context, int first, int[] out, int at, int dc, int ac) {
        int node = node(type, first, context);
        for (int n = first; n < 16; n++) {
            if (bits.bit(probabilities[node]) == 0) {
                return n;
            }
            while (bits.bit(probabilities[node + 1]) == 0) {
                if (++n == 16) {
                    return 16;
                }
                node = node(type, n, 0);
            }
            int value = 1;
            if (bits.bit(probabilities[node + 2]) == 0) {
                node = node(type, n + 1, 1);
            } else {
                value = large(bits, node);
                node = node(type, n + 1, 2);
            }
            out[at + ZIGZAG[n]] = (bits.flag() ? -value : value) * (n > 0 ? ac : dc);
        }
        return 16;
    }

    private static int node(int type, int place, int context) {
        return ((type * 8 + BANDS[place]) * 3 + context) * 11;
    }

    private int large(BoolDecoder bits, int node) {
        if (bits.bit(probabilities[node + 3]) == 0) {
            return bits.bit(probabilities[node + 4]) == 0 ? 2 : 3 + bits.bit(probabilities[node + 5]);
        }
        if (bits.bit(probabilities[node + 6]) == 0) {
            if (bits.bit(probabilities[node + 7]) == 0) {
                return 5 + bits.bit(159);
            }
            int two = bits.bit(165);
            return 7 + 2 * two + bits.bit(145);
        }
        int high = bits.bit(probabilities[node + 8]);
        int category = 2 * high + bits.bit(probabilities[node + 9 + high]);
        int extra = 0;
        for (int probability : CATEGORIES[category]) {
            extra = 2 * extra + bits.bit(probability);
        }
        return 3 + (8 << category) + extra;
    }
}
