package org.vung.checks.examples;

import java.util.ArrayList;
import java.util.List;
import org.vung.image.Image;

/** A suburb from straight above: streets and an alley, parked cars, roofs, lawns, trees and their shadows. */
final class Suburb {

    private static final int FINE = 2;
    private static final double TURN = 0.03;
    private static final Vec[] CARS = {
        new Vec(225, 225, 222), new Vec(30, 31, 34), new Vec(120, 122, 126), new Vec(130, 28, 24), new Vec(36, 48, 84)
    };

    private final int height;
    private final int width;
    private final Vec[] colours;
    private final double[] heights;

    private Suburb(int height, int width) {
        this.height = height * FINE;
        this.width = width * FINE;
        colours = new Vec[this.height * this.width];
        heights = new double[this.height * this.width];
        for (int i = 0; i < colours.length; i++) {
            double x = (i % this.width + 0.5) / FINE;
            int row = i / this.width;
            double y = (row + 0.5) / FINE;
            Plan.Spot spot = Plan.at(x + TURN * y, y - TURN * 0.6 * x + 12);
            colours[i] = spot.colour();
            heights[i] = spot.height();
        }
    }

    static Image paint(int height, int width) {
        Suburb suburb = new Suburb(height, width);
        suburb.plant();
        return Camera.take(height, width, 2.5, suburb::pixel);
    }

    private Vec pixel(int row, int column) {
        Vec sum = new Vec(0, 0, 0);
        for (int i = 0; i < FINE * FINE; i++) {
            int y = row * FINE + i / FINE;
            int x = column * FINE + i % FINE;
            sum = sum.plus(colours[y * width + x].times(sunlit(y, x)));
        }
        return sum.times(1.0 / (FINE * FINE));
    }

    /** 1 in the sun, which stands below the picture and a little to its right, and less in the shadow. */
    private double sunlit(int y, int x) {
        double own = heights[y * width + x];
        for (int step = 1; step < 26 && y + step < height; step++) {
            int right = Math.min(width - 1, x + step / 3);
            if (heights[(y + step) * width + right] > own + 0.5 + step * 0.72) {
                return 0.42;
            }
        }
        return 1;
    }

    private void plant() {
        for (int i = 0; i < 26; i++) {
            double[] street = Plan.ALONG[i % 2 * 2];
            double side = (i / 2 % 2 * 2 - 1) * (street[1] - 3);
            car(street[0] + side, 425 * Noise.at(i, 1, 20), CARS[(int) (5 * Noise.at(i, 2, 20))]);
        }
        for (int i = 0; i < 110; i++) {
            boolean parkway = i < 26;
            double[] street = Plan.ALONG[i % 2 * 2];
            double side = (i / 2 % 2 * 2 - 1) * (street[1] + 4);
            double u = parkway ? street[0] + side : 410 * Noise.at(i, 1, 30);
            double radius = 3.5 + 13 * Noise.at(i, 3, 30) * Noise.at(i, 4, 30) + (parkway ? 2.5 : 0);
            double v = 425 * Noise.at(i, 2, 30);
            boolean yard = Math.abs(u - street[0]) > 30 && Math.abs(u - Plan.ALONG[1][0]) > 9;
            if (Math.abs(v - Plan.ACROSS[0][0]) > 24 && (parkway || yard)) {
                tree(u, v, radius, i);
            }
        }
    }

    private void car(double u, double v, Vec colour) {
        if (Math.abs(v - Plan.ACROSS[0][0]) < 24) {
            return;
        }
        for (int[] p : around(u, v, 6)) {
            double y = p[0] / (double) FINE;
            double x = p[1] / (double) FINE;
            double across = Math.abs(x + TURN * y - u);
            double along = y - TURN * 0.6 * x + 12 - v;
            if (across < 2.2 && Math.abs(along) < 5) {
                boolean glass = Math.abs(along + 1.8) < 0.8 || Math.abs(along - 3) < 0.6;
                colours[p[0] * width + p[1]] = glass ? new Vec(28, 30, 33) : colour;
                heights[p[0] * width + p[1]] = 3;
            }
        }
    }

    private void tree(double u, double v, double radius, int seed) {
        Vec leaf = Noise.at(seed, 5, 30) < 0.65 ? new Vec(74, 94, 46) : new Vec(92, 84, 68);
        for (int[] p : around(u, v, radius * 1.3)) {
            double y = p[0] / (double) FINE;
            double x = p[1] / (double) FINE;
            double out = Math.hypot(x + TURN * y - u, y - TURN * 0.6 * x + 12 - v) / radius;
            double clump = Noise.cloudy(x / 4, y / 4, seed);
            double dome = 1 - out * out + 1.1 * (clump - 0.5);
            if (dome > 0.1) {
                colours[p[0] * width + p[1]] = leaf.times(0.35 + 1.2 * clump + 0.25 * Noise.at(p[0], p[1], 6) - 0.1);
                heights[p[0] * width + p[1]] = 5 + radius * 0.9 * Math.sqrt(dome) + 5 * clump;
            }
        }
    }

    /** Rows and columns of the fine grid around a place of the town. */
    private List<int[]> around(double u, double v, double radius) {
        List<int[]> places = new ArrayList<>();
        double y = v - 12 + TURN * 0.6 * u;
        double x = u - TURN * y;
        for (int row = (int) ((y - radius) * FINE); row <= (y + radius) * FINE; row++) {
            for (int column = (int) ((x - radius) * FINE); column <= (x + radius) * FINE; column++) {
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    places.add(new int[] {row, column});
                }
            }
        }
        return places;
    }
}
