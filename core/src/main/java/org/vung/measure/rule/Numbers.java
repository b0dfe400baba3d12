package org.vung.measure.rule;

/** Numbers as people write them. */
final class Numbers {

    private static final double MOST_WHOLE = 1e15;

    private Numbers() {}

    /** Without a point where it is whole. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
