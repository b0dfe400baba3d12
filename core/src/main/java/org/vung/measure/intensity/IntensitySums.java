package org.vung.measure.intensity;

import org.vung.image.Image;
import org.vung.label.Box;
import org.vung.measure.LabelRuns;

/** Adds up one channel of one region: once for the mean, once more for what is left of every sample without it. */
final class IntensitySums {

    private final LabelRuns runs;
    private final int label;
    private final Image image;
    private final int channel;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double sum;
    /** Σ sample · row and Σ sample · column, counted from the box. */
    private double rows;

    private double columns;

    IntensitySums(LabelRuns runs, int label, Image image, int channel) {
        this.runs = runs;
        this.label = label;
        this.image = image;
        this.channel = channel;
    }

    Intensity intensity() {
        Box box = runs.box(label);
        for (int run = runs.from(label); run < runs.to(label); run++) {
            add(runs.row(run), runs.start(run), runs.end(run), box);
        }
        int area = runs.area(label);
        double mean = sum / area;
        double deviation = Math.sqrt(squares(mean) / area);
        return new Intensity(mean, minimum, maximum, deviation, box.row() + rows / sum, box.column() + columns / sum);
    }

    private void add(int row, int start, int end, Box box) {
        double here = 0;
        for (int column = start; column < end; column++) {
            double sample = image.sample(row, column, channel);
            minimum = Math.min(minimum, sample);
            maximum = Math.max(maximum, sample);
            here += sample;
            columns += sample * (column - box.column());
        }
        sum += here;
        rows += here * (row - box.row());
    }

    private double squares(double mean) {
        double squares = 0;
        for (int run = runs.from(label); run < runs.to(label); run++) {
            int row = runs.row(run);
            int end = runs.end(run);
            for (int column = runs.start(run); column < end; column++) {
                double rest = image.sample(row, column, channel) - mean;
                squares += rest * rest;
            }
        }
        return squares;
    }
}
