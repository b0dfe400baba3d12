package org.vung.classic.localthreshold;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.SampleType;

/**
 * Mean and standard deviation in the square window around each pixel, the image mirrored about its border pixels. A row of the
 * integral image is kept per row of the window; nothing else of it.
 *
 * <p>Sums of whole numbers are exact in double precision, so bands of rows start where they like. Sums of floats are not: they
 * run from the top of the image in one band, in scikit-image's order and with its roundings to single precision.
 */
final class LocalMoments {

    /** A threshold from the moments around a pixel. */
    @FunctionalInterface
    interface Rule {
        /** The threshold for a mean and a deviation of at least 0. */
        double at(double mean, double deviation);
    }

    private static final int BAND_ROWS_PER_WINDOW = 4;

    private final Image grey;
    private final int window;
    private final int[] columns;
    private final boolean single;

    private LocalMoments(Image grey, int window) {
        this.grey = grey;
        this.window = window;
        this.columns = mirrored(grey.width(), window);
        this.single = grey.type() == SampleType.FLOAT32;
    }

    static void checkWindow(int window) {
        if (window < 3 || window > 4095 || window % 2 == 0) {
            throw new IllegalArgumentException("window must be odd and 3 to 4095, got " + window);
        }
    }

    /** The rule's answer for every pixel [height · width]. */
    static double[] map(Image grey, int window, Rule rule) {
        double[] answers = new double[grey.size().pixels()];
        LocalMoments moments = new LocalMoments(grey, window);
        if (moments.single) {
            moments.new Band(rule, answers).rows(0, grey.height());
        } else {
            RowBands.forEach(
                    grey.height(),
                    BAND_ROWS_PER_WINDOW * window,
                    (from, to) -> moments.new Band(rule, answers).rows(from, to));
        }
        return answers;
    }

    /** Source positions of a padded line: window / 2 + 1 before its first place, window / 2 behind its last. */
    private static int[] mirrored(int length, int window) {
        int[] places = new int[length + window];
        int period = Math.max(1, 2 * (length - 1));
        for (int at = 0; at < places.length; at++) {
            int place = Math.floorMod(at - window / 2 - 1, period);
            places[at] = place < length ? place : period - place;
        }
        return places;
    }

    /** The rows of the integral image that one band of the answers needs at a time. */
    private final class Band {

        private final Rule rule;
        private final double[] answers;
        private final double[] columnSums = new double[columns.length];
        private final double[] columnSquares = new double[columns.length];
        private final double[][] sums = new double[window + 1][columns.length];
        private final double[][] squares = new double[window + 1][columns.length];

        Band(Rule rule, double[] answers) {
            this.rule = rule;
            this.answers = answers;
        }

        void rows(int from, int to) {
            int[] sourceRows = mirrored(grey.height(), window);
            float[] line = new float[grey.width()];
            for (int row = from; row < to + window; row++) {
                int slot = row % (window + 1);
                read(sourceRows[row], line);
                add(line);
                accumulate(columnSums, sums[slot]);
                accumulate(columnSquares, squares[slot]);
                if (row >= from + window) {
                    combine(row - window, slot);
                }
            }
        }

        private void add(float[] line) {
            for (int at = 0; at < columns.length; at++) {
                float sample = line[columns[at]];
                columnSums[at] += sample;
                columnSquares[at] += single ? sample * sample : (double) sample * sample;
            }
        }

        private void combine(int row, int slot) {
            int above = row % (window + 1);
            double area = (double) window * window;
            for (int column = 0; column < grey.width(); column++) {
                double sum = box(sums[above], sums[slot], column);
                double square = box(squares[above], squares[slot], column);
                answers[row * grey.width() + column] = single
                        ? ofFloats((float) sum, (float) square, (float) area)
                        : rule.at(sum / area, Math.sqrt(Math.max(0, square / area - sum / area * (sum / area))));
            }
        }

        private double box(double[] top, double[] bottom, int column) {
            int right = column + window;
            return top[column] - top[right] - bottom[column] + bottom[right];
        }

        private double ofFloats(float sum, float square, float area) {
            float mean = sum / area;
            return rule.at(mean, (float) Math.sqrt(Math.max(0, square / area - mean * mean)));
        }
    }

    private void read(int row, float[] line) {
        int start = row * line.length;
        switch (grey.type()) {
            case UINT8 -> {
                byte[] samples = grey.sharedBytes();
                for (int column = 0; column < line.length; column++) {
                    line[column] = samples[start + column] & 0xFF;
                }
            }
            case UINT16 -> {
                short[] samples = grey.sharedShorts();
                for (int column = 0; column < line.length; column++) {
                    line[column] = samples[start + column] & 0xFFFF;
                }
            }
            case FLOAT32 -> System.arraycopy(grey.sharedFloats(), start, line, 0, line.length);
        }
    }

    private static void accumulate(double[] values, double[] running) {
        double sum = 0;
        for (int at = 0; at < values.length; at++) {
            sum += values[at];
            running[at] = sum;
        }
    }
}
