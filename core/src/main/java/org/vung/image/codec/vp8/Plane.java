package org.vung.image.codec.vp8;

import java.util.Arrays;

/** Samples of luma or chroma for whole macroblocks, with the border that prediction looks at: 127 above, 129 to the left. */
final class Plane {

    /** Columns beyond the right edge that blocks at the edge look up to. */
    private static final int BEYOND = 4;

    final byte[] samples;
    final int stride;

    Plane(int rows, int columns) {
        stride = columns + 1 + BEYOND;
        samples = new byte[(rows + 1) * stride];
        Arrays.fill(samples, 0, stride, (byte) 127);
        for (int row = 1; row <= rows; row++) {
            samples[row * stride] = (byte) 129;
        }
    }

    /** Place of a sample; row and column may be −1. */
    int at(int row, int column) {
        return (row + 1) * stride + column + 1;
    }

    int get(int at) {
        return samples[at] & 0xFF;
    }

    void add(int at, int difference) {
        samples[at] = clamp((samples[at] & 0xFF) + difference);
    }

    static byte clamp(int value) {
        return (byte) ((value & ~255) == 0 ? value : ~(value >> 31));
    }
}
