package org.vung.checks.examples.street;

import java.util.ArrayList;
import java.util.List;
import org.vung.checks.examples.Vec;

/** A hatchback on the road: body, cabin and wheels; it looks along z, or back where turned is -1. */
final class Car {

    private static final double AXLE = 1.3;
    private static final double RADIUS = 0.31;
    private static final double WAIST = 0.88;
    private static final Vec DARK = new Vec(0.012, 0.012, 0.013);

    private Car() {}

    static List<Solid> parts(double x, double z, int turned, Vec colour) {
        Vec place = new Vec(x, 0, z);
        List<Solid> parts = new ArrayList<>();
        parts.add(body(new Solid(place, turned, true, (p, normal) -> coachwork(p, normal, colour))));
        parts.add(cabin(new Solid(place, turned, true, (p, normal) -> cabin(p, normal, colour))));
        for (int i = 0; i < 4; i++) {
            parts.add(wheel(place.plus(new Vec((i % 2 - 0.5) * 1.5, RADIUS, (i / 2 * 2 - 1) * AXLE))));
        }
        return parts;
    }

    private static Solid body(Solid block) {
        return block.box(new Vec(-0.84, 0.17, -2), new Vec(0.84, 0.92, 2))
                .cut(new Vec(0, WAIST, 0.9), 0, 1, 0.16)
                .cut(new Vec(0, 0.55, 2), 0, 0.4, 1)
                .cut(new Vec(0, 0.5, -2), 0, 0.15, -1)
                .cut(new Vec(0.84, 0.6, 0), 1, 0.25, 0)
                .cut(new Vec(-0.84, 0.6, 0), -1, 0.25, 0);
    }

    private static Solid cabin(Solid block) {
        return block.box(new Vec(-0.84, 0.8, -2), new Vec(0.84, 1.45, 2))
                .cut(new Vec(0.78, WAIST, 0), 1, 0.3, 0)
                .cut(new Vec(-0.78, WAIST, 0), -1, 0.3, 0)
                .cut(new Vec(0, WAIST, 0.95), 0, 1.1, 1)
                .cut(new Vec(0, WAIST, -1.9), 0, 0.5, -1)
                .cut(new Vec(0, 1.43, 0), 0, 1, 0.12)
                .cut(new Vec(0, 1.43, -0.6), 0, 1, -0.12);
    }

    private static Solid wheel(Vec hub) {
        Vec rim = new Vec(0.2, 0.2, 0.21);
        Solid wheel = new Solid(hub, 1, false, (p, normal) -> Math.hypot(p.y(), p.z()) < 0.19 ? rim : DARK);
        wheel.cut(new Vec(0.1, 0, 0), 1, 0, 0).cut(new Vec(-0.1, 0, 0), -1, 0, 0);
        for (double turn = 0; turn < 6.2; turn += Math.PI / 8) {
            double y = Math.cos(turn);
            double z = Math.sin(turn);
            wheel.cut(new Vec(0, RADIUS * y, RADIUS * z), 0, y, z);
        }
        return wheel;
    }

    private static Vec coachwork(Vec p, Vec normal, Vec colour) {
        double x = Math.abs(p.x());
        double y = p.y();
        boolean rear = p.z() < 0;
        boolean end = Math.abs(normal.z()) > 0.6;
        boolean side = Math.abs(normal.x()) > 0.5;
        if (side && Math.hypot(Math.abs(p.z()) - AXLE, y - RADIUS) < 0.38) {
            return DARK;
        }
        if (end && x < 0.27 && y > 0.42 && y < 0.54) {
            return rear ? new Vec(0.6, 0.42, 0.05) : new Vec(0.6, 0.6, 0.6);
        }
        if (end && x > 0.5 && y > 0.6 && y < 0.78) {
            return rear ? new Vec(0.4, 0.01, 0.01) : new Vec(0.75, 0.75, 0.75);
        }
        boolean grille = end && !rear && x < 0.5 && y > 0.6 && y < 0.74;
        boolean gap = side && (Math.abs(p.z() + 0.5) < 0.015 || Math.abs(p.z() - 0.75) < 0.015);
        return y < 0.3 || grille || gap ? DARK : colour.times(y > 0.55 && y < 0.59 ? 0.4 : 1);
    }

    private static Vec cabin(Vec p, Vec normal, Vec colour) {
        double rise = p.y() - WAIST;
        boolean side = Math.abs(normal.x()) > 0.5;
        boolean post = Math.abs(p.z() + 0.5) < 0.05 || p.z() > 0.75 - rise * 1.1 || p.z() < -1.75 + rise * 0.5;
        boolean frame = side ? post : Math.abs(p.x()) > 0.68 - rise * 0.3;
        return normal.y() > 0.8 || frame || rise < 0.04 || rise > 0.48 ? colour : DARK.times(1.5);
    }
}
