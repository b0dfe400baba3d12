package org.vung.label;

import java.util.Optional;

/**
 * An upright rectangle of pixels.
 *
 * @param row top row
 * @param column left column
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Box(int row, int column, int height, int width) {

    /** Checks that the box holds a pixel. */
    public Box {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("box must be at least 1x1, got " + height + "x" + width);
        }
    }

    /**
     * The number of pixels inside.
     *
     * @return height · width
     */
    public long area() {
        return (long) height * width;
    }

    /**
     * The row below the box.
     *
     * @return row + height
     */
    public int bottom() {
        return row + height;
    }

    /**
     * The column right of the box.
     *
     * @return column + width
     */
    public int right() {
        return column + width;
    }

    /**
     * The pixels of both boxes.
     *
     * @param other in the same frame
     * @return nothing where they share no pixel
     */
    public Optional<Box> and(Box other) {
        int top = Math.max(row, other.row);
        int left = Math.max(column, other.column);
        int height = Math.min(bottom(), other.bottom()) - top;
        int width = Math.min(right(), other.right()) - left;
        return height > 0 && width > 0 ? Optional.of(new Box(top, left, height, width)) : Optional.empty();
    }
}
