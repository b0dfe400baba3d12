package org.vung.checks.examples.street;

import org.jspecify.annotations.Nullable;
import org.vung.checks.examples.Noise;
import org.vung.checks.examples.Vec;

/** Terraced houses with sash windows, doors, slate roofs and chimneys, for one side of a street along z. */
final class Houses {

    private static final double STOREY = 2.9;
    private static final double BAY = 2.6;
    private static final Vec STONE = new Vec(0.4, 0.39, 0.36);
    private static final Vec[] WALLS = {
        new Vec(0.27, 0.2, 0.125), new Vec(0.19, 0.095, 0.065), new Vec(0.38, 0.36, 0.32), new Vec(0.17, 0.13, 0.1)
    };
    private static final Vec[] DOORS = {
        new Vec(0.04, 0.05, 0.12), new Vec(0.2, 0.02, 0.02), new Vec(0.02, 0.08, 0.05), new Vec(0.03, 0.03, 0.03)
    };

    private Houses() {}

    /** A house with a front corner at a place; side is 1 or -1, right or left of the street. */
    static Solid house(Vec corner, int side, double length, int seed) {
        double eaves = 2 * STOREY + STOREY * Math.floor(1.6 * Noise.at(seed, side, 3)) + 0.5 * Noise.at(seed, side, 6);
        Vec wall = WALLS[(int) (4 * Noise.at(seed, side, 4))].times(0.8 + 0.4 * Noise.at(seed, side, 5));
        return new Solid(corner, 1, false, (p, normal) -> colour(p, normal, wall, eaves, seed))
                .box(new Vec(Math.min(0, side * 9), 0, 0), new Vec(Math.max(0, side * 9), eaves + 3, length))
                .cut(new Vec(0, eaves, 0), -side * 0.65, 1, 0)
                .cut(new Vec(side * 9, eaves, 0), side * 0.65, 1, 0);
    }

    static Solid chimney(Vec corner, int side) {
        return wall(corner.plus(new Vec(side * 4.5, 8, 0)), new Vec(0.8, 2.6, 0.9), WALLS[1]);
    }

    /** A brick wall or pillar over a place, from half its size at the left to half at the right. */
    static Solid wall(Vec place, Vec size, Vec colour) {
        return new Solid(place, 1, false, (p, normal) -> colour.times(bricks(p)))
                .box(new Vec(-size.x() / 2, 0, 0), new Vec(size.x() / 2, size.y(), size.z()));
    }

    private static Vec colour(Vec p, Vec normal, Vec wall, double eaves, int seed) {
        double stain = 0.8 + 0.4 * Noise.cloudy(p.x() + p.z() * 0.7, p.y() * 0.4, seed);
        if (normal.y() > 0.3) {
            return new Vec(0.08, 0.07, 0.068).times(stain * (p.y() % 0.3 < 0.06 ? 0.65 : 1));
        }
        if (p.y() > eaves - 0.12) {
            return new Vec(0.05, 0.05, 0.05);
        }
        boolean gable = Math.abs(normal.z()) > 0.5;
        Vec front = gable ? null : opening(p, seed);
        return front != null ? front : wall.times(stain * bricks(p));
    }

    /** A window or door of the front, or null between them. */
    private static @Nullable Vec opening(Vec p, int seed) {
        int storey = (int) Math.floor(p.y() / STOREY);
        int bay = (int) Math.floor(p.z() / BAY);
        double u = Math.abs(p.z() / BAY - bay - 0.5);
        double v = p.y() / STOREY - storey;
        if (storey == 0 && Math.floorMod(bay, 2) == 0) {
            Vec door = DOORS[Math.floorMod(seed + bay, 4)];
            return u > 0.23 || v > 0.82 ? null : u > 0.18 || v > 0.78 ? STONE : v > 0.7 ? glass(u, v, bay) : door;
        }
        if (u > 0.24 || v < 0.24 || v > 0.9) {
            return null;
        }
        if (v < 0.28 || v > 0.83) {
            return STONE.times(0.8);
        }
        boolean frame = u > 0.2 || u < 0.015 || v < 0.31 || v > 0.79 || Math.abs(v - 0.55) < 0.015;
        return frame ? STONE.times(1.35) : glass(u, v, bay + 7 * storey);
    }

    private static Vec glass(double u, double v, int pane) {
        double curtain = u > 0.13 && Noise.at(pane, 1, 1) < 0.6 ? 0.1 : 0;
        double light = 0.03 + curtain + 0.3 * Math.max(0, Noise.smooth(pane * 3.1 + u * 3, v * 3, 5) - 0.5);
        return new Vec(light * 0.9, light, light * 1.1);
    }

    private static double bricks(Vec p) {
        int course = (int) Math.floor(p.y() / 0.085);
        int brick = (int) Math.floor((p.x() + p.z()) / 0.25 + 0.5 * (course & 1));
        return 0.8 + 0.4 * Noise.at(brick, course, 5);
    }
}
