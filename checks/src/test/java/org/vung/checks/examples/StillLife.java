package org.vung.checks.examples;

import org.vung.image.Image;

/**
 * Fruit and a jug on a wooden table: smooth shading, soft shadows, texture and sensor noise, the things that make colour
 * segmentation hard. Sphere-traced signed distance fields (Hart 1996).
 */
final class StillLife {

    private static final Vec EYE = new Vec(0, 2.1, -6.2);
    private static final Vec SUN = new Vec(-0.55, 0.75, -0.45).unit();
    private static final int SAMPLES = 3;

    private StillLife() {}

    static Image paint(int height, int width) {
        return Camera.take(height, width, 4, (row, column) -> {
            Vec light = pixel(row, column, height, width);
            return new Vec(shown(light.x()), shown(light.y()), shown(light.z()));
        });
    }

    private static double shown(double light) {
        return 255 * Math.pow(Math.max(0, Math.min(1, light)), 1 / 2.2);
    }

    private static Vec pixel(int row, int column, int height, int width) {
        Vec sum = new Vec(0, 0, 0);
        for (int down = 0; down < SAMPLES; down++) {
            for (int right = 0; right < SAMPLES; right++) {
                double y = (height / 2.0 - row - (down + 0.5) / SAMPLES) / height;
                double x = (column + (right + 0.5) / SAMPLES - width / 2.0) / height;
                sum = sum.plus(trace(new Vec(x, y - 0.17, 1.25).unit()));
            }
        }
        return sum.times(1.0 / (SAMPLES * SAMPLES));
    }

    private static Vec trace(Vec direction) {
        double way = 0;
        for (int step = 0; step < 160 && way < 30; step++) {
            Vec at = EYE.plus(direction.times(way));
            double gap = distance(at);
            if (gap < 0.0008) {
                return shade(at, direction);
            }
            way += gap * 0.9;
        }
        return new Vec(0, 0, 0);
    }

    private static Vec shade(Vec at, Vec direction) {
        Vec normal = normal(at);
        double sun = Math.max(0, normal.dot(SUN)) * shadow(at.plus(normal.times(0.01)));
        double sky = 0.5 + 0.5 * normal.y();
        double near = Math.max(0, Math.min(1, distance(at.plus(normal.times(0.25))) / 0.25));
        Vec half = SUN.minus(direction).unit();
        double gloss = at.y() > 0.01 && at.z() < 2.9 ? 0.35 * Math.pow(Math.max(0, normal.dot(half)), 50) * sun : 0;
        Vec light =
                new Vec(1.5, 1.38, 1.18).times(sun).plus(new Vec(0.22, 0.27, 0.36).times(sky * (0.35 + 0.65 * near)));
        return colour(at).times(light).plus(new Vec(gloss, gloss, gloss));
    }

    private static double shadow(Vec from) {
        double light = 1;
        double way = 0.02;
        for (int step = 0; step < 60 && way < 8; step++) {
            double gap = distance(from.plus(SUN.times(way)));
            light = Math.min(light, 9 * gap / way);
            if (light < 0.01) {
                return 0;
            }
            way += Math.max(0.02, gap);
        }
        return light;
    }

    private static Vec normal(Vec at) {
        double step = 0.0012;
        double x = distance(at.plus(new Vec(step, 0, 0))) - distance(at.minus(new Vec(step, 0, 0)));
        double y = distance(at.plus(new Vec(0, step, 0))) - distance(at.minus(new Vec(0, step, 0)));
        double z = distance(at.plus(new Vec(0, 0, step))) - distance(at.minus(new Vec(0, 0, step)));
        return new Vec(x, y, z).unit();
    }

    private static double distance(Vec p) {
        double things = Math.min(Math.min(apple(p), orange(p)), Math.min(lemon(p), Math.min(jug(p), plum(p))));
        return Math.min(things, Math.min(p.y(), 3.0 - p.z()));
    }

