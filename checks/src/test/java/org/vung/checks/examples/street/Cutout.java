package org.vung.checks.examples.street;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vung.checks.examples.Noise;
import org.vung.checks.examples.Vec;

/** A flat figure of round strokes, upright and facing the viewer: a tree, a bush, a lamp post, a sign or a person. */
final class Cutout {

    /** A line with round ends that grows from one radius to another; colours are linear. */
    private record Stroke(double x, double y, double dx, double dy, double from, double to, Vec colour) {}

    private final Vec place;
    private final Map<Long, List<Stroke>> strokes = new HashMap<>();

    private Cutout(Vec place) {
        this.place = place;
    }

    static Cutout tree(Vec place, double height, int seed) {
        Cutout tree = new Cutout(place);
        tree.branch(0, 0, Math.PI / 2, height * 0.26, height * 0.021, 9, seed);
        return tree;
    }

    static Cutout bush(Vec place, double half, double height, int seed) {
        Cutout bush = new Cutout(place);
        for (int i = 0; i < 900; i++) {
            double turn = Math.PI * Noise.at(seed, i, 0);
            double out = Math.sqrt(Noise.at(seed, i, 1)) * (0.85 + 0.3 * Noise.smooth(turn * 3, seed, 0));
            double x = half * out * Math.cos(turn);
            double y = height * out * Math.sin(turn);
            double light = 0.25 + 0.9 * Noise.at(seed, i, 2) * (0.4 + 0.6 * out);
            Vec leaf = new Vec(0.1, 0.13, 0.05).times(light);
            bush.stroke(x, y, half * 0.1 * (Noise.at(seed, i, 3) - 0.5), half * 0.05, half * 0.04, half * 0.02, leaf);
        }
        return bush;
    }

    static Cutout lamp(Vec place, double height, double arm) {
        Vec steel = new Vec(0.11, 0.115, 0.12);
        Cutout lamp = new Cutout(place).stroke(0, 0, 0, 1.2, 0.1, 0.1, steel);
        lamp.stroke(0, 1, 0, height - 1, 0.07, 0.045, steel).stroke(0, height, arm, 0.25, 0.045, 0.035, steel);
        return lamp.stroke(arm, height + 0.25, Math.signum(arm) * 0.5, 0.02, 0.07, 0.09, steel.times(1.6));
    }

    static Cutout sign(Vec place) {
        Cutout sign = new Cutout(place).stroke(0, 0, 0, 2.4, 0.035, 0.035, new Vec(0.13, 0.13, 0.14));
        sign.stroke(0, 2.5, 0, 0.001, 0.32, 0.32, new Vec(0.5, 0.02, 0.025));
        return sign.stroke(0, 2.5, 0, 0.001, 0.23, 0.23, new Vec(0.75, 0.75, 0.75));
    }

    static Cutout person(Vec place, Vec coat, Vec trousers, double stride) {
        Vec skin = new Vec(0.32, 0.19, 0.14);
        Cutout person = new Cutout(place);
        person.stroke(-stride, 0.06, stride - 0.07, 0.8, 0.06, 0.1, trousers);
        person.stroke(stride, 0.06, 0.07 - stride, 0.8, 0.06, 0.1, trousers);
        person.stroke(-stride, 0.04, 0.12, 0, 0.045, 0.035, new Vec(0.02, 0.02, 0.02));
        person.stroke(stride, 0.04, 0.12, 0, 0.045, 0.035, new Vec(0.02, 0.02, 0.02));
        person.stroke(0, 0.85, 0, 0.5, 0.17, 0.2, coat);
        person.stroke(-0.2, 1.36, -0.06 - stride / 3, -0.5, 0.075, 0.055, coat.times(0.8));
        person.stroke(0.2, 1.36, 0.06 + stride / 3, -0.5, 0.075, 0.055, coat.times(0.8));
        person.stroke(0, 1.5, 0, 0.06, 0.06, 0.06, skin.times(0.7)).stroke(0, 1.66, 0, 0.05, 0.1, 0.105, skin);
        return person.stroke(0, 1.72, 0, 0.03, 0.105, 0.105, new Vec(0.03, 0.02, 0.015));
    }

    /** The way along a ray to the figure's plane. */
    double way(Vec from, Vec way) {
        double t = (place.z() - from.z()) / way.z();
        return t > 1e-6 ? t : Double.POSITIVE_INFINITY;
    }

    /** Colour of the figure at a point of its plane, lit from the side at the right, or null beside it. */
    @Nullable
    Vec colour(Vec at) {
        double x = at.x() - place.x();
        double y = at.y() - place.y();
        List<Stroke> near = strokes.getOrDefault(cell(cell(x), cell(y)), List.of());
        for (int i = near.size() - 1; i >= 0; i--) {
            Stroke s = near.get(i);
            double along = ((x - s.x) * s.dx + (y - s.y) * s.dy) / (s.dx * s.dx + s.dy * s.dy);
            double t = Math.max(0, Math.min(1, along));
            double right = x - s.x - t * s.dx;
            double radius = s.from + (s.to - s.from) * t;
            if (Math.hypot(right, y - s.y - t * s.dy) < radius) {
                return s.colour.times(0.75 + 0.4 * right / radius);
            }
        }
        return null;
    }

    private void branch(double x, double y, double turn, double length, double radius, int depth, int seed) {
        double dx = length * Math.cos(turn);
        double dy = length * Math.sin(turn);
        double thin = Math.max(0.008, radius * 0.7);
        stroke(x, y, dx, dy, radius, thin, new Vec(0.075, 0.062, 0.05).times(0.6 + 0.6 * Noise.at(seed, depth, 0)));
        for (int i = 0; i < 2 && depth > 0; i++) {
            int next = seed * 2 + i + 1;
            double bend = (i - 0.5) * (0.35 + 0.75 * Noise.at(next, depth, 1)) + 0.12 * (Math.PI / 2 - turn);
            double share = 0.66 + 0.24 * Noise.at(next, depth, 2);
            branch(x + dx, y + dy, turn + bend, length * share, thin, depth - 1, next);
        }
    }

    private Cutout stroke(double x, double y, double dx, double dy, double from, double to, Vec colour) {
        Stroke stroke = new Stroke(x, y, dx, dy, from, to, colour);
        double wide = Math.max(from, to);
        for (int i = cell(Math.min(x, x + dx) - wide); i <= cell(Math.max(x, x + dx) + wide); i++) {
            for (int j = cell(Math.min(y, y + dy) - wide); j <= cell(Math.max(y, y + dy) + wide); j++) {
                strokes.computeIfAbsent(cell(i, j), none -> new ArrayList<>()).add(stroke);
            }
        }
        return this;
    }

    private static int cell(double length) {
        return (int) Math.floor(length * 4);
    }

    private static long cell(int i, int j) {
        return i * 100_000L + j;
    }
}
