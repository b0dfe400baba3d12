package org.vung.classic.meanshift;

import org.vung.grid.RowBands;

/**
 * The bandwidth by the nearest-neighbour quantile: the mean, over a sample of pixels, of the distance within which lies the
 * given share of the sample. With all pixels in the sample it equals scikit-learn's {@code estimate_bandwidth}.
 */
final class Bandwidth {

    private Bandwidth() {}

    /**
     * Estimates it. The sample is taken at even steps through the sorted colours, so it needs no seed.
     *
     * @param features colours and their counts
     * @param quantile share of the sample, above 0 … 1
     * @param samples pixels in the sample, at least 1; all if there are fewer
     * @return at least 0; 0 if most pixels have equals enough
     */
    static double estimate(Features features, double quantile, int samples) {
        int dimensions = features.dimensions();
        double[] sample = sample(features, Math.min(samples, features.pixels()));
        int count = sample.length / dimensions;
        int rank = Math.max(1, (int) (count * quantile));
        double[] distances = new double[count];
        RowBands.forEach(count, (from, to) -> {
            double[] squares = new double[count];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < count; j++) {
                    double square = 0;
                    for (int axis = 0; axis < dimensions; axis++) {
                        double step = sample[i * dimensions + axis] - sample[j * dimensions + axis];
                        square += step * step;
                    }
                    squares[j] = square;
                }
                distances[i] = Math.sqrt(smallest(squares, rank - 1));
            }
        });
        double sum = 0;
        for (double distance : distances) {
            sum += distance;
        }
        return sum / count;
    }

    private static double[] sample(Features features, int size) {
        int dimensions = features.dimensions();
        double[] sample = new double[size * dimensions];
        int colour = 0;
        long passed = features.counts()[0];
        for (int i = 0; i < size; i++) {
            long place = ((2L * i + 1) * features.pixels()) / (2L * size);
            while (place >= passed) {
                passed += features.counts()[++colour];
            }
            System.arraycopy(features.points(), colour * dimensions, sample, i * dimensions, dimensions);
        }
        return sample;
    }

    /** The value that sorting would put at {@code place}; the array is reordered. */
    private static double smallest(double[] values, int place) {
        int left = 0;
        int right = values.length - 1;
        while (left < right) {
            double pivot = values[(left + right) >>> 1];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (place <= j) {
                right = j;
            } else if (place >= i) {
                left = i;
            } else {
                break;
            }
        }
        return values[place];
    }
}
