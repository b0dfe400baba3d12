package org.vung.data.outline;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Polygons of fewer corners, as many parts and holes as before; corners that stay are not moved. */
final class Simplification {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Simplification() {}

    static List<Polygon> of(List<Polygon> parts, double tolerance) {
        Geometry whole = GEOMETRY.createMultiPolygon(
                parts.stream().map(Simplification::geometry).toArray(org.locationtech.jts.geom.Polygon[]::new));
        Geometry simple = TopologyPreservingSimplifier.simplify(whole, tolerance);
        List<Polygon> polygons = new ArrayList<>();
        for (int at = 0; at < simple.getNumGeometries(); at++) {
            polygons.add(polygon((org.locationtech.jts.geom.Polygon) simple.getGeometryN(at)));
        }
        return polygons;
    }

    private static org.locationtech.jts.geom.Polygon geometry(Polygon part) {
        return GEOMETRY.createPolygon(
                geometry(part.outer()),
                part.holes().stream().map(Simplification::geometry).toArray(LinearRing[]::new));
    }

    private static LinearRing geometry(Ring ring) {
        Coordinate[] corners = new Coordinate[ring.size() + 1];
        for (int corner = 0; corner < corners.length; corner++) {
            int at = corner % ring.size();
            corners[corner] = new Coordinate(ring.column(at), ring.row(at));
        }
        return GEOMETRY.createLinearRing(corners);
    }

    private static Polygon polygon(org.locationtech.jts.geom.Polygon simple) {
        List<Ring> holes = new ArrayList<>();
        for (int at = 0; at < simple.getNumInteriorRing(); at++) {
            Ring hole = ring(simple.getInteriorRingN(at));
            holes.add(hole.area() < 0 ? hole : hole.reversed());
        }
        Ring outer = ring(simple.getExteriorRing());
        return new Polygon(outer.area() > 0 ? outer : outer.reversed(), holes);
    }

    private static Ring ring(LinearRing ring) {
        int[] corners = new int[2 * ring.getNumPoints() - 2];
        for (int corner = 0; corner < corners.length / 2; corner++) {
            Coordinate at = ring.getCoordinateN(corner);
            corners[2 * corner] = (int) Math.round(at.x);
            corners[2 * corner + 1] = (int) Math.round(at.y);
        }
        return Ring.of(corners);
    }
}
