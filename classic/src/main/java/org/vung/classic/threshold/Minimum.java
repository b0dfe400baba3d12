package org.vung.classic.threshold;

import java.util.ArrayList;
import java.util.List;
import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;

/**
 * The valley between the two peaks that remain when the histogram is smoothed: J. Prewitt, M. Mendelsohn, "The analysis of
 * cell images", Annals of the New York Academy of Sciences 128, 1966, in the form of C. Glasbey, "An analysis of
 * histogram-based thresholding algorithms", CVGIP 55(6), 1993.
 *
 * <p>Differs from the paper: at most 10,000 rounds of smoothing by three bins, as in scikit-image, whose answer this repeats.
 * Where the smoothed histogram never has exactly two peaks there is no threshold: NaN, everything is background, and the
 * findings carry a warning.
 *
 * @param grey how colour becomes grey
 */
public record Minimum(Grey grey) implements AutomaticThreshold {

    private static final int MOST_ROUNDS = 10_000;

    /** With the standard grey. */
    public Minimum() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        Histogram histogram = Histogram.of(grey).trimmed();
        double[] smooth = new double[histogram.bins()];
        for (int bin = 0; bin < smooth.length; bin++) {
            smooth[bin] = histogram.count(bin);
        }
        for (int round = 0; round < MOST_ROUNDS - 1 && smooth.length > 0; round++) {
            smooth = smoothed(smooth);
            List<Integer> peaks = peaks(smooth);
            if (peaks.size() < 3) {
                return peaks.size() == 2 ? histogram.centre(lowest(smooth, peaks.get(0), peaks.get(1))) : Double.NaN;
            }
        }
        return Double.NaN;
    }

    /** The mean of three neighbours as a running sum, the ends repeated. */
    private static double[] smoothed(double[] values) {
        int last = values.length - 1;
        double[] smooth = new double[values.length];
        double sum = values[0] + values[0] + values[Math.min(1, last)];
        smooth[0] = sum / 3;
        for (int bin = 1; bin <= last; bin++) {
            sum += values[Math.min(bin + 1, last)] - values[Math.max(bin - 2, 0)];
            smooth[bin] = sum / 3;
        }
        return smooth;
    }

    private static List<Integer> peaks(double[] values) {
        List<Integer> peaks = new ArrayList<>();
        boolean rising = true;
        for (int bin = 0; bin < values.length - 1; bin++) {
            if (rising && values[bin + 1] < values[bin]) {
                rising = false;
                peaks.add(bin);
            } else if (!rising && values[bin + 1] > values[bin]) {
                rising = true;
            }
        }
        return peaks;
    }

    private static int lowest(double[] values, int from, int to) {
        int lowest = from;
        for (int bin = from; bin <= to; bin++) {
            if (values[bin] < values[lowest]) {
                lowest = bin;
            }
        }
        return lowest;
    }
}
