package org.vung.classic.regionmerging;

import org.vung.image.Image;
import org.vung.label.ColourSums;
import org.vung.label.LabelMap;

/** The mean colour of every region, on a scale where white is 255. */
final class MeanColours {

    private final int channels;
    private final double scale;
    private final double[] sums;
    private final double[] areas;

    private MeanColours(int channels, double scale, double[] sums, double[] areas) {
        this.channels = channels;
        this.scale = scale;
        this.sums = sums;
        this.areas = areas;
    }

    static MeanColours of(Image image, LabelMap regions) {
        int[] counts = regions.areas();
        double[] areas = new double[counts.length];
        for (int region = 0; region < areas.length; region++) {
            areas[region] = counts[region];
        }
        double scale = 255 / image.type().white();
        return new MeanColours(image.colourChannels(), scale, ColourSums.of(image, regions), areas);
    }

    /** The Euclidean distance of two regions' mean colours; infinite where a sample is missing. */
    double distance(int one, int two) {
        double squares = 0;
        for (int channel = 0; channel < channels; channel++) {
            double step = sums[one * channels + channel] / areas[one] - sums[two * channels + channel] / areas[two];
            squares += step * step;
        }
        return Double.isNaN(squares) ? Double.POSITIVE_INFINITY : scale * Math.sqrt(squares);
    }

    /** Counts one region's pixels to another. */
    void add(int from, int to) {
        for (int channel = 0; channel < channels; channel++) {
            sums[to * channels + channel] += sums[from * channels + channel];
        }
        areas[to] += areas[from];
    }
}
