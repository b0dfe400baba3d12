package org.vung.checks.examples.street;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.checks.examples.Noise;
import org.vung.checks.examples.Vec;

/** Solids and figures on level ground, lit by the sun and a cloudy sky and seen along rays. */
final class Scene {

    private static final Vec SUN = new Vec(-0.34, 0.8, -0.35).unit();

    private final Solid.Paint ground;
    private final List<Solid> solids = new ArrayList<>();
    private final List<Cutout> cutouts = new ArrayList<>();

    Scene(Solid.Paint ground) {
        this.ground = ground;
    }

    void add(Solid solid) {
        solids.add(solid);
    }

    void add(Cutout cutout) {
        cutouts.add(cutout);
    }

    /** The light that comes to an eye against a way; chance, 0 … 1, picks a point of the sun. */
    Vec trace(Vec eye, Vec way, double chance) {
        double far = way.y() < 0 ? -eye.y() / way.y() : Double.POSITIVE_INFINITY;
        Solid met = null;
        for (Solid solid : solids) {
            double t = solid.meet(eye, way);
            met = t < far ? solid : met;
            far = Math.min(far, t);
        }
        Vec figure = null;
        for (Cutout cutout : cutouts) {
            double t = cutout.way(eye, way);
            Vec colour = t < far ? cutout.colour(eye.plus(way.times(t))) : null;
            figure = colour != null ? colour : figure;
            far = colour != null ? t : far;
        }
        if (far == Double.POSITIVE_INFINITY) {
            return sky(way);
        }
        Vec at = eye.plus(way.times(far));
        Vec light = figure != null ? figure.times(0.8) : shade(at, way, met, chance);
        return light.mix(new Vec(0.72, 0.8, 0.86), 1 - Math.exp(-far / 900));
    }

    private Vec shade(Vec at, Vec way, @Nullable Solid met, double chance) {
        Vec normal = met == null ? new Vec(0, 1, 0) : met.normal(at);
        double facing = normal.dot(SUN);
        double sun = facing > 0 ? 1.15 * facing * sunlit(at.plus(normal.times(0.01)), chance) : 0;
        double sky = 0.42 * (0.6 + 0.4 * normal.y()) * (at.y() > 0.3 ? 1 : open(at));
        Vec light = new Vec(1.1, 1.0, 0.88).times(sun).plus(new Vec(0.92, 1, 1.1).times(sky));
        Vec colour = met == null ? ground.colour(at, normal) : met.colour(at);
        Vec back = way.minus(normal.times(2 * normal.dot(way)));
        double mirror = met != null && met.glossy ? 0.04 + 0.5 * Math.pow(1 + normal.dot(way), 4) : 0;
        Vec seen = back.y() > 0.12 ? sky(back).times(0.45) : new Vec(0.06, 0.06, 0.06);
        return colour.times(light).mix(seen, mirror);
    }

    private double sunlit(Vec from, double chance) {
        Vec way = SUN.plus(new Vec(0.03 * (chance - 0.5), 0, 0.03 * (chance * 7 % 1 - 0.5)))
                .unit();
        for (Solid solid : solids) {
            if (solid.meet(from, way) < Double.POSITIVE_INFINITY) {
                return 0;
            }
        }
        for (Cutout cutout : cutouts) {
            double t = cutout.way(from, way);
            if (t < 12 && cutout.colour(from.plus(way.times(t))) != null) {
                return 0;
            }
        }
        return 1;
    }

    /** The share of the sky that the cars leave open over a point of the ground. */
    private double open(Vec at) {
        double open = 1;
        for (Solid solid : solids) {
            if (solid.glossy) {
                Vec p = solid.inside(at);
                double gap = Math.hypot(Math.max(0, Math.abs(p.x()) - 0.7), Math.max(0, Math.abs(p.z()) - 1.9));
                open = Math.min(open, 0.08 + gap / 0.9);
            }
        }
        return open;
    }

    private static Vec sky(Vec way) {
        double cloud = Noise.cloudy(way.x() / (way.y() + 0.2) * 1.5, 2, way.z() / (way.y() + 0.2));
        return new Vec(0.62, 0.78, 0.92).mix(new Vec(0.97, 1, 1), Math.max(0, Math.min(1, cloud * 3 - 0.6)));
    }
}
