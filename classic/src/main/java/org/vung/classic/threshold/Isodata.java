package org.vung.classic.threshold;

import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;

/**
 * The lowest threshold that lies midway between the mean below it and the mean above it: T. Ridler, S. Calvard, "Picture
 * thresholding using an iterative selection method", IEEE Transactions on Systems, Man and Cybernetics 8, 1978.
 *
 * <p>Differs from the paper: every bin is tried instead of iterating from a guess, and means of float images are single
 * precision, as in scikit-image, whose answer this repeats. An image of one grey value has that threshold.
 *
 * @param grey how colour becomes grey
 */
public record Isodata(Grey grey) implements AutomaticThreshold {

    /** With the standard grey. */
    public Isodata() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        Histogram histogram = Histogram.of(grey).trimmed();
        return switch (histogram.bins()) {
            case 0 -> Double.NaN;
            case 1 -> histogram.centre(0);
            default -> lowestMidway(histogram);
        };
    }

    private static double lowestMidway(Histogram histogram) {
        int bins = histogram.bins();
        float[] pixels = new float[bins];
        double[] sums = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            float count = histogram.count(bin);
            double weighed = stored(histogram, count * histogram.centre(bin));
            pixels[bin] = bin == 0 ? count : pixels[bin - 1] + count;
            sums[bin] = bin == 0 ? weighed : stored(histogram, sums[bin - 1] + weighed);
        }
        double width = histogram.centre(1) - histogram.centre(0);
        for (int bin = 0; bin < bins - 1; bin++) {
            float above = pixels[bins - 1] - pixels[bin];
            double lower = stored(histogram, sums[bin] / pixels[bin]);
            double upper = stored(histogram, stored(histogram, sums[bins - 1] - sums[bin]) / above);
            double midway = stored(histogram, stored(histogram, lower + upper) / 2);
            double distance = stored(histogram, midway - histogram.centre(bin));
            if (distance >= 0 && distance < width) {
                return histogram.centre(bin);
            }
        }
        return Double.NaN;
    }

    /** Sums over float images are kept in single precision. */
    private static double stored(Histogram histogram, double value) {
        return histogram.isWhole() ? value : (float) value;
    }
}
