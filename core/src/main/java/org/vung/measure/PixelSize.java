package org.vung.measure;

/**
 * How large a pixel is in the world.
 *
 * @param height distance of the middles of two rows, above 0
 * @param width distance of the middles of two columns, above 0
 * @param unit of both, such as µm
 */
public record PixelSize(double height, double width, String unit) {

    /** A pixel is its own measure: everything stays in pixels. */
    public static final PixelSize NONE = new PixelSize(1, 1, "px");

    /** Checks both sides. */
    public PixelSize {
        check("height", height);
        check("width", width);
    }

    /**
     * The size of a square pixel.
     *
     * @param side above 0
     * @param unit of the side
     * @return height and width alike
     */
    public static PixelSize square(double side, String unit) {
        return new PixelSize(side, side, unit);
    }

    private static void check(String side, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("pixel " + side + " must be above 0 and finite, got " + value);
        }
    }

    /**
     * Whether height and width are equal.
     *
     * @return true for {@link #square}
     */
    public boolean isSquare() {
        return height == width;
    }

    /**
     * An area in the world.
     *
     * @param pixels area in pixels
     * @return the area in unit²
     */
    public double area(double pixels) {
        return pixels * height * width;
    }

    /**
     * A length whose direction is not known, such as a perimeter that was estimated on square pixels.
     *
     * @param pixels length in pixels
     * @return the length in units; NaN where pixels are not square, for there it depends on the direction
     */
    public double length(double pixels) {
        return isSquare() ? pixels * height : Double.NaN;
    }

    /**
     * A length between two places.
     *
     * @param rows between them, in pixels
     * @param columns between them, in pixels
     * @return the length in units
     */
    public double distance(double rows, double columns) {
        return Math.hypot(rows * height, columns * width);
    }
}
