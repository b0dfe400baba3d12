package org.vung.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.label.Box;
import org.vung.mask.RunLengths;

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

    /**
     * What is said of a mask, such as that of an object which others may overlap.
     *
     * @param label it goes by
     * @param mask its pixels
     * @param image of the mask's size; opacity is left out
     * @return nothing of a mask without pixels
     * @throws IllegalArgumentException if the sizes differ
     */
    public static Optional<RegionSummary> of(int label, RunLengths mask, Image image) {
        if (!mask.size().equals(image.size())) {
            throw new IllegalArgumentException(
                    "mask must have the image's size " + image.size() + ", got " + mask.size());
        }
        int area = mask.area();
        return mask.box()
                .map(box -> new RegionSummary(
                        label, area, (double) area / image.size().pixels(), box, meanColour(mask, image)));
    }

    private static List<Double> meanColour(RunLengths mask, Image image) {
        double[] sums = new double[image.colourChannels()];
        mask.forEach((column, row, length) -> {
            for (int at = row; at < row + length; at++) {
                for (int channel = 0; channel < sums.length; channel++) {
                    sums[channel] += image.sample(at, column, channel);
                }
            }
        });
        return Arrays.stream(sums).map(sum -> sum / mask.area()).boxed().toList();
    }
}
