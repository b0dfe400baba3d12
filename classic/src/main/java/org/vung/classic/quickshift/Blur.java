package org.vung.classic.quickshift;

import org.vung.grid.RowBands;
import org.vung.image.Size;

/** A Gaussian blur cut off at 4 deviations, the image mirrored at its edges with the edge pixel repeated. */
final class Blur {

    private final Size size;
    private final int channels;
    private final double[] weights;

    Blur(Size size, int channels, double sigma) {
        this.size = size;
        this.channels = channels;
        this.weights = weights(sigma);
    }

    /** Blurs interleaved samples in place. */
    void apply(double[] samples) {
        if (weights.length == 1) {
            return;
        }
        double[] down = new double[samples.length];
        int row = size.width() * channels;
        RowBands.forEach(size.height(), (from, to) -> {
            for (int at = from * row; at < to * row; at++) {
                down[at] = along(samples, at, row, size.height());
            }
        });
        RowBands.forEach(size.height(), (from, to) -> {
            for (int at = from * row; at < to * row; at++) {
                samples[at] = along(down, at, channels, size.width());
            }
        });
    }

    /** The weighted sum along one axis, whose neighbours lie {@code stride} apart. */
    private double along(double[] samples, int at, int stride, int length) {
        int place = at / stride % length;
        double sum = samples[at] * weights[0];
        for (int step = weights.length - 1; step >= 1; step--) {
            double before = samples[at + (mirrored(place - step, length) - place) * stride];
            double after = samples[at + (mirrored(place + step, length) - place) * stride];
            sum += (before + after) * weights[step];
        }
        return sum;
    }

    private static int mirrored(int place, int length) {
        int turned = Math.floorMod(place, 2 * length);
        return turned < length ? turned : 2 * length - 1 - turned;
    }

    /** Weights of the centre and of each step away from it; the whole sums to 1. */
    private static double[] weights(double sigma) {
        double[] weights = new double[(int) (4 * sigma + 0.5) + 1];
        double sum = 0;
        for (int step = 0; step < weights.length; step++) {
            weights[step] = step == 0 ? 1 : Math.exp(-0.5 * step * step / (sigma * sigma));
            sum += step == 0 ? 1 : 2 * weights[step];
        }
        for (int step = 0; step < weights.length; step++) {
            weights[step] /= sum;
        }
        return weights;
    }
}
