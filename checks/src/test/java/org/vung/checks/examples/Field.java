package org.vung.checks.examples;

import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** A row of young carrots with weeds between on stony soil, seen from above; green shows the near infra-red. */
final class Field {

    private static final byte CARROT = 1;
    private static final byte WEED = 2;

    private final int height;
    private final int width;
    private final double[] green;
    private final byte[] plant;

    private Field(int height, int width) {
        this.height = height;
        this.width = width;
        green = new double[height * width];
        plant = new byte[height * width];
    }

    static Image paint(int height, int width) {
        Field field = new Field(height, width);
        field.sow();
        return field.photograph();
    }

    private void sow() {
        for (int i = 0; i < 7; i++) {
            double column = 0.59 * width + 60 * (Noise.at(i, 0, 1) - 0.5);
            carrot((i + 0.4 + 0.2 * Noise.at(i, 0, 2)) * height / 7, column, i);
        }
        for (int i = 0; i < 12; i++) {
            int line = i / 2;
            double row = (line + 0.2 + 0.6 * Noise.at(i, 0, 3)) * height / 6;
            double column = (i % 2 == 0 ? 0.3 : 0.83) * width + 0.24 * width * (Noise.at(i, 0, 4) - 0.5);
            if (i % 3 == 0) {
                creeper(row, column, i);
            } else {
                rosette(row, column, i);
            }
        }
    }

    /** Two narrow seed leaves and up to three feathery ones. */
    private void carrot(double row, double column, int seed) {
        double turn = 2 * Math.PI * Noise.at(seed, 1, 10);
        for (int i = 0; i < 2; i++) {
            double heading = turn + (1.6 + 1.2 * Noise.at(seed, i, 11)) * i;
            double length = 58 + 26 * Noise.at(seed, i, 12);
            leaf(row, column, heading, length, 4.8, 0.5, 100 + 20 * Noise.at(seed, i, 13), CARROT);
        }
        for (int i = 0; i < 1 + 2 * Noise.at(seed, 0, 17); i++) {
            double heading = turn + 0.5 + 1.1 * i + 0.6 * Noise.at(seed, i, 14);
            frond(row, column, heading, 40 + 24 * Noise.at(seed, i, 15), seed * 3 + i);
        }
    }

    /** A stalk with pairs of small fans of pointed lobes, and one at its end. */
    private void frond(double row, double column, double heading, double length, int seed) {
        double shine = 108 + 24 * Noise.at(seed, 0, 18);
        leaf(row, column, heading, 0.8 * length, 1.6, 0, 0.9 * shine, CARROT);
        for (int i = 0; i < 7; i++) {
            int pair = i / 2;
            double way = length * (0.2 + 0.2 * pair) * (1 + 0.1 * (Noise.at(seed, i, 19) - 0.5));
            double side = i == 6 ? 0 : 2 * (i % 2) - 1;
            double angle = heading + side * (0.6 + 0.5 * Noise.at(seed, i, 40));
            double part = length * (0.5 - 0.02 * i) * (0.8 + 0.4 * Noise.at(seed, i, 41));
            double y = row - way * Math.sin(heading);
            double x = column + way * Math.cos(heading);
            double light = shine * (0.82 + 0.4 * Noise.at(seed, i, 42));
            leaf(y, x, angle, part, 2.6, 0, light, CARROT);
            y -= 0.4 * part * Math.sin(angle);
            x += 0.4 * part * Math.cos(angle);
            leaf(y, x, angle + 0.6, 0.6 * part, 2.4, 0, 0.95 * light, CARROT);
            leaf(y, x, angle - 0.6, 0.6 * part, 2.4, 0, 1.05 * light, CARROT);
        }
    }

    /** Pairs of broad leaves across one another. */
    private void rosette(double row, double column, int seed) {
        double turn = 2 * Math.PI * Noise.at(seed, 1, 20);
        double size = 45 + 45 * Noise.at(seed, 1, 21);
        for (int i = 0; i < 6; i++) {
            double length = size * (i < 4 ? 1 : 0.5) * (0.8 + 0.3 * Noise.at(seed, i, 22));
            double heading = turn + Math.PI / 2 * i + (i < 4 ? 0 : 0.8) + 0.3 * Noise.at(seed, i, 23);
            double shine = 112 + 64 * Noise.at(seed, i, 24);
            double y = row - 0.3 * length * Math.sin(heading);
            double x = column + 0.3 * length * Math.cos(heading);
            leaf(row, column, heading, 0.45 * length, 2.2, 0, shine * 0.8, WEED);
            leaf(y, x, heading, length, 0.24 * length, 0.3 * (Noise.at(seed, i, 25) - 0.5), shine, WEED);
        }
    }

