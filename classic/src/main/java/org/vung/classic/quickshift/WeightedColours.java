package org.vung.classic.quickshift;

import java.util.Arrays;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.Layout;
import org.vung.image.Size;

/** Colours as quickshift compares them: converted, blurred, times the ratio; interleaved, row by row. */
final class WeightedColours {

    private final Size size;
    private final int channels;
    private final double[] samples;

    private WeightedColours(Size size, int channels, double[] samples) {
        this.size = size;
        this.channels = channels;
        this.samples = samples;
    }

    static WeightedColours of(Image image, QuickShift.Options options) {
        double[] samples = switch (options.space()) {
            case LAB -> lab(image);
            case RAW -> raw(image);
        };
        return of(image.size(), samples, options);
    }

    /** Takes the samples over. */
    static WeightedColours of(Size size, double[] samples, QuickShift.Options options) {
        int channels = samples.length / size.pixels();
        if (channels < 1 || channels * size.pixels() != samples.length) {
            throw new IllegalArgumentException("colours must fill " + size + ", got " + samples.length + " numbers");
        }
        blacken(samples, channels);
        new Blur(size, channels, options.sigma()).apply(samples);
        RowBands.forEach(size.height(), (from, to) -> {
            int row = size.width() * channels;
            for (int at = from * row; at < to * row; at++) {
                samples[at] *= options.ratio();
            }
        });
        return new WeightedColours(size, channels, samples);
    }

    Size size() {
        return size;
    }

    int channels() {
        return channels;
    }

    /** Copies one channel of one row, times a factor. */
    void row(int row, int channel, double factor, double[] into) {
        int at = size.index(row, 0) * channels + channel;
        for (int column = 0; column < size.width(); column++, at += channels) {
            into[column] = samples[at] * factor;
        }
    }

    /** The squared distance between the colours of two pixels. */
    double square(int first, int second) {
        double square = 0;
        for (int channel = 0; channel < channels; channel++) {
            double step = samples[first * channels + channel] - samples[second * channels + channel];
            square += step * step;
        }
        return square;
    }

    private static double[] lab(Image image) {
        if (image.layout() == Layout.BANDS) {
            throw new IllegalArgumentException(
                    "image must be a picture to be compared in CIELAB, got " + image + "; use space raw");
        }
        if (image.colourChannels() == 3) {
            return Lab.of(image);
        }
        double white = image.type().white();
        double[] lab = new double[image.size().pixels() * 3];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < image.width(); column++) {
                    double grey = image.sample(row, column, 0) / white;
                    System.arraycopy(
                            Lab.of(grey, grey, grey), 0, lab, image.size().index(row, column) * 3, 3);
                }
            }
        });
        return lab;
    }

    private static double[] raw(Image image) {
        int channels = image.colourChannels();
        double unit = 1.0 / image.type().white();
        double[] samples = new double[image.size().pixels() * channels];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < image.width(); column++) {
                    for (int channel = 0; channel < channels; channel++) {
                        samples[image.size().index(row, column) * channels + channel] =
                                image.sample(row, column, channel) * unit;
                    }
                }
            }
        });
        return samples;
    }

    /** Makes black what cannot be compared: NaN would spread to every density in its window. */
    private static void blacken(double[] samples, int channels) {
        for (int at = 0; at < samples.length; at++) {
            if (!Double.isFinite(samples[at])) {
                int pixel = at / channels * channels;
                Arrays.fill(samples, pixel, pixel + channels, 0);
            }
        }
    }
}
