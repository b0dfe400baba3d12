package org.vung.nets.layer;

/**
 * What is added around a map before a window slides over it.
 *
 * @param kind explicit, or as Keras's {@code same}
 * @param top rows above, at least 0; 0 for {@code SAME}
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
public record Padding(Kind kind, int top, int bottom, int left, int right) {

    /** Nothing around: Keras's {@code valid}. */
    public static final Padding VALID = new Padding(Kind.EXPLICIT, 0, 0, 0, 0);

    /** As much as makes the output ⌈length ÷ stride⌉ long, the odd one after: Keras's {@code same}. */
    public static final Padding SAME = new Padding(Kind.SAME, 0, 0, 0, 0);

    /** How the amounts are found. */
    public enum Kind {
        /** As given. */
        EXPLICIT,
        /** From length, kernel and stride. */
        SAME
    }

    /**
     * What is added along one axis.
     *
     * @param before above or on the left
     * @param after below or on the right
     */
    public record Pads(int before, int after) {}

    /** Checks the amounts. */
    public Padding {
        if (top < 0 || bottom < 0 || left < 0 || right < 0) {
            throw new IllegalArgumentException("padding must be at least 0 on every side, got " + top + ", " + bottom
                    + ", " + left + ", " + right + "; use a crop to take away");
        }
    }

    /**
     * The same on all four sides.
     *
     * @param amount at least 0
     * @return the padding
     */
    public static Padding of(int amount) {
        return of(amount, amount);
    }

    /**
     * The same above and below, the same left and right.
     *
     * @param rows above and below, at least 0
     * @param columns left and right, at least 0
     * @return the padding
     */
    public static Padding of(int rows, int columns) {
        return new Padding(Kind.EXPLICIT, rows, rows, columns, columns);
    }

    /**
     * What is added along one axis.
     *
     * @param axis rows or columns
     * @param length of the input
     * @param window length of the dilated kernel
     * @param stride of the window
     * @return the amounts
     */
    public Pads along(Axis axis, int length, int window, int stride) {
        if (kind == Kind.SAME) {
            int whole = (length - 1) / stride * stride; // where the last window begins
            int total = Math.toIntExact(Math.max(0L, (long) whole + window - length));
            return new Pads(total / 2, total - total / 2);
        }
        return axis == Axis.ROWS ? new Pads(top, bottom) : new Pads(left, right);
    }

    /**
     * Whether both ends of each axis get as much, whatever the length.
     *
     * @return false for {@code SAME}
     */
    public boolean isSymmetric() {
        return kind == Kind.EXPLICIT && top == bottom && left == right;
    }

    @Override
    public String toString() {
        return kind == Kind.SAME
                ? "same"
                : isSymmetric() ? top + "×" + left : top + "+" + bottom + "×" + left + "+" + right;
    }
}
