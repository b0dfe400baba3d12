package org.vung.measure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String NUMBER = "((?:[0-9]{1,15}(?:\\.[0-9]{0,15})?|\\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,3})?)";
    private static final Pattern TEXT = Pattern.compile(NUMBER + "(?:\\s*x\\s*" + NUMBER + ")?\\s*([^0-9.\\s]\\S*)");

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
     * Reads {@code 0.5um}, {@code 30 m} or {@code 0.2x0.4mm}, the height before the width.
     *
     * @param text one number or two with an x between them, and a unit
     * @return the size
     * @throws IllegalArgumentException if it is none
     */
    public static PixelSize parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        Optional<LengthUnit> unit = parts.matches() ? LengthUnit.of(parts.group(3)) : Optional.empty();
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("pixel size must be a number and a unit of "
                    + String.join(", ", LengthUnit.symbols()) + ", such as 0.5um or 10x20m, got '" + text + "'");
        }
        double height = Double.parseDouble(parts.group(1));
        double width = parts.group(2) == null ? height : Double.parseDouble(parts.group(2));
        return new PixelSize(height, width, unit.get().symbol());
    }

    /**
     * Whether the size is known in a unit of the world.
     *
     * @return the unit; empty for {@link #NONE} and units of one's own
     */
    public Optional<LengthUnit> lengthUnit() {
        return LengthUnit.of(unit);
    }

    /**
     * The same size in another unit.
     *
     * @param other the unit
     * @return the size
     * @throws IllegalArgumentException if this size is not in a unit that is known
     */
    public PixelSize in(LengthUnit other) {
        LengthUnit own = lengthUnit()
                .orElseThrow(() -> new IllegalArgumentException("pixel size must be known to measure in "
                        + (other == LengthUnit.HM ? other.square() : other.symbol()) + ", got pixels in '" + unit
                        + "'; give one, such as 0.5um"));
        double factor = own.metres() / other.metres();
        return own == other ? this : new PixelSize(height * factor, width * factor, other.symbol());
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
