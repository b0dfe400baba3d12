package org.vung.checks.examples;

import java.util.ArrayList;
import java.util.List;
import org.vung.image.Image;

/** A human retina through a fundus camera: vessels branch from the bright disc in arcs around the dark macula. */
final class Fundus {

    private static final int VEIN = 0;
    private static final int ARTERY = 1;

    /** Heading at the disc in degrees from the right, width in pixels, kind. */
    private static final double[][] TRUNKS = {
        {104, 8.5, VEIN}, {89, 6.5, ARTERY}, {-109, 8.5, VEIN}, {-96, 6.5, ARTERY}, {58, 5, VEIN}, {36, 3.6, ARTERY},
        {-46, 5, VEIN}, {-68, 3.6, ARTERY}, {8, 3, VEIN}, {137, 3.4, ARTERY}, {160, 2, VEIN}, {-166, 2.2, ARTERY},
        {-138, 2.8, VEIN},
    };

    private Fundus() {}

    static Image paint(int height, int width) {
        double[][] vessels = vessels(height, width);
        return Camera.take(height, width, 1.9, (row, column) -> {
            double y = across(row, height, width);
            double x = along(column, width);
            double stray = 7 + 6 * bell(Math.max(0, Math.hypot(y, x) - 1), 0.06);
            double seen = 1 / (1 + Math.exp((Math.hypot(y, x) - 1) * 600));
            Vec light = ground(y, x);
            light = light.mix(light.times(new Vec(0.78, 0.54, 0.7)), vessels[VEIN][row * width + column]);
            light = light.mix(light.times(new Vec(0.88, 0.62, 0.66)), vessels[ARTERY][row * width + column]);
            return new Vec(lens(light.x(), stray, seen), lens(light.y(), stray, seen), lens(light.z(), stray, seen));
        });
    }

    private static double lens(double light, double stray, double seen) {
        return stray + (Math.min(253, light) - stray) * seen;
    }

    /** The field of view has radius 1 about 0, 0; y points down. */
    private static double across(double row, int height, int width) {
        return (row - 0.51 * height) / (0.475 * width);
    }

    private static double along(double column, int width) {
        return (column - 0.49 * width) / (0.475 * width);
    }

    private static Vec ground(double y, double x) {
        double rim = Math.hypot(y, x);
        double lamp = 1.04 - 0.16 * rim * rim * rim - 0.11 * Math.hypot(y + 0.1, x - 0.2);
        double mottle =
                Noise.cloudy(y * 3.5 + 4, x * 3.5 + 4, 1) - 0.5 + 0.6 * (Noise.cloudy(y * 16 + 9, x * 16 + 9, 2) - 0.5);
        Vec light = new Vec(252, 122, 68)
                .times(lamp)
                .times(new Vec(1 + 0.14 * mottle, 1 + 0.26 * mottle, 1 + 0.24 * mottle));
        light = light.mix(new Vec(176, 128, 78), 0.5 * bell(rim - 1, 0.14));
        double macula = bell(Math.hypot(y, x + 0.03), 0.15);
        double pit = bell(Math.hypot(y, x + 0.03), 0.045);
        light = light.times(new Vec(1 - 0.13 * macula - 0.1 * pit, 1 - 0.2 * macula - 0.14 * pit, 1 - 0.1 * macula));
        double out = Math.hypot(y + 0.04, (x - 0.7) * 1.12) / 0.16;
        light = light.mix(new Vec(255, 168, 90), 0.45 * bell(out, 1.4));
        Vec disc = new Vec(252, 196, 108).mix(new Vec(255, 246, 176), bell(Math.hypot(y + 0.04, x - 0.67), 0.075));
        return light.mix(disc, 1 / (1 + Math.exp((out - 1 + 0.2 * mottle) * 28)));
    }

    private static double bell(double way, double width) {
        return Math.exp(-way * way / (2 * width * width));
    }

    /** How much of each pixel is covered, 0 … 1, by veins and by arteries. */
    private static double[][] vessels(int height, int width) {
        double[][] covered = new double[2][height * width];
        List<double[]> growing = new ArrayList<>();
        for (double[] trunk : TRUNKS) {
            double row = 0.489 * height + (trunk[2] == VEIN ? 0.007 : -0.007) * width;
            growing.add(new double[] {row, 0.838 * width, Math.toRadians(trunk[0]), trunk[1], trunk[2]});
        }
        for (int i = 0; i < growing.size(); i++) {
            grow(growing, i, covered[(int) growing.get(i)[4]], height, width);
        }
        return covered;
    }

