package org.vung.nets.layer;

/**
 * A height and a width: of a kernel, a step, a dilation, an image.
 *
 * @param rows along the height, at least 0
 * @param columns along the width, at least 0
 */
public record Extent(int rows, int columns) {

    /** Checks both. */
    public Extent {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "extent must be at least 0 along both axes, got " + rows + "×" + columns);
        }
    }

    /**
     * The same along both axes.
     *
     * @param side along both, at least 0
     * @return side × side
     */
    public static Extent square(int side) {
        return new Extent(side, side);
    }

    /**
     * One of the two.
     *
     * @param axis which
     * @return rows or columns
     */
    public int along(Axis axis) {
        return axis == Axis.ROWS ? rows : columns;
    }

    /**
     * Checks an extent that may not be 0.
     *
     * @param name what it is, for the message
     * @return this extent
     * @throws IllegalArgumentException if either is 0
     */
    Extent positive(String name) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(name + " must be at least 1×1, got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return rows + "×" + columns;
    }
}
