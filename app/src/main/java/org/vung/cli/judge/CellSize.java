package org.vung.cli.judge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.measure.LengthUnit;
import org.vung.measure.PixelSize;
import org.vung.measure.scene.Grid;

/**
 * The side of a square cell as it was typed.
 *
 * @param side above 0
 * @param unit of the side; {@code px} for pixels
 */
record CellSize(double side, String unit) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(\\S*)");
    private static final String PIXELS = "px";

    static CellSize parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        String unit = !parts.matches() ? "" : parts.group(2).isEmpty() ? PIXELS : parts.group(2);
        if (unit.isEmpty() || (!unit.equals(PIXELS) && LengthUnit.of(unit).isEmpty())) {
            throw new IllegalArgumentException("--cell must be a number and px or a unit of "
                    + String.join(", ", LengthUnit.symbols()) + ", such as 64px or 5m, got '" + text + "'");
        }
        return new CellSize(Double.parseDouble(parts.group(1)), unit);
    }

    /** In whole pixels of a size; as near to a square as they allow. */
    Grid grid(PixelSize pixel) {
        if (unit.equals(PIXELS)) {
            return Grid.squares(whole(side));
        }
        PixelSize sized = pixel.in(LengthUnit.of(unit).orElseThrow());
        return Grid.cells(whole(side / sized.height()), whole(side / sized.width()));
    }

    private static int whole(double pixels) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(pixels));
    }
}
