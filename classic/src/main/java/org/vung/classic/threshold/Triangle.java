package org.vung.classic.threshold;

import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;

/**
 * The corner of a histogram with one peak: the bin farthest from the line between the peak and the end of its longer tail. G.
 * Zack, W. Rogers, S. Latt, "Automatic measurement of sister chromatid exchange frequency", Journal of Histochemistry and
 * Cytochemistry 25(7), 1977.
 *
 * <p>Differs from the paper: no constant is added to the corner; as in OpenCV, whose 8-bit answer this repeats, the line
 * starts one bin outside the tail and the threshold is the bin before the corner.
 *
 * @param grey how colour becomes grey
 */
public record Triangle(Grey grey) implements AutomaticThreshold {

    /** With the standard grey. */
    public Triangle() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        Histogram histogram = Histogram.of(grey);
        if (histogram.bins() == 0) {
            return Double.NaN;
        }
        int bin = bin(histogram);
        return histogram.isWhole() ? bin : histogram.centre(Math.max(0, Math.min(histogram.bins() - 1, bin)));
    }

    private static int bin(Histogram histogram) {
        int last = histogram.bins() - 1;
        int left = 0;
        while (histogram.count(left) == 0) {
            left++;
        }
        int right = last;
        while (right > 0 && histogram.count(right) == 0) {
            right--;
        }
        left = Math.max(0, left - 1);
        right = right > 0 ? Math.min(last, right + 1) : 0;
        int peak = peak(histogram);
        if (peak - left < right - peak) {
            return last - corner(histogram, last - right, last - peak, true);
        }
        return corner(histogram, left, peak, false);
    }

    private static int peak(Histogram histogram) {
        int peak = 0;
        for (int bin = 1; bin < histogram.bins(); bin++) {
            if (histogram.count(bin) > histogram.count(peak)) {
                peak = bin;
            }
        }
        return peak;
    }

    /** The bin before the one farthest from the line; with {@code mirrored} bins count from the right. */
    private static int corner(Histogram histogram, int left, int peak, boolean mirrored) {
        int last = histogram.bins() - 1;
        double rise = histogram.count(mirrored ? last - peak : peak);
        double run = left - peak;
        double farthest = 0;
        int corner = left;
        for (int bin = left + 1; bin <= peak; bin++) {
            double distance = rise * bin + run * histogram.count(mirrored ? last - bin : bin);
            if (distance > farthest) {
                farthest = distance;
                corner = bin;
            }
        }
        return corner - 1;
    }
}
