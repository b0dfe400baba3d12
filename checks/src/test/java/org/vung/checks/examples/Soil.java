package org.vung.checks.examples;

/** Stony soil seen from above. */
final class Soil {

    private Soil() {}

    /** Light of clods and crumbs under a sky that is brighter above. */
    static double[] light(int height, int width) {
        double[] ground = new double[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double clods = Math.max(clod(row, column, 120, 0.35), clod(row, column, 48, 0.7));
                double crumbs = Math.max(clod(row, column, 20, 0.8), clod(row, column, 10, 0.7));
                ground[row * width + column] = Math.max(clods, crumbs)
                        + 40 * Noise.cloudy(row / 130.0, column / 130.0, 5)
                        + 4 * Noise.cloudy(row / 12.0, column / 12.0, 6);
            }
        }
        double[] light = new double[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int i = row * width + column;
                int above = Math.max(0, row - 1) * width + column;
                int below = Math.min(height - 1, row + 1) * width + column;
                double slope = ground[below] - ground[above];
                double lean = ground[Math.min((row + 1) * width - 1, i + 1)] - ground[Math.max(row * width, i - 1)];
                double lit = (1 + 0.3 * slope + 0.15 * lean) / Math.sqrt(1 + 0.25 * (slope * slope + lean * lean));
                light[i] = 24 + 58 * Math.max(0.1, lit) * (0.75 + 0.5 * Noise.cloudy(row / 5.0, column / 5.0, 7));
            }
        }
        return light;
    }

    /** Height of the tallest of the round lumps, one in each cell of a grid or none. */
    private static double clod(double row, double column, int cell, double chance) {
        double wavy = 0.5 * cell * (Noise.cloudy(row / cell * 2, column / cell * 2, cell) - 0.5);
        int i = (int) Math.floor(row / cell);
        int j = (int) Math.floor(column / cell);
        double top = 0;
        for (int y = i - 1; y <= i + 1; y++) {
            for (int x = j - 1; x <= j + 1; x++) {
                if (Noise.at(y, x, cell) < chance) {
                    double radius = cell * (0.25 + 0.4 * Noise.at(y, x, cell + 1));
                    double down = row + wavy - cell * (y + Noise.at(y, x, cell + 2));
                    double right = column + wavy - cell * (x + Noise.at(y, x, cell + 3));
                    double out = (down * down + right * right) / (radius * radius);
                    top = Math.max(top, 0.5 * radius * Math.sqrt(Math.max(0, 1 - out)));
                }
            }
        }
        return top;
    }

    /** Share of pale grains of sand, strewn about a column as far as a reach. */
    static double grit(int row, int column, double middle, double reach) {
        double way = (column - middle) / reach;
        double cloud = Noise.cloudy(row / 60.0, column / 60.0, 9);
        double chance = 3 * Math.max(0, cloud - 0.42) * Math.exp(-way * way);
        int i = row / 6;
        int j = column / 6;
        double out = Math.hypot(row - 6 * (i + Noise.at(i, j, 50)), column - 6 * (j + Noise.at(i, j, 51)));
        return Noise.at(i, j, 52) < chance ? 1 / (1 + Math.exp(3 * (out - 2.5 * Noise.at(i, j, 53)))) : 0;
    }
}