    /** A lying stalk with long leaves to both sides. */
    private void creeper(double row, double column, int seed) {
        double heading = 2 * Math.PI * Noise.at(seed, 1, 30);
        double y = row;
        double x = column;
        for (int i = 0; i < 4; i++) {
            double length = 70 - 9 * i;
            for (int side = -1; side <= 1; side += 2) {
                double angle = heading + side * (0.7 + 0.4 * Noise.at(seed, i, 31 + side));
                double shine = 112 + 56 * Noise.at(seed, i, 34 + side);
                leaf(y, x, angle, length * 1.1, 0.11 * length, side * 0.3, shine, WEED);
            }
            leaf(y, x, heading, 46, 2.4, 0, 112, WEED);
            y -= 40 * Math.sin(heading);
            x += 40 * Math.cos(heading);
            heading += 0.5 * (Noise.at(seed, i, 37) - 0.5);
        }
    }

    /** Widest before its middle, half a width on each side of a bright rib. */
    private void leaf(
            double row,
            double column,
            double heading,
            double length,
            double half,
            double bend,
            double shine,
            byte kind) {
        double y = row;
        double x = column;
        for (double way = 0; way < length; way += 0.5) {
            double turn = heading + bend * (way / length - 0.5);
            y -= 0.5 * Math.sin(turn);
            x += 0.5 * Math.cos(turn);
            double reach = 0.6 + half * Math.pow(Math.sin(Math.PI * Math.pow(way / length, 0.85)), 0.7);
            for (int down = (int) Math.ceil(y - reach); down <= y + reach; down++) {
                for (int right = (int) Math.ceil(x - reach); right <= x + reach; right++) {
                    boolean seen = down >= 0 && down < height && right >= 0 && right < width;
                    if (seen && Math.hypot(down - y, right - x) <= reach) {
                        double side = ((down - y) * Math.cos(turn) + (right - x) * Math.sin(turn)) / half;
                        double rib = half < 4 ? 0 : 0.12 * Math.exp(-60 * side * side);
                        plant[down * width + right] = kind;
                        green[down * width + right] = shine * (0.82 + 0.26 * way / length - 0.12 * side + rib);
                    }
                }
            }
        }
    }

    private Image photograph() {
        double[] soil = Soil.light(height, width);
        double[] red = new double[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int i = row * width + column;
                if (plant[i] == 0) {
                    int caster = Math.max(0, row - 9) * width + Math.max(0, column - 7);
                    green[i] = soil[i] * (plant[caster] == 0 ? 1 : 0.7);
                    red[i] = 70 + 1.18 * (green[i] - 74);
                    double grit = Soil.grit(row, column, 0.61 * width, 0.06 * width);
                    green[i] += (185 - green[i]) * grit;
                    red[i] += (225 - red[i]) * grit;
                } else {
                    green[i] *= 0.92 + 0.16 * Noise.smooth(row / 5.0, column / 5.0, 8);
                    red[i] = green[i] * (0.2 + 0.36 * Noise.cloudy(row / 12.0, column / 12.0, 10));
                }
            }
        }
        byte[] samples = new byte[height * width * 3];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                byte shown = Camera.level(blurred(red, row, column, 2) + 0.9 * Noise.grain(row, column, 0));
                samples[(row * width + column) * 3] = shown;
                samples[(row * width + column) * 3 + 1] =
                        Camera.level(blurred(green, row, column, 1) + 1.2 * Noise.grain(row, column, 1));
                samples[(row * width + column) * 3 + 2] = shown;
            }
        }
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }

    private double blurred(double[] plane, int row, int column, int reach) {
        double sum = 0;
        double weights = 0;
        for (int y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) {
            for (int x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
                double weight = (reach + 1 - Math.abs(y - row)) * (reach + 1 - Math.abs(x - column));
                sum += weight * plane[y * width + x];
                weights += weight;
            }
        }
        return sum / weights;
    }
}
