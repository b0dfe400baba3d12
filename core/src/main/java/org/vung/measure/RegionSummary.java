package org.vung.measure;

import java.util.List;
import org.vung.label.Box;

/**
 * The least that is said of a region: how much, where, of what colour.
 *
 * @param label the region's label
 * @param area pixels, at least 1
 * @param share of the image, above 0 up to 1
 * @param box the smallest upright rectangle around it
 * @param meanColour mean of the samples as stored, a value per colour channel, NaN if a sample is missing
 */
public record RegionSummary(int label, int area, double share, Box box, List<Double> meanColour) {

    /** Copies the colour. */
    public RegionSummary {
        meanColour = List.copyOf(meanColour);
    }
}
