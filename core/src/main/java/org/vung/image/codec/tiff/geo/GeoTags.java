package org.vung.image.codec.tiff.geo;

import java.util.Optional;
import org.vung.image.codec.Georeference;
import org.vung.image.codec.ImageException;

/**
 * Reads the georeference of a page from its tags.
 *
 * <p>Differs from the standard: only maps with a number of EPSG's are told by it; several tie points, heights and citations are not read.
 */
public final class GeoTags {

    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int TRANSFORMATION = 34264;
    private static final int KEYS = 34735;

    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int GEODETIC = 2048;
    private static final int PROJECTED = 3072;

    private static final long PIXEL_IS_POINT = 2;
    private static final long MODEL_PROJECTED = 1;
    private static final long USER_DEFINED = 32767;
    private static final long MOST_KEYS = 4096;

    private GeoTags() {}

    /** The tags of a page. */
    public interface Tags {

        /**
         * The first values of a tag of whole numbers.
         *
         * @param tag its number
         * @param most values wanted
         * @return none without the tag
         * @throws ImageException if they lie beyond the file
         */
        long[] numbers(int tag, long most) throws ImageException;

        /**
         * The first values of a tag of doubles.
         *
         * @param tag its number
         * @param most values wanted
         * @return none without the tag, or where it holds something else
         * @throws ImageException if they lie beyond the file
         */
        double[] doubles(int tag, long most) throws ImageException;
    }

    /**
     * Reads the georeference.
     *
     * @param tags of a page that is stored upright
     * @return empty where the page has none, or one that gives pixels no area
     * @throws ImageException if the tags are damaged
     */
    public static Optional<Georeference> read(Tags tags) throws ImageException {
        long[] keys = tags.numbers(KEYS, MOST_KEYS);
        double[] map = map(tags);
        if (map.length == 0) {
            return Optional.empty();
        }
        double half = key(keys, RASTER_TYPE) == PIXEL_IS_POINT ? 0.5 : 0;
        double x = map[2] - half * (map[0] + map[1]);
        double y = map[5] - half * (map[3] + map[4]);
        double area = map[0] * map[4] - map[1] * map[3];
        return area == 0 || !Double.isFinite(area + x + y)
                ? Optional.empty()
                : Optional.of(new Georeference(x, map[0], map[1], y, map[3], map[4], epsg(keys)));
    }

    /** x per column, x per row, x at the origin, then y; none where the tags do not say. */
    private static double[] map(Tags tags) throws ImageException {
        double[] whole = tags.doubles(TRANSFORMATION, 16);
        if (whole.length == 16) {
            return new double[] {whole[0], whole[1], whole[3], whole[4], whole[5], whole[7]};
        }
        double[] scale = tags.doubles(PIXEL_SCALE, 3);
        double[] tie = tags.doubles(TIE_POINT, 6);
        if (scale.length < 2 || tie.length < 6) {
            return new double[0];
        }
        return new double[] {scale[0], 0, tie[3] - tie[0] * scale[0], 0, -scale[1], tie[4] + tie[1] * scale[1]};
    }

    private static int epsg(long[] keys) {
        long model = key(keys, MODEL_TYPE);
        long code = key(keys, model == MODEL_PROJECTED ? PROJECTED : GEODETIC);
        return code == USER_DEFINED ? 0 : (int) code;
    }

    /** The value of a key that is a short; four numbers a key, the first four are a header. */
    private static long key(long[] keys, int wanted) {
        for (int at = 4; at + 3 < keys.length; at += 4) {
            if (keys[at] == wanted && keys[at + 1] == 0) {
                return keys[at + 3];
            }
        }
        return 0;
    }
}
