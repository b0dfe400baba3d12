package org.vung.classic.threshold;

import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;

/**
 * The threshold that divides the pixels into two classes whose means lie farthest apart: N. Otsu, "A threshold selection
 * method from gray-level histograms", IEEE Transactions on Systems, Man and Cybernetics 9(1), 1979.
 *
 * <p>Differs from the paper: thresholds that leave less than 1.2e-7 of the pixels on one side are passed over, as in OpenCV,
 * whose 8- and 16-bit answers this repeats. An image of one grey value has no two classes: the threshold is then the lowest
 * bin, that is 0, or the value itself for floats.
 *
 * @param grey how colour becomes grey
 */
public record Otsu(Grey grey) implements AutomaticThreshold {

    private static final double LEAST_SHARE = Math.ulp(1f);

    /** With the standard grey. */
    public Otsu() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        Histogram histogram = Histogram.of(grey);
        return histogram.bins() == 0 ? Double.NaN : histogram.centre(bestBin(histogram));
    }

    private static int bestBin(Histogram histogram) {
        double scale = 1.0 / histogram.total();
        double mean = mean(histogram, scale);
        double lowerShare = 0;
        double lowerMean = 0;
        double best = 0;
        int bestBin = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double share = histogram.count(bin) * scale;
            lowerMean *= lowerShare;
            lowerShare += share;
            double upperShare = 1 - lowerShare;
            if (Math.min(lowerShare, upperShare) < LEAST_SHARE || Math.max(lowerShare, upperShare) > 1 - LEAST_SHARE) {
                continue;
            }
            lowerMean = (lowerMean + bin * share) / lowerShare;
            double upperMean = (mean - lowerShare * lowerMean) / upperShare;
            double between = lowerShare * upperShare * (lowerMean - upperMean) * (lowerMean - upperMean);
            if (between > best) {
                best = between;
                bestBin = bin;
            }
        }
        return bestBin;
    }

    private static double mean(Histogram histogram, double scale) {
        double sum = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            sum += bin * (double) histogram.count(bin);
        }
        return sum * scale;
    }
}
