package org.vung.classic.threshold;

import org.vung.grid.RowBands;
import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;

/**
 * The mean grey value as threshold: C. Glasbey, "An analysis of histogram-based thresholding algorithms", CVGIP 55(6), 1993.
 *
 * <p>Differs from the paper: none; the mean is exact for whole numbers and double precision for floats.
 *
 * @param grey how colour becomes grey
 */
public record Mean(Grey grey) implements AutomaticThreshold {

    /** With the standard grey. */
    public Mean() {
        this(Grey.STANDARD);
    }

    @Override
    public double ofGrey(Image grey) {
        return switch (grey.type()) {
            case UINT8, UINT16 -> ofCounts(Histogram.of(grey));
            case FLOAT32 -> ofFloats(grey);
        };
    }

    private static double ofCounts(Histogram histogram) {
        long sum = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            sum += (long) histogram.count(bin) * bin;
        }
        return (double) sum / histogram.total();
    }

    private static double ofFloats(Image grey) {
        float[] samples = grey.sharedFloats();
        int width = grey.width();
        double sum = 0;
        double count = 0;
        for (double[] band : RowBands.map(grey.height(), (from, to) -> sum(samples, from * width, to * width))) {
            sum += band[0];
            count += band[1];
        }
        return sum / count;
    }

    /** The sum and the number of the finite samples. */
    private static double[] sum(float[] samples, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int at = from; at < to; at++) {
            if (Float.isFinite(samples[at])) {
                sum += samples[at];
                count++;
            }
        }
        return new double[] {sum, count};
    }
}
