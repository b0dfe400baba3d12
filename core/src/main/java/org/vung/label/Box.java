package org.vung.label;

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
}
