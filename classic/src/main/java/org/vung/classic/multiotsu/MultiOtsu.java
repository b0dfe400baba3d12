package org.vung.classic.multiotsu;

import java.util.Arrays;
import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.grid.RowBands;
import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * Several thresholds at once, so that the classes' means lie farthest apart: P.-S. Liao, T.-S. Chen, P.-C. Chung, "A fast
 * algorithm for multilevel thresholding", Journal of Information Science and Engineering 17(5), 2001.
 *
 * <p>Differs from the paper: all divisions are not tried one after another; dynamic programming bounds what a division can
 * still reach, and only those within one millionth of the best are compared, in single precision and in the paper's order, so
 * that the answer is scikit-image's. Histograms of more than 4,096 different sums are divided in double precision. An image
 * of fewer grey values than classes gets a class per value and a warning.
 */
public final class MultiOtsu implements Segmenter {

    /**
     * How to divide.
     *
     * @param classes 2 … 5
     * @param grey how colour becomes grey
     */
    public record Options(int classes, Grey grey) {
        /** Checks the number of classes. */
        public Options {
            if (classes < 2 || classes > 5) {
                throw new IllegalArgumentException("classes must be 2 to 5, got " + classes + "; take kmeans for more");
            }
        }

        /**
         * With the standard grey.
         *
         * @param classes 2 … 5
         * @return the options
         */
        public static Options classes(int classes) {
            return new Options(classes, Grey.STANDARD);
        }

        /**
         * Another way to grey.
         *
         * @param other how colour becomes grey
         * @return a copy
         */
        public Options withGrey(Grey other) {
            return new Options(classes, other);
        }
    }

    private final Options options;

    /**
     * The method.
     *
     * @param options how to divide
     */
    public MultiOtsu(Options options) {
        this.options = options;
    }

    /**
     * Finds the thresholds.
     *
     * @param image grey, RGB or one band, any sample type; pixels that are not finite are left out
     * @return ascending, in units of the image's samples; classes − 1, or fewer if there are fewer grey values
     */
    public double[] thresholds(Image image) {
        return ofGrey(options.grey().of(image));
    }

    /**
     * Divides the image into classes of brightness.
     *
     * @param image grey, RGB or one band, any sample type
     * @return label = how many thresholds lie below the pixel, 0 for NaN; finding {@code thresholds}
     */
    @Override
    public Partition segment(Image image) {
        Image grey = options.grey().of(image);
        double[] thresholds = ofGrey(grey);
        LabelMap labels = LabelMap.wrap(grey.size(), labels(grey, thresholds));
        Findings findings = Findings.none().with("thresholds", thresholds);
        if (thresholds.length < options.classes() - 1) {
            findings = findings.warn("The image has fewer grey values than the " + options.classes()
                    + " classes asked for, so each value is a class; ask for fewer.");
        }
        return new Partition(labels, findings);
    }

    private double[] ofGrey(Image grey) {
        Histogram histogram = Histogram.of(grey).trimmed();
        int[] bins = thresholdBins(histogram, options.classes());
        return Arrays.stream(bins).mapToDouble(histogram::centre).toArray();
    }

    private static int[] thresholdBins(Histogram histogram, int classes) {
        int[] used = new int[histogram.bins()];
        int count = 0;
        for (int bin = 0; bin < used.length; bin++) {
            if (histogram.count(bin) > 0) {
                used[count++] = bin;
            }
        }
        if (count <= classes) {
            return Arrays.copyOf(used, Math.max(0, count - 1));
        }
        ClassSpread spread = ClassSpread.of(histogram);
        return spread.distinct() > Divisions.MOST_POINTS
                ? new WideDivisions(histogram).best(classes)
                : new Divisions(spread, classes).best();
    }

    private static int[] labels(Image grey, double[] thresholds) {
        int[] labels = new int[grey.size().pixels()];
        int width = grey.width();
        RowBands.forEach(grey.height(), (from, to) -> {
            switch (grey.type()) {
                case UINT8 -> labelBytes(grey.sharedBytes(), labels, from * width, to * width, thresholds);
                case UINT16, FLOAT32 -> {
                    for (int at = from * width; at < to * width; at++) {
                        labels[at] = label(grey.sample(at / width, at % width, 0), thresholds);
                    }
                }
            }
        });
        return labels;
    }

    private static void labelBytes(byte[] samples, int[] labels, int from, int to, double[] thresholds) {
        int[] ofValue = new int[256];
        for (int value = 0; value < 256; value++) {
            ofValue[value] = label(value, thresholds);
        }
        for (int at = from; at < to; at++) {
            labels[at] = ofValue[samples[at] & 0xFF];
        }
    }

    private static int label(float sample, double[] thresholds) {
        int label = 0;
        for (double threshold : thresholds) {
            label += sample > threshold ? 1 : 0;
        }
        return label;
    }
}
