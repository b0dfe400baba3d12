package org.vung.checks.examples.street;

import java.util.ArrayList;
import java.util.List;
import org.vung.checks.examples.Vec;

/** A convex body cut out by planes, with a place of its own that cuts and colours are told from. */
final class Solid {

    /** Colours a surface by the point of it, as seen from the body's place, and its normal. */
    interface Paint {
        Vec colour(Vec p, Vec normal);
    }

    private record Side(Vec normal, double offset) {
        double beyond(Vec at) {
            return normal.dot(at) - offset;
        }
    }

    final boolean glossy;
    private final Vec place;
    private final double turned;
    private final Paint paint;
    private final List<Side> sides = new ArrayList<>();

    /** Turned is 1, or -1 for a body that looks back along z. */
    Solid(Vec place, double turned, boolean glossy, Paint paint) {
        this.place = place;
        this.turned = turned;
        this.glossy = glossy;
        this.paint = paint;
    }

    /** Cuts off what lies beyond a point, in the direction of a normal. */
    Solid cut(Vec point, double x, double y, double z) {
        Vec normal = new Vec(x, y, z * turned).unit();
        sides.add(new Side(normal, normal.dot(outside(point))));
        return this;
    }

    Solid box(Vec low, Vec high) {
        return cut(low, -1, 0, 0)
                .cut(low, 0, -1, 0)
                .cut(low, 0, 0, -1)
                .cut(high, 1, 0, 0)
                .cut(high, 0, 1, 0)
                .cut(high, 0, 0, 1);
    }

    /** The way along a ray to where it comes in, or infinity. */
    double meet(Vec from, Vec way) {
        double in = 0;
        double out = Double.POSITIVE_INFINITY;
        for (Side side : sides) {
            double speed = side.normal.dot(way);
            double t = -side.beyond(from) / speed;
            if (speed < 0) {
                in = Math.max(in, t);
            } else if (speed > 0 || side.beyond(from) > 0) {
                out = Math.min(out, t);
            }
            if (in >= out) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return in > 0 ? in : Double.POSITIVE_INFINITY;
    }

    /** The outward normal at a point of the surface. */
    Vec normal(Vec at) {
        Side best = sides.get(0);
        for (Side side : sides) {
            best = side.beyond(at) > best.beyond(at) ? side : best;
        }
        return best.normal;
    }

    Vec colour(Vec at) {
        return paint.colour(inside(at), normal(at));
    }

    /** A point of the scene as seen from the body's place. */
    Vec inside(Vec at) {
        Vec p = at.minus(place);
        return new Vec(p.x(), p.y(), p.z() * turned);
    }

    private Vec outside(Vec p) {
        return place.plus(new Vec(p.x(), p.y(), p.z() * turned));
    }
}
