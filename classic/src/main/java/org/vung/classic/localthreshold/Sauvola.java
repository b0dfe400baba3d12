package org.vung.classic.localthreshold;

import org.vung.Partition;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.SampleType;

/**
 * Foreground is what exceeds mean · (1 + k · (deviation / R − 1)) of the square window around it: J. Sauvola, M. Pietikäinen,
 * "Adaptive document image binarization", Pattern Recognition 33(2), 2000.
 *
 * <p>Differs from the paper: R is half the range of the sample type where it is not given (127.5, 32767.5, and 1 for floats),
 * the paper's text windows are not told from its picture windows, and float images are worked in single precision; all as in
 * scikit-image, whose thresholds this repeats.
 */
public final class Sauvola implements LocalThreshold {

    /**
     * How to cut.
     *
     * @param window side of the square around a pixel, odd, 3 … 4095; the image is mirrored at its border
     * @param k weight of the deviation
     * @param r the deviation of the strongest contrast, above 0, in units of the image's samples; R in the paper. 0 takes half
     *     the range of the sample type
     * @param grey how colour becomes grey
     */
    public record Options(int window, double k, double r, Grey grey) {
        /** Checks the ranges. */
        public Options {
            LocalMoments.checkWindow(window);
            if (!Double.isFinite(k) || !Double.isFinite(r) || r < 0) {
                throw new IllegalArgumentException(
                        "k must be finite and r finite and at least 0, got " + k + " and " + r);
            }
        }

        /**
         * Window 15, k 0.2, the standard grey.
         *
         * @return the options
         */
        public static Options standard() {
            return new Options(15, 0.2, 0, Grey.STANDARD);
        }

        /**
         * Another window.
         *
         * @param side odd, 3 … 4095
         * @return a copy
         */
        public Options withWindow(int side) {
            return new Options(side, k, r, grey);
        }

        /**
         * Another weight of the deviation.
         *
         * @param weight any number
         * @return a copy
         */
        public Options withK(double weight) {
            return new Options(window, weight, r, grey);
        }

        /**
         * Another strongest contrast.
         *
         * @param deviation in units of the image's samples, or 0 for half the range of the sample type
         * @return a copy
         */
        public Options withR(double deviation) {
            return new Options(window, k, deviation, grey);
        }

        /**
         * Another way to grey.
         *
         * @param other how colour becomes grey
         * @return a copy
         */
        public Options withGrey(Grey other) {
            return new Options(window, k, r, other);
        }
    }

    private final Options options;

    /**
     * The method.
     *
     * @param options how to cut
     */
    public Sauvola(Options options) {
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
        double r = options.r() > 0 ? options.r() : halfRange(grey.type());
        float singleK = (float) k;
        float singleR = (float) r;
        return switch (grey.type()) {
            case UINT8, UINT16 ->
                LocalMoments.map(grey, options.window(), (mean, deviation) -> mean * (1 + k * (deviation / r - 1)));
            case FLOAT32 ->
                LocalMoments.map(
                        grey,
                        options.window(),
                        (mean, deviation) -> (float) mean * (1 + singleK * ((float) deviation / singleR - 1)));
        };
    }

    /** Floats are taken to lie in −1 … 1. */
    private static double halfRange(SampleType type) {
        return type == SampleType.FLOAT32 ? 1 : type.white() / 2.0;
    }
}
