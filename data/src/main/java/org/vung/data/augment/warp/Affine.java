package org.vung.data.augment.warp;

import org.vung.image.Size;

/**
 * Moves straight lines to straight lines: old row = rowByRow · row + rowByColumn · column + row0, and the column alike.
 *
 * @param rowByRow old rows for each new row
 * @param rowByColumn old rows for each new column
 * @param row0 old row of the new image's first pixel
 * @param columnByRow old columns for each new row
 * @param columnByColumn old columns for each new column
 * @param column0 old column of the new image's first pixel
 */
public record Affine(
        double rowByRow, double rowByColumn, double row0, double columnByRow, double columnByColumn, double column0)
        implements Mapping {

    /**
     * A window of the old image.
     *
     * @param row old row of its first row, below 0 where it begins outside
     * @param column old column of its first column
     * @return the map
     */
    public static Affine shift(int row, int column) {
        return new Affine(1, 0, row, 0, 1, column);
    }

    /**
     * Turns and enlarges about the middle of an image.
     *
     * @param size of the old image, and of the new one
     * @param degrees counter-clockwise, as the picture is seen
     * @param factor above 1 enlarges what is shown
     * @return the map
     */
    public static Affine aboutMiddle(Size size, double degrees, double factor) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees)) / factor;
        double sin = StrictMath.sin(StrictMath.toRadians(degrees)) / factor;
        double row = (size.height() - 1) / 2.0;
        double column = (size.width() - 1) / 2.0;
        return new Affine(cos, sin, row - cos * row - sin * column, -sin, cos, column + sin * row - cos * column);
    }

    /**
     * Makes an image larger or smaller; its outer edges stay its outer edges.
     *
     * @param from size of the old image
     * @param to of the new one
     * @return the map
     */
    public static Affine resize(Size from, Size to) {
        double rows = (double) from.height() / to.height();
        double columns = (double) from.width() / to.width();
        return new Affine(rows, 0, (rows - 1) / 2, 0, columns, (columns - 1) / 2);
    }

    /**
     * Two maps in one.
     *
     * @param next from places of this map's new image to places in an image made of that
     * @return from the last image's places to the first one's
     */
    public Affine then(Affine next) {
        return new Affine(
                rowByRow * next.rowByRow + rowByColumn * next.columnByRow,
                rowByRow * next.rowByColumn + rowByColumn * next.columnByColumn,
                rowByRow * next.row0 + rowByColumn * next.column0 + row0,
                columnByRow * next.rowByRow + columnByColumn * next.columnByRow,
                columnByRow * next.rowByColumn + columnByColumn * next.columnByColumn,
                columnByRow * next.row0 + columnByColumn * next.column0 + column0);
    }

    /** Whether every pixel falls on a pixel, so that nothing is between: flips, quarter turns, windows. */
    boolean isWhole() {
        double[] all = {rowByRow, rowByColumn, row0, columnByRow, columnByColumn, column0};
        for (double number : all) {
            if (number != Math.rint(number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void move(double[] rows, double[] columns) {
        for (int at = 0; at < rows.length; at++) {
            double row = rows[at];
            double column = columns[at];
            rows[at] = rowByRow * row + rowByColumn * column + row0;
            columns[at] = columnByRow * row + columnByColumn * column + column0;
        }
    }
}