    /** Draws one vessel and adds what branches from it: row, column, heading, width, kind. */
    private static void grow(List<double[]> growing, int self, double[] covered, int height, int width) {
        double scale = width / 565.0;
        double[] at = growing.get(self).clone();
        double next = (self < TRUNKS.length ? 50 : 16) + 25 * Noise.at(self, 0, 1);
        boolean free = true;
        for (int step = 0; free && at[3] > 0.8 && inside(at, height, width); step++) {
            double bends = Noise.smooth(step / 9.0, self, 3) - 0.5 + 0.8 * (Noise.smooth(step / 26.0, self, 4) - 0.5);
            double aim = flow(across(at[0], height, width), along(at[1], width)) - at[2];
            at[2] += 0.003 * at[3] * Math.sin(aim) + (0.03 + 0.07 / at[3]) * bends;
            at[0] -= Math.sin(at[2]) * scale;
            at[1] += Math.cos(at[2]) * scale;
            at[3] *= at[3] < 2 ? 0.996 : 0.9992;
            stamp(covered, at, scale, height, width);
            free = step < 25 || !meets(covered, at, scale, height, width);
            if (step > next && at[3] > 1.5) {
                next = step + 16 + 4 * at[3] + 44 * Noise.at(self, step, 2);
                branch(growing, at, self, step);
            }
        }
    }

    /** Heading of the stream from a source in the disc to a sink beyond the other rim: arcs around the macula. */
    private static double flow(double y, double x) {
        double near = Math.hypot(y + 0.04, x - 0.74);
        double far = Math.hypot(y, x + 1.25);
        double up = -(y + 0.04) / (near * near) + y / (far * far);
        double right = (x - 0.74) / (near * near) - (x + 1.25) / (far * far);
        return Math.atan2(up, right);
    }

    /** Murray's law: the cubes of the widths behind a fork sum to that before it. */
    private static void branch(List<double[]> growing, double[] at, int self, int step) {
        double share = 0.36 + 0.46 * Noise.at(self, step, 5);
        double side = Noise.at(self, step, 6) < 0.5 ? -1 : 1;
        double angle = side * (1.25 - 0.6 * share) * (0.75 + 0.4 * Noise.at(self, step, 7));
        growing.add(new double[] {at[0], at[1], at[2] + angle, Math.max(1.2, at[3] * share), at[4]});
        at[2] -= angle * share * share * 0.5;
        at[3] *= Math.cbrt(1 - share * share * share);
    }

    private static boolean inside(double[] at, int height, int width) {
        double y = across(at[0], height, width);
        double x = along(at[1], width);
        return Math.hypot(y, x) < 1.02 && Math.hypot(y, x + 0.03) > 0.12;
    }

    /** Whether a vessel of the same kind lies just ahead. */
    private static boolean meets(double[] covered, double[] at, double scale, int height, int width) {
        double ahead = (at[3] / 2 + 5) * scale;
        int row = (int) Math.round(at[0] - Math.sin(at[2]) * ahead);
        int column = (int) Math.round(at[1] + Math.cos(at[2]) * ahead);
        return row >= 0 && row < height && column >= 0 && column < width && covered[row * width + column] > 0.15;
    }

    private static void stamp(double[] covered, double[] at, double scale, int height, int width) {
        double half = at[3] * scale / 2;
        int reach = (int) Math.ceil(half + 3);
        int left = Math.max(0, (int) at[1] - reach);
        double depth = Math.min(1, 0.32 + 0.1 * at[3]);
        for (int row = Math.max(0, (int) at[0] - reach); row <= Math.min(height - 1, at[0] + reach); row++) {
            for (int column = left; column <= Math.min(width - 1, at[1] + reach); column++) {
                double out = Math.hypot(row - at[0], column - at[1]);
                double share = depth / (1 + Math.exp((out - half) * 2.6));
                covered[row * width + column] = Math.max(covered[row * width + column], share);
            }
        }
    }
}
