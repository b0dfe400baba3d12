package org.vung.nets.layer;

/** How a map is enlarged or shrunk. */
public enum Interpolation {
    /** Every output pixel takes the input pixel it falls into: input ⌊o · in ÷ out⌋. */
    NEAREST,
    /** Straight lines between pixel centres half a pixel inside: (o + ½) · in ÷ out − ½; Keras's and PyTorch's default. */
    BILINEAR,
    /** Straight lines with the corner pixels on the corners: o · (in − 1) ÷ (out − 1). */
    BILINEAR_CORNERS;

    /** Which input places some output places look at, where it is local: see {@link #isLocal}. */
    Span reach(Span wanted, int in, int out) {
        if (wanted.isEmpty() || wanted.isAll()) {
            return wanted;
        }
        if (in == out) {
            return wanted;
        }
        if (this == NEAREST) {
            return new Span(Math.floorDiv(wanted.first() * in, out), Math.floorDiv(wanted.last() * in, out));
        }
        // (o + ½) · in ÷ out − ½ = ((2o + 1) · in − out) ÷ 2out
        long last = (2 * wanted.last() + 1) * in - out;
        return new Span(Math.floorDiv((2 * wanted.first() + 1) * in - out, 2L * out), above(last, 2L * out));
    }

    /** The upper neighbour that is looked at: none where the place is a whole one. */
    private static long above(long over, long under) {
        return -Math.floorDiv(-over, under);
    }

    /** Whether the picture of a shifted map is the shifted picture, at least for shifts that both grids know. */
    boolean isLocal(int in, int out) {
        if (in == out) {
            return true;
        }
        return this != BILINEAR_CORNERS && new Ratio(in, out).isWhole();
    }
}
