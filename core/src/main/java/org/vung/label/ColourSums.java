package org.vung.label;

import java.util.Arrays;
import java.util.List;
import org.vung.grid.RowBands;
import org.vung.image.Image;

/** The sum of the samples of every region, from which mean colours follow. */
public final class ColourSums {

    /** Up to so many sums, every band of rows keeps its own and all cores work; beyond, the copies would cost more than they save. */
    private static final int MOST_SUMS_PER_BAND = 1 << 14;

    private ColourSums() {}

    /**
     * Adds up the samples of every region. Whole numbers are exact up to 2^53; a region with a NaN sample has a NaN sum.
     *
     * @param image of the labels' size; opacity is left out
     * @param labels a region per pixel
     * @return sums of the samples as stored [count · colourChannels], label by label
     * @throws IllegalArgumentException if the sizes differ
     */
    public static double[] of(Image image, LabelMap labels) {
        if (!image.size().equals(labels.size())) {
            throw new IllegalArgumentException(
                    "labels must have the image's size " + image.size() + ", got " + labels.size());
        }
        long length = (long) labels.count() * image.colourChannels();
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("labels times channels must be below 2^31, got " + labels.count()
                    + " labels of " + image.colourChannels() + " channels; merge regions first");
        }
        if (length > MOST_SUMS_PER_BAND) {
            return add(image, labels, 0, image.height());
        }
        List<double[]> bands = RowBands.map(image.height(), (from, to) -> add(image, labels, from, to));
        double[] sums = bands.get(0);
        for (double[] band : bands.subList(1, bands.size())) {
            Arrays.setAll(sums, at -> sums[at] + band[at]);
        }
        return sums;
    }

    private static double[] add(Image image, LabelMap labels, int from, int to) {
        int colours = image.colourChannels();
        int width = image.width();
        int[] regions = labels.sharedLabels();
        double[] sums = new double[labels.count() * colours];
        for (int row = from; row < to; row++) {
            for (int column = 0; column < width; column++) {
                int sum = regions[row * width + column] * colours;
                for (int channel = 0; channel < colours; channel++) {
                    sums[sum + channel] += image.sample(row, column, channel);
                }
            }
        }
        return sums;
    }
}
