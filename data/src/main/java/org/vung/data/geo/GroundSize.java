package org.vung.data.geo;

import java.util.Optional;
import org.vung.image.Size;
import org.vung.image.codec.Georeference;
import org.vung.measure.PixelSize;

/**
 * How many metres of ground a pixel covers. In UTM it is what the map says (its scale is 0.9996 … 1.001); in degrees and on web maps, where
 * a pixel's size changes with the latitude, that of the middle of the image.
 */
public final class GroundSize {

    private static final double EQUATOR = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double SQUARED = FLATTENING * (2 - FLATTENING);
    private static final int LEAST_UTM = 32_601;

    private GroundSize() {}

    /**
     * The size of a pixel on the ground.
     *
     * @param georeference of an image
     * @param size of the image
     * @return metres; empty where its map is none of those that {@link Placement} knows, or the image leaves the Earth
     */
    public static Optional<PixelSize> of(Georeference georeference, Size size) {
        return Placement.of(georeference).flatMap(placement -> {
            double[] sides = isUtm(georeference)
                    ? sides(
                            georeference.xPerRow(),
                            georeference.yPerRow(),
                            georeference.xPerColumn(),
                            georeference.yPerColumn())
                    : around(placement, size.width() / 2.0, size.height() / 2.0);
            boolean real = sides[0] > 0 && sides[1] > 0 && Double.isFinite(sides[0] + sides[1]);
            return real ? Optional.of(new PixelSize(sides[0], sides[1], "m")) : Optional.empty();
        });
    }

    private static boolean isUtm(Georeference georeference) {
        return georeference.epsg() >= LEAST_UTM;
    }

    /** Height and width by how far a row and a column lead; their product is the pixel's area, also where it is skewed. */
    private static double[] sides(double xPerRow, double yPerRow, double xPerColumn, double yPerColumn) {
        double width = Math.hypot(xPerColumn, yPerColumn);
        double area = Math.abs(xPerColumn * yPerRow - xPerRow * yPerColumn);
        double across = xPerRow * xPerColumn + yPerRow * yPerColumn;
        boolean upright = Math.abs(across) <= 1e-9 * area;
        return new double[] {upright ? Math.hypot(xPerRow, yPerRow) : area / width, width};
    }

    private static double[] around(Placement placement, double column, double row) {
        LonLat above = placement.at(column, row - 0.5);
        LonLat below = placement.at(column, row + 0.5);
        LonLat left = placement.at(column - 0.5, row);
        LonLat right = placement.at(column + 0.5, row);
        double latitude = Math.toRadians((above.latitude() + below.latitude()) / 2);
        double bend = 1 - SQUARED * Math.sin(latitude) * Math.sin(latitude);
        double perLatitude = Math.toRadians(EQUATOR * (1 - SQUARED) / (bend * Math.sqrt(bend)));
        double perLongitude = Math.toRadians(EQUATOR / Math.sqrt(bend) * Math.cos(latitude));
        if (Math.abs(latitude) >= Math.PI / 2) {
            return new double[] {0, 0};
        }
        return sides(
                (below.longitude() - above.longitude()) * perLongitude,
                (below.latitude() - above.latitude()) * perLatitude,
                (right.longitude() - left.longitude()) * perLongitude,
                (right.latitude() - left.latitude()) * perLatitude);
    }
}
