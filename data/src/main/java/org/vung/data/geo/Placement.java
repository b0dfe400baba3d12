package org.vung.data.geo;

import java.util.Optional;
import org.vung.image.codec.Georeference;

/**
 * Leads from pixels to longitude and latitude on WGS 84, for images in degrees (EPSG:4326), in UTM (EPSG:32601 … 32660 north, 32701 …
 * 32760 south) and in the squares of web maps (EPSG:3857).
 */
public final class Placement {

    private static final int DEGREES = 4326;
    private static final int WEB = 3857;
    private static final int NORTH = 32600;
    private static final int SOUTH = 32700;
    private static final int ZONES = 60;
    private static final double WEB_RADIUS = 6_378_137;

    private final Georeference georeference;
    private final Projection projection;

    private Placement(Georeference georeference, Projection projection) {
        this.georeference = georeference;
        this.projection = projection;
    }

    /** From a map to the ellipsoid. */
    @FunctionalInterface
    private interface Projection {
        LonLat place(double x, double y);
    }

    /**
     * A placement.
     *
     * @param georeference of an image
     * @return empty where its map is none of the known ones
     */
    public static Optional<Placement> of(Georeference georeference) {
        return projection(georeference.epsg()).map(known -> new Placement(georeference, known));
    }

    private static Optional<Projection> projection(int epsg) {
        if (epsg == DEGREES) {
            return Optional.of(LonLat::new);
        }
        if (epsg == WEB) {
            return Optional.of(Placement::fromWeb);
        }
        int zone = epsg - (epsg > SOUTH ? SOUTH : NORTH);
        return zone < 1 || zone > ZONES ? Optional.empty() : Optional.of(new Utm(zone, epsg > SOUTH)::place);
    }

    /** A sphere's Mercator of the latitude as it is. */
    private static LonLat fromWeb(double x, double y) {
        return new LonLat(Math.toDegrees(x / WEB_RADIUS), Math.toDegrees(Math.atan(Math.sinh(y / WEB_RADIUS))));
    }

    /**
     * The place of a corner of pixels.
     *
     * @param column from the left edge of the image
     * @param row from its upper edge
     * @return longitude and latitude
     */
    public LonLat at(double column, double row) {
        return projection.place(georeference.xAt(column, row), georeference.yAt(column, row));
    }

    /**
     * The map the image lies on.
     *
     * @return its number in the EPSG registry
     */
    public int epsg() {
        return georeference.epsg();
    }
}
