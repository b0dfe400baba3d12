package org.vung.image.codec.vp8;

/** The inverse transforms of RFC 6386, section 14, to the last bit. */
final class Inverse {

    private Inverse() {}

    /** Walsh and Hadamard: 16 coefficients of the means become the constant coefficients of 16 blocks. */
    static void spreadMeans(int[] means, int[] coefficients) {
        int[] half = new int[16];
        for (int i = 0; i < 4; i++) {
            int outer = means[i] + means[12 + i];
            int inner = means[4 + i] + means[8 + i];
            int innerApart = means[4 + i] - means[8 + i];
            int outerApart = means[i] - means[12 + i];
            half[i] = outer + inner;
            half[4 + i] = outerApart + innerApart;
            half[8 + i] = outer - inner;
            half[12 + i] = outerApart - innerApart;
        }
        for (int i = 0; i < 16; i += 4) {
            int outer = half[i] + 3 + half[i + 3];
            int inner = half[i + 1] + half[i + 2];
            int innerApart = half[i + 1] - half[i + 2];
            int outerApart = half[i] + 3 - half[i + 3];
            coefficients[16 * i] = (outer + inner) >> 3;
            coefficients[16 * i + 16] = (outerApart + innerApart) >> 3;
            coefficients[16 * i + 32] = (outer - inner) >> 3;
            coefficients[16 * i + 48] = (outerApart - innerApart) >> 3;
        }
    }

    /** Cosine: adds a block of 16 coefficients to 4x4 samples. */
    static void addTo(Plane plane, int at, int[] coefficients, int from) {
        int[] half = new int[16];
        for (int i = 0; i < 4; i++) {
            int c0 = coefficients[from + i];
            int c1 = coefficients[from + 4 + i];
            int c2 = coefficients[from + 8 + i];
            int c3 = coefficients[from + 12 + i];
            int odd = small(c1) - large(c3);
            int even = large(c1) + small(c3);
            half[4 * i] = c0 + c2 + even;
            half[4 * i + 1] = c0 - c2 + odd;
            half[4 * i + 2] = c0 - c2 - odd;
            half[4 * i + 3] = c0 + c2 - even;
        }
        for (int row = 0; row < 4; row++, at += plane.stride) {
            int c0 = half[row] + 4;
            int c2 = half[8 + row];
            int odd = small(half[4 + row]) - large(half[12 + row]);
            int even = large(half[4 + row]) + small(half[12 + row]);
            plane.add(at, (c0 + c2 + even) >> 3);
            plane.add(at + 1, (c0 - c2 + odd) >> 3);
            plane.add(at + 2, (c0 - c2 - odd) >> 3);
            plane.add(at + 3, (c0 + c2 - even) >> 3);
        }
    }

    /** Times √2 · cos(π/8). */
    private static int large(int value) {
        return ((value * 20091) >> 16) + value;
    }

    /** Times √2 · sin(π/8). */
    private static int small(int value) {
        return (value * 35468) >> 16;
    }
}
