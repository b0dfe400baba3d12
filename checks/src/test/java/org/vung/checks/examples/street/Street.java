package org.vung.checks.examples.street;

import org.vung.checks.examples.Camera;
import org.vung.checks.examples.Noise;
import org.vung.checks.examples.Vec;
import org.vung.image.Image;

/** An English street from a driving car: houses, bare trees, cars and people under a light sky, traced by rays. */
public final class Street {

    private static final Vec EYE = new Vec(-1.7, 1.45, 0);
    private static final double KERB = 4;
    private static final double FRONT = 6.6;
    private static final int SAMPLES = 3;

    private final Scene scene = new Scene((p, normal) -> road(p));

    private Street() {
        for (int side = -1; side <= 1; side += 2) {
            scene.add(new Solid(new Vec(side * 29.0, 0, 100), 1, false, (p, normal) -> slabs(p))
                    .box(new Vec(KERB - 29, 0, -110), new Vec(29 - KERB, 0.12, 110)));
            double from = side < 0 ? 2 : 5;
            for (int i = 0; from < 150; i++) {
                double length = 5.2 * (1 + Math.floor(3 * Noise.at(i, side, 1)));
                if (i == (side < 0 ? 2 : 5) || (i == 3 && side < 0)) {
                    garden(side, from, from + length);
                } else {
                    Vec corner = new Vec(side * (FRONT + 0.5 * Noise.at(i, side, 7)), 0, from);
                    scene.add(Houses.house(corner, side, length, i));
                    scene.add(Houses.chimney(corner, side));
                }
                from += length + (Noise.at(i, side, 2) < 0.3 ? 2 : 0);
            }
        }
        scene.add(Cutout.bush(new Vec(-6, 0, 155), 9, 13, 1));
        scene.add(Cutout.bush(new Vec(6, 0, 150), 10, 11, 2));
        traffic();
    }

    private void traffic() {
        Car.parts(-2.1, 21, 1, new Vec(0.16, 0.02, 0.02)).forEach(scene::add);
        Car.parts(3.0, 10.5, -1, new Vec(0.02, 0.03, 0.08)).forEach(scene::add);
        Car.parts(3.05, 16, -1, new Vec(0.3, 0.31, 0.33)).forEach(scene::add);
        Car.parts(3.0, 27, -1, new Vec(0.03, 0.06, 0.045)).forEach(scene::add);
        Car.parts(1.2, 42, -1, new Vec(0.4, 0.4, 0.4)).forEach(scene::add);
        Car.parts(-3.0, 39, 1, new Vec(0.05, 0.05, 0.055)).forEach(scene::add);
        scene.add(Cutout.lamp(new Vec(4.5, 0.12, 19), 7.5, -1.2));
        scene.add(Cutout.lamp(new Vec(-4.5, 0.12, 15), 7.5, 1.2));
        scene.add(Cutout.lamp(new Vec(-4.5, 0.12, 42), 7.5, 1.2));
        scene.add(Cutout.sign(new Vec(-4.6, 0.12, 19)));
        Vec dark = new Vec(0.025, 0.03, 0.05);
        scene.add(Cutout.person(new Vec(-5.2, 0.12, 14), dark, dark.times(1.5), 0.22));
        scene.add(Cutout.person(new Vec(-6.15, 0.12, 15.5), new Vec(0.1, 0.02, 0.03), dark, 0.12));
        scene.add(Cutout.person(new Vec(5.5, 0.12, 17), new Vec(0.05, 0.05, 0.04), dark, 0.18));
    }

    private void garden(int side, double from, double to) {
        Vec corner = new Vec(side * FRONT, 0, from);
        scene.add(Houses.wall(corner, new Vec(0.3, 0.8, to - from), new Vec(0.14, 0.1, 0.075)));
        for (double z = from + 3; z < to; z += 2.6) {
            int seed = (int) (z * 10);
            scene.add(Cutout.bush(new Vec(side * (FRONT + 2.2), 0, z + 0.6), 1.6, 2.2, seed));
            if (seed % 3 > 0) {
                scene.add(Cutout.tree(new Vec(side * (FRONT + 1.5), 0, z), 9, seed));
            }
        }
    }

    /**
     * Paints it, in half a minute of one core.
     *
     * @param height in pixels
     * @param width in pixels
     * @return in colour
     */
    public static Image paint(int height, int width) {
        Street street = new Street();
        return Camera.take(height, width, 2, (row, column) -> {
            Vec light = street.pixel(row, column, height, width);
            return new Vec(shown(light.x()), shown(light.y()), shown(light.z()));
        });
    }

    private static double shown(double light) {
        return 255 * Math.sqrt(Math.max(0, Math.min(1, light)));
    }

    /** The mean over rays through a pixel and a little around it, as a lens blurs. */
    private Vec pixel(int row, int column, int height, int width) {
        Vec sum = new Vec(0, 0, 0);
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int line = i / SAMPLES;
            double down = (line + Noise.at(row, column, i)) / SAMPLES * 1.3;
            double right = (i % SAMPLES + Noise.at(row, column, i + 50)) / SAMPLES * 1.3;
            double x = (column + right - width * 0.5) / height;
            double y = (height * 0.5 - row - down) / height;
            Vec way = new Vec(x, y, 1.1).unit();
            Vec light = scene.trace(EYE, way, Noise.at(row, column, i + 100));
            sum = sum.plus(new Vec(Math.min(1, light.x()), Math.min(1, light.y()), Math.min(1, light.z())));
        }
        return sum.times(1.0 / (SAMPLES * SAMPLES));
    }

    private static Vec road(Vec p) {
        double x = Math.abs(p.x());
        double wear = 0.8 + 0.4 * Noise.cloudy(p.x() * 0.9, 1, p.z() * 0.15);
        double paint = 0.6 + 0.5 * Noise.smooth(p.x() * 20, 4, p.z() * 20);
        if (x < 0.06 && p.z() % 6 < 3.5) {
            return new Vec(0.6, 0.6, 0.58).times(paint);
        }
        if ((x > 3.6 && x < 3.67) || (x > 3.78 && x < 3.85)) {
            return new Vec(0.2, 0.175, 0.11).times(paint);
        }
        double stones = 0.85 + 0.3 * Noise.smooth(p.x() * 30, 3, p.z() * 30);
        return new Vec(0.085, 0.09, 0.098).times(wear * stones);
    }

    private static Vec slabs(Vec p) {
        double x = 29 - Math.abs(p.x());
        double dirt = 0.8 + 0.4 * Noise.cloudy(p.x() * 2, 7, p.z() * 2);
        if (x < KERB + 0.18) {
            return new Vec(0.15, 0.15, 0.145).times(dirt * ((p.z() + 110) % 0.9 < 0.03 ? 0.6 : 1));
        }
        double joint = x % 0.6 < 0.02 || (p.z() + 110) % 0.75 < 0.025 ? 0.65 : 1;
        double slab = 0.85 + 0.3 * Noise.at((int) (x / 0.6), (int) (p.z() / 0.75), 3);
        return new Vec(0.11, 0.107, 0.1).times(dirt * joint * slab);
    }
}
