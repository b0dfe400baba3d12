package org.vung.classic.threshold;

import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;

/**
 * The threshold with the largest correlation between the image and its two-level version: J.-C. Yen, F.-J. Chang, S. Chang,
 * "A new criterion for automatic multilevel thresholding", IEEE Transactions on Image Processing 4(3), 1995.
 *
 * <p>Differs from the paper: sums and the criterion are single precision, as in scikit-image, whose answer this repeats; the
 * precision decides between thresholds of nearly the same worth. An image of one grey value has that threshold.
 *
 * @param grey how colour becomes grey
 */
public record Yen(Grey grey) implements AutomaticThreshold {

    /** With the standard grey. */
    public Yen() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        Histogram histogram = Histogram.of(grey).trimmed();
        return switch (histogram.bins()) {
            case 0 -> Double.NaN;
            case 1 -> histogram.centre(0);
            default -> histogram.centre(bestBin(histogram));
        };
    }

    private static int bestBin(Histogram histogram) {
        int bins = histogram.bins();
        float total = histogram.total();
        float[] upperSquares = new float[bins + 1];
        for (int bin = bins - 1; bin >= 0; bin--) {
            float share = histogram.count(bin) / total;
            upperSquares[bin] = upperSquares[bin + 1] + share * share;
        }
        float lower = 0;
        float lowerSquares = 0;
        float best = Float.NEGATIVE_INFINITY;
        int bestBin = 0;
        for (int bin = 0; bin < bins - 1; bin++) {
            float share = histogram.count(bin) / total;
            lower += share;
            lowerSquares += share * share;
            float spread = lower * (1 - lower);
            float criterion = (float) Math.log(1 / (lowerSquares * upperSquares[bin + 1]) * (spread * spread));
            if (criterion > best) {
                best = criterion;
                bestBin = bin;
            }
        }
        return bestBin;
    }
}
