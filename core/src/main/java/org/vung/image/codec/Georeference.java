package org.vung.image.codec;

/**
 * Where an image lies on a map: x = {@code x} + {@code xPerColumn} · column + {@code xPerRow} · row, and y likewise. Column 0 and row 0
 * are the left and upper edges of the first pixel, not its middle.
 *
 * @param x of the upper left corner, in units of the map
 * @param xPerColumn how far a column leads
 * @param xPerRow how far a row leads
 * @param y of the upper left corner
 * @param yPerColumn how far a column leads
 * @param yPerRow how far a row leads
 * @param epsg the map's number in the EPSG registry, such as 4326 or 32648; 0 where the file does not give one
 */
public record Georeference(
        double x, double xPerColumn, double xPerRow, double y, double yPerColumn, double yPerRow, int epsg) {

    /** Checks that pixels have an area. */
    public Georeference {
        double area = xPerColumn * yPerRow - xPerRow * yPerColumn;
        if (area == 0 || !Double.isFinite(area + x + y)) {
            throw new IllegalArgumentException("a pixel on the map must have a finite area above 0, got " + area
                    + " for a corner at " + x + ", " + y);
        }
    }

    /**
     * A place on the map.
     *
     * @param column from the left edge of the image
     * @param row from its upper edge
     * @return the first coordinate
     */
    public double xAt(double column, double row) {
        return x + xPerColumn * column + xPerRow * row;
    }

    /**
     * A place on the map.
     *
     * @param column from the left edge of the image
     * @param row from its upper edge
     * @return the second coordinate
     */
    public double yAt(double column, double row) {
        return y + yPerColumn * column + yPerRow * row;
    }
}
