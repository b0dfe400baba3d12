package org.vung.image;

/**
 * Height and width of an image, rows first.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Size(int height, int width) {

    /** Checks both sides, and that a pixel's index fits an {@code int}. */
    public Size {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("size must be at least 1x1, got " + height + "x" + width);
        }
        if ((long) height * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "size must be below 2^31 pixels, got " + height + "x" + width + "; cut the image into tiles");
        }
    }

    /**
     * The number of pixels.
     *
     * @return height · width
     */
    public int pixels() {
        return height * width;
    }

    /**
     * The place of a pixel in row-major order.
     *
     * @param row 0 … height − 1
     * @param column 0 … width − 1
     * @return row · width + column
     */
    public int index(int row, int column) {
        return row * width + column;
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
