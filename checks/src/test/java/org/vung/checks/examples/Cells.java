package org.vung.checks.examples;

import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** Stained nuclei under a fluorescence microscope: soft ellipses, some touching, on uneven ground with photon noise. */
final class Cells {

    private static final int CELLS = 42;

    private Cells() {}

    static Image paint(int height, int width) {
        byte[] samples = new byte[height * width];
        double[][] cells = cells(height, width);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double light = 16 + 12.0 * column / width + 8.0 * row / height;
                for (double[] cell : cells) {
                    light += glow(cell, row, column);
                }
                light += Math.sqrt(light) * 0.45 * Noise.grain(row, column, 9);
                samples[row * width + column] = Camera.level(light);
            }
        }
        return Image.wrap(new Size(height, width), Layout.GREY, samples);
    }

    /** Row, column, half axes, turn, brightness; cells may touch but their centres keep apart. */
    private static double[][] cells(int height, int width) {
        double[][] cells = new double[CELLS][];
        int placed = 0;
        for (int trial = 0; placed < CELLS; trial++) {
            double row = height * Noise.at(trial, 1, 0);
            double column = width * Noise.at(trial, 2, 0);
            double radius = 15 + 8 * Noise.at(trial, 3, 0);
            boolean free = true;
            for (int i = 0; i < placed; i++) {
                double gap = Math.hypot(cells[i][0] - row, cells[i][1] - column);
                free &= gap > 0.86 * (radius + cells[i][2]);
            }
            if (free || trial > 20_000) {
                double turn = Math.PI * Noise.at(trial, 4, 0);
                double light = 70 + 100 * Noise.at(trial, 5, 0);
                cells[placed++] =
                        new double[] {row, column, radius, radius * (0.7 + 0.3 * Noise.at(trial, 6, 0)), turn, light};
            }
        }
        return cells;
    }

    private static double glow(double[] cell, int row, int column) {
        double y = row - cell[0];
        double x = column - cell[1];
        double along = (x * Math.cos(cell[4]) + y * Math.sin(cell[4])) / cell[2];
        double across = (y * Math.cos(cell[4]) - x * Math.sin(cell[4])) / cell[3];
        double out = Math.hypot(along, across);
        double texture = 0.75 + 0.5 * Noise.cloudy(row / 7.0, column / 7.0, cell[2]);
        return cell[5] * texture / (1 + Math.exp((out - 1) * 14));
    }
}
