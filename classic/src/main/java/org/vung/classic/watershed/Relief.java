package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.grid.RowBands;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.UnitSamples;

/** What the water rises in: the brightness of an image and its slope. */
final class Relief {

    private Relief() {}

    /** Brightness 0 … 1 for pictures, smoothed: 0.2125 R + 0.7154 G + 0.0721 B, or the mean of other channels. */
    static double[] brightness(Image image, double sigma) {
        double[] samples = UnitSamples.of(image);
        int channels = image.colourChannels();
        double[] weights = new double[channels];
        Arrays.fill(weights, 1.0 / channels);
        if (image.layout() == Layout.RGB || image.layout() == Layout.RGBA) {
            weights = new double[] {0.2125, 0.7154, 0.0721};
        }
        double[] grey = channels == 1 ? samples : weighted(samples, weights, image.size());
        return new Gaussian(sigma).smooth(grey, image.size(), 1);
    }

    private static double[] weighted(double[] samples, double[] weights, Size size) {
        double[] grey = new double[size.pixels()];
        RowBands.forEach(size.height(), (from, to) -> {
            for (int pixel = from * size.width(); pixel < to * size.width(); pixel++) {
                double sum = 0;
                for (int channel = 0; channel < weights.length; channel++) {
                    sum += samples[pixel * weights.length + channel] * weights[channel];
                }
                grey[pixel] = sum;
            }
        });
        return grey;
    }

    /**
     * The length of the Sobel gradient, as {@code skimage.filters.sobel} scales it; edge pixels are repeated outside.
     * Rounded to 2<sup>−40</sup> of the steepest slope, so that rounding errors leave flat ground flat.
     */
    static double[] slope(double[] grey, Size size) {
        double[] slope = sobel(grey, size);
        double step = Arrays.stream(slope).max().orElse(0) * 0x1p-40;
        if (step > 0) {
            Arrays.setAll(slope, pixel -> Math.rint(slope[pixel] / step) * step);
        }
        return slope;
    }

    private static double[] sobel(double[] grey, Size size) {
        int width = size.width();
        double[] slope = new double[grey.length];
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int up = Math.max(0, row - 1) * width;
                int here = row * width;
                int down = Math.min(size.height() - 1, row + 1) * width;
                for (int column = 0; column < width; column++) {
                    int left = Math.max(0, column - 1);
                    int right = Math.min(width - 1, column + 1);
                    double rows = grey[down + left]
                            - grey[up + left]
                            + 2 * (grey[down + column] - grey[up + column])
                            + grey[down + right]
                            - grey[up + right];
                    double columns = grey[up + right]
                            - grey[up + left]
                            + 2 * (grey[here + right] - grey[here + left])
                            + grey[down + right]
                            - grey[down + left];
                    slope[here + column] = Math.sqrt(rows * rows + columns * columns) / (8 * Math.sqrt(2));
                }
            }
        });
        return slope;
    }
}
