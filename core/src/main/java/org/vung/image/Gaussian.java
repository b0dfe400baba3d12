package org.vung.image;

import java.util.Arrays;
import org.vung.grid.RowBands;

/**
 * Gaussian smoothing in double precision by the rules of {@code scipy.ndimage.gaussian_filter}: rows after columns, the
 * kernel cut at 4 sigma, the image mirrored at its border with the edge pixel repeated (d c b a | a b c d | d c b a).
 *
 * <p>The order of every sum is SciPy's, so that ties between smoothed values are the same ties. The kernel's last bit may
 * differ, as it does between NumPy's own builds for different processors.
 */
public final class Gaussian {

    private static final double CUT = 4;
    private static final double NO_SMOOTHING = 1e-15;

    private final double[] kernel;
    private final int radius;

    /**
     * Makes the kernel.
     *
     * @param sigma standard deviation in pixels, 0 … 1000; 0 changes nothing
     */
    public Gaussian(double sigma) {
        if (!(sigma >= 0 && sigma <= 1000)) {
            throw new IllegalArgumentException(
                    "sigma must be 0 … 1000 pixels, got " + sigma + "; shrink the image to smooth it further");
        }
        radius = sigma > NO_SMOOTHING ? (int) (CUT * sigma + 0.5) : 0;
        kernel = sigma > NO_SMOOTHING ? kernel(sigma, radius) : new double[] {1};
    }

    /**
     * The weights from the middle outwards.
     *
     * @return weights [radius + 1] that with their mirror image add up to 1
     */
    public double[] halfKernel() {
        return Arrays.copyOfRange(kernel, radius, kernel.length);
    }

    /**
     * Smooths every channel by itself.
     *
     * @param samples interleaved, row by row [height · width · channels]; not changed
     * @param size height and width
     * @param channels samples per pixel, at least 1
     * @return smoothed samples, in the same order
     */
    public double[] smooth(double[] samples, Size size, int channels) {
        if (samples.length != size.pixels() * channels) {
            throw new IllegalArgumentException(
                    "samples must fill " + size + " with " + channels + " channels, got " + samples.length);
        }
        if (radius == 0) {
            return samples.clone();
        }
        double[] smooth = new double[samples.length];
        RowBands.forEach(size.height(), (from, to) -> {
            Sums sums = new Sums(size.width(), channels);
            for (int row = from; row < to; row++) {
                sums.ofColumns(samples, row, size.height());
                sums.ofRow();
                System.arraycopy(sums.sums, 0, smooth, row * sums.sums.length, sums.sums.length);
            }
        });
        return smooth;
    }

    /**
     * The weighted sums along one row. Neighbours are copied beside each other first, because the compiler makes vectors
     * only of loops in which all arrays have one index.
     */
    private final class Sums {

        private final int channels;
        private final double[] sums;
        private final double[] before;
        private final double[] after;
        private final double[] padded;

        Sums(int width, int channels) {
            this.channels = channels;
            sums = new double[width * channels];
            before = new double[sums.length];
            after = new double[sums.length];
            padded = new double[sums.length + 2 * radius * channels];
        }

        void ofColumns(double[] samples, int row, int height) {
            start(samples, row * sums.length);
            for (int away = radius; away >= 1; away--) {
                int above = mirrored(row - away, height) * sums.length;
                int below = mirrored(row + away, height) * sums.length;
                add(samples, above, below, kernel[radius + away]);
            }
        }

        void ofRow() {
            mirror();
            int here = radius * channels;
            start(padded, here);
            for (int away = radius; away >= 1; away--) {
                add(padded, here - away * channels, here + away * channels, kernel[radius + away]);
            }
        }

        private void mirror() {
            int width = sums.length / channels;
            System.arraycopy(sums, 0, padded, radius * channels, sums.length);
            for (int away = 1; away <= radius; away++) {
                int left = mirrored(-away, width) * channels;
                int right = mirrored(width - 1 + away, width) * channels;
                System.arraycopy(sums, left, padded, (radius - away) * channels, channels);
                System.arraycopy(sums, right, padded, (radius + width - 1 + away) * channels, channels);
            }
        }

        private void start(double[] from, int middle) {
            System.arraycopy(from, middle, before, 0, sums.length);
            double weight = kernel[radius];
            for (int at = 0; at < sums.length; at++) {
                sums[at] = before[at] * weight;
            }
        }

        private void add(double[] from, int first, int second, double weight) {
            System.arraycopy(from, first, before, 0, sums.length);
            System.arraycopy(from, second, after, 0, sums.length);
            for (int at = 0; at < sums.length; at++) {
                sums[at] += (before[at] + after[at]) * weight;
            }
        }
    }

    /** The place of {@code at} when 0 … length − 1 is continued by mirroring, edges repeated. */
    private static int mirrored(int at, int length) {
        int inPeriod = Math.floorMod(at, 2 * length);
        return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
    }

    private static double[] kernel(double sigma, int radius) {
        double[] weights = new double[2 * radius + 1];
        double factor = -0.5 / (sigma * sigma);
        for (int at = 0; at < weights.length; at++) {
            double away = (double) at - radius;
            weights[at] = StrictMath.exp(factor * (away * away));
        }
        double sum = sum(weights, 0, weights.length);
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= sum;
        }
        return weights;
    }

    /** NumPy's sum: plain below 8 numbers, eight running sums up to 128, halves above. */
    private static double sum(double[] numbers, int from, int count) {
        if (count > 128) {
            int half = count / 2;
            half -= half % 8;
            return sum(numbers, from, half) + sum(numbers, from + half, count - half);
        }
        int eights = count < 8 ? 0 : count - count % 8;
        double[] running = new double[8];
        for (int at = 0; at < eights; at++) {
            running[at % 8] += numbers[from + at];
        }
        double sum = ((running[0] + running[1]) + (running[2] + running[3]))
                + ((running[4] + running[5]) + (running[6] + running[7]));
        for (int at = eights; at < count; at++) {
            sum += numbers[from + at];
        }
        return sum;
    }
}
