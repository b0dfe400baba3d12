package org.vung.measure;

import java.util.List;
import org.vung.label.Box;

/**
 * What one region measures; the formulas are those of scikit-image's {@code regionprops}.
 *
 * @param label the region's label
 * @param area pixels, at least 1
 * @param share of the image, above 0 up to 1
 * @param box the smallest upright rectangle around it
 * @param centroidRow mean row
 * @param centroidColumn mean column
 * @param perimeter length of the border in pixels, after Benkrid and Crookes
 * @param ellipse with the same second moments
 * @param meanColour mean of the samples as stored, a value per colour channel, NaN if a sample is missing; empty without
 *     an image
 */
public record Region(
        int label,
        int area,
        double share,
        Box box,
        double centroidRow,
        double centroidColumn,
        double perimeter,
        Ellipse ellipse,
        List<Double> meanColour) {

    /** Copies the colour. */
    public Region {
        meanColour = List.copyOf(meanColour);
    }

    /**
     * Area, place and colour alone.
     *
     * @return the summary
     */
    public RegionSummary summary() {
        return new RegionSummary(label, area, share, box, meanColour);
    }

    /**
     * How much of its box the region fills.
     *
     * @return above 0 up to 1
     */
    public double extent() {
        return area / (double) box.area();
    }

    /**
     * The diameter of the circle of the same area.
     *
     * @return pixels
     */
    public double equivalentDiameter() {
        return Math.sqrt(4 * area / Math.PI);
    }

    /**
     * How far from a line: 4π · area / perimeter².
     *
     * @return about 1 for a disc, towards 0 for a line; infinite without a perimeter
     */
    public double circularity() {
        return 4 * Math.PI * area / (perimeter * perimeter);
    }
}