    private static Vec colour(Vec p) {
        double streak = Noise.cloudy(p.x() * 3, p.y() * 3, p.z() * 3);
        if (apple(p) < 0.002) {
            double blush = Noise.cloudy(p.x() * 2 + 4, p.y() * 1.5, p.z() * 2);
            return new Vec(0.58, 0.05, 0.045).mix(new Vec(0.62, 0.44, 0.08), Math.max(0, blush * 2.4 - 1.15));
        }
        if (orange(p) < 0.002) {
            return new Vec(0.82, 0.30, 0.03).times(0.8 + 0.4 * Noise.smooth(p.x() * 40, p.y() * 40, p.z() * 40));
        }
        if (lemon(p) < 0.002) {
            return new Vec(0.86, 0.66, 0.07).times(0.9 + 0.2 * streak);
        }
        if (plum(p) < 0.002) {
            return new Vec(0.10, 0.035, 0.16).mix(new Vec(0.24, 0.22, 0.36), Math.max(0, streak - 0.35));
        }
        if (jug(p) < 0.002) {
            double band = Math.abs(p.y() - 1.15) < 0.12 ? 1 : 0;
            return new Vec(0.06, 0.19, 0.38)
                    .mix(new Vec(0.62, 0.64, 0.60), band)
                    .times(0.85 + 0.3 * streak);
        }
        if (p.y() < 0.002) {
            double ring = Noise.cloudy(p.x() * 0.6, 0.5, p.z() * 7);
            double plank = Math.abs(p.z() * 0.9 - Math.rint(p.z() * 0.9)) < 0.012 ? 0.45 : 1;
            return new Vec(0.34, 0.19, 0.09)
                    .mix(new Vec(0.17, 0.085, 0.035), ring)
                    .times(plank);
        }
        return new Vec(0.30, 0.36, 0.31).times(0.75 + 0.5 * Noise.cloudy(p.x() * 1.3, p.y() * 1.3, 3));
    }

    private static double apple(Vec p) {
        Vec q = p.minus(new Vec(-0.35, 0.66, -1.05));
        double axis = Math.hypot(q.x(), q.z());
        double dent = 0.22 * Math.exp(-axis * axis * 14) * (q.y() > 0 ? 1 : 0.6);
        return (Math.sqrt(axis * axis + q.y() * q.y() * 1.12) - 0.68 + dent) * 0.8;
    }

    private static double orange(Vec p) {
        double bumps = 0.008 * Noise.smooth(p.x() * 26, p.y() * 26, p.z() * 26);
        return p.minus(new Vec(1.15, 0.6, -0.75)).length() - 0.61 + bumps;
    }

    private static double lemon(Vec p) {
        Vec q = p.minus(new Vec(0.45, 0.36, -2.0));
        double along = q.x() * 0.86 + q.z() * 0.5;
        double across = Math.sqrt(Math.max(0, q.dot(q) - along * along));
        double end = (Math.abs(along) - 0.50) / 0.10;
        double tip = 0.10 * Math.exp(-end * end - 40 * across * across);
        return (Math.hypot(along * 0.74, across) - 0.36 - tip) * 0.7;
    }

    private static double plum(Vec p) {
        Vec q = p.minus(new Vec(-1.55, 0.40, -1.75));
        return (new Vec(q.x(), q.y() * 1.05, q.z() * 0.95).length() - 0.41) * 0.92;
    }

    private static double jug(Vec p) {
        Vec q = p.minus(new Vec(-1.35, 0, 0.75));
        double radius = 0.50 + 0.36 * Math.sin(Math.min(2.3, q.y()) * 1.55 + 0.2) - 0.06 * Math.max(0, q.y() - 1.9);
        double body = Math.max(Math.hypot(q.x(), q.z()) - radius, Math.max(q.y() - 2.25, -q.y()));
        Vec handle = q.minus(new Vec(0.78, 1.35, 0));
        double ring = Math.hypot(Math.hypot(handle.x(), handle.y() * 0.8) - 0.42, handle.z()) - 0.085;
        return Math.min(body * 0.7, ring);
    }
}
