package org.vung.classic.localthreshold;

import org.vung.Partition;
import org.vung.image.Grey;
import org.vung.image.Image;

/**
 * Foreground is what exceeds mean − k · deviation of the square window around it: W. Niblack, "An introduction to digital image
 * processing", Prentice-Hall, 1986.
 *
 * <p>Differs from the book: k is subtracted, so that it is positive for dark writing, and float images are worked in single
 * precision; both as in scikit-image, whose thresholds this repeats.
 */
public final class Niblack implements LocalThreshold {

    /**
     * How to cut.
     *
     * @param window side of the square around a pixel, odd, 3 … 4095; the image is mirrored at its border
     * @param k weight of the standard deviation
     * @param grey how colour becomes grey
     */
    public record Options(int window, double k, Grey grey) {
        /** Checks the ranges. */
        public Options {
            LocalMoments.checkWindow(window);
            if (!Double.isFinite(k)) {
                throw new IllegalArgumentException("k must be finite, got " + k);
            }
        }

        /**
         * Window 15, k 0.2, the standard grey.
         *
         * @return the options
         */
        public static Options standard() {
            return new Options(15, 0.2, Grey.STANDARD);
        }

        /**
         * Another window.
         *
         * @param side odd, 3 … 4095
         * @return a copy
         */
        public Options withWindow(int side) {
            return new Options(side, k, grey);
        }

        /**
         * Another weight of the deviation.
         *
         * @param weight any number
         * @return a copy
         */
        public Options withK(double weight) {
            return new Options(window, weight, grey);
        }
        /**
         * Another way to grey.
         *
         * @param other how colour becomes grey
         * @return a copy
         */
        public Options withGrey(Grey other) {
            return new Options(window, k, other);
        }
    }

    private final Options options;

    /**
     * The method.
     *
     * @param options how to cut
     */
    public Niblack(Options options) {
        this.options = options;
    }

    @Override
    public double[] thresholds(Image image) {
        return ofGrey(options.grey().of(image));
    }

    @Override
    public Partition segment(Image image) {
        Image grey = options.grey().of(image);
        return LocalCut.partition(grey, ofGrey(grey));
    }

    private double[] ofGrey(Image grey) {
        double k = options.k();
        float single = (float) k;
        return switch (grey.type()) {
            case UINT8, UINT16 -> LocalMoments.map(grey, options.window(), (mean, deviation) -> mean - k * deviation);
            case FLOAT32 ->
                LocalMoments.map(
                        grey, options.window(), (mean, deviation) -> (float) mean - single * (float) deviation);
        };
    }
}
