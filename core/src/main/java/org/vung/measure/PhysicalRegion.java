package org.vung.measure;

/**
 * What a region measures in the world. Areas and the ellipse follow the true geometry of pixels that are not square. The
 * perimeter is an estimate that is defined on square pixels alone: it is NaN on others.
 *
 * @param label the region's label
 * @param area in unit², above 0
 * @param centroidRow distance of the mean row from the middle of the first row, in units
 * @param centroidColumn distance of the mean column from the middle of the first column, in units
 * @param perimeter after Benkrid and Crookes, in units; NaN where pixels are not square
 * @param ellipse with the same second moments, its axes in units
 * @param pixel the size by which it was measured
 */
public record PhysicalRegion(
        int label,
        double area,
        double centroidRow,
        double centroidColumn,
        double perimeter,
        Ellipse ellipse,
        PixelSize pixel) {

    /**
     * Measures a region in the world.
     *
     * @param region in pixels
     * @param pixel its pixels' size
     * @return the same region in units
     */
    public static PhysicalRegion of(Region region, PixelSize pixel) {
        return new PhysicalRegion(
                region.label(),
                pixel.area(region.area()),
                region.centroidRow() * pixel.height(),
                region.centroidColumn() * pixel.width(),
                pixel.length(region.perimeter()),
                region.ellipse().in(pixel),
                pixel);
    }

    /**
     * The diameter of the circle of the same area.
     *
     * @return units
     */
    public double equivalentDiameter() {
        return Math.sqrt(4 * area / Math.PI);
    }
}
