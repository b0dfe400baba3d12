package org.vung.image.resample;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Images at another size by the triangle filter: linear between samples when enlarged, and, when made smaller, a weighted mean of all
 * samples under two new pixels, so that nothing fine turns into a pattern. The same numbers as Pillow's {@code BILINEAR} and PyTorch's
 * {@code interpolate(antialias=True)}.
 */
public final class Resampling {

    private Resampling() {}

    /**
     * A picture at another size.
     *
     * @param picture 8-bit samples
     * @param to its new size
     * @return of the same channels, 8 bits each
     * @throws IllegalArgumentException if the samples are not 8-bit
     */
    public static Image picture(Image picture, Size to) {
        if (picture.size().equals(to)) {
            return picture;
        }
        byte[] given = picture.sharedBytes();
        float[] samples = new float[given.length];
        for (int at = 0; at < given.length; at++) {
            samples[at] = given[at] & 0xFF;
        }
        float[] made = of(samples, picture.size(), picture.channels(), to);
        byte[] bytes = new byte[made.length];
        for (int at = 0; at < made.length; at++) {
            bytes[at] = (byte) Math.round(made[at]); // a mean of bytes is none below 0 or above 255
        }
        return Image.wrap(to, picture.layout(), bytes);
    }

    /**
     * Samples at another size.
     *
     * @param samples [H, W, C]
     * @param from H and W
     * @param channels C
     * @param to H' and W'
     * @return [H', W', C]
     */
    public static float[] of(float[] samples, Size from, int channels, Size to) {
        Taps across = new Taps(from.width(), to.width());
        Taps down = new Taps(from.height(), to.height());
        float[] lines = new float[Math.multiplyExact(Math.multiplyExact(from.height(), to.width()), channels)];
        RowBands.forEach(from.height(), (first, end) -> {
            for (int row = first; row < end; row++) {
                across.line(samples, row * from.width() * channels, lines, row * to.width() * channels, channels);
            }
        });
        float[] made = new float[Math.multiplyExact(to.pixels(), channels)];
        int line = to.width() * channels;
        RowBands.forEach(to.height(), (first, end) -> {
            for (int row = first; row < end; row++) {
                down.sum(row, lines, line, made, row * line);
            }
        });
        return made;
    }

    /** Which old samples along an axis each new one is made of, and how much of each. */
    private static final class Taps {

        private final int[] starts;
        private final float[][] weights;

        Taps(int from, int to) {
            starts = new int[to];
            weights = new float[to][];
            double scale = (double) from / to;
            double reach = Math.max(1, scale);
            for (int at = 0; at < to; at++) {
                double centre = (at + 0.5) * scale;
                int start = Math.max(0, (int) (centre - reach + 0.5));
                int end = Math.min(from, (int) (centre + reach + 0.5));
                double[] own = new double[end - start];
                double sum = 0;
                for (int tap = start; tap < end; tap++) {
                    own[tap - start] = Math.max(0, 1 - Math.abs((tap + 0.5 - centre) / reach));
                    sum += own[tap - start];
                }
                starts[at] = start;
                weights[at] = new float[own.length];
                for (int tap = 0; tap < own.length; tap++) {
                    weights[at][tap] = (float) (own[tap] / sum);
                }
            }
        }

        void line(float[] from, int source, float[] to, int target, int channels) {
            for (int at = 0; at < starts.length; at++) {
                float[] own = weights[at];
                for (int channel = 0; channel < channels; channel++) {
                    int sample = source + starts[at] * channels + channel;
                    float sum = 0;
                    for (float weight : own) {
                        sum += weight * from[sample];
                        sample += channels;
                    }
                    to[target + at * channels + channel] = sum;
                }
            }
        }

        void sum(int at, float[] lines, int line, float[] to, int target) {
            float[] own = weights[at];
            for (int tap = 0; tap < own.length; tap++) {
                int source = (starts[at] + tap) * line;
                for (int sample = 0; sample < line; sample++) {
                    to[target + sample] += own[tap] * lines[source + sample];
                }
            }
        }
    }
}
