package org.vung.measure.scene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vung.measure.Ellipse;
import org.vung.measure.PixelSize;

/** A number that every region has, by its name in scikit-image's {@code regionprops} where it is defined there. */
public enum Property {

    /** Pixels of the region. */
    AREA(2, (region, pixel) -> pixel.area(region.region().area())),
    /** Pixels of its box. */
    AREA_BBOX(2, (region, pixel) -> pixel.area((double) region.region().box().area())),
    /** Pixels of its convex hull. */
    AREA_CONVEX(2, (region, pixel) -> pixel.area(region.hull().area())),
    /** Long axis of the ellipse with the same second moments. */
    AXIS_MAJOR_LENGTH(1, (region, pixel) -> ellipse(region, pixel).majorAxis()),
    /** Short axis of that ellipse. */
    AXIS_MINOR_LENGTH(1, (region, pixel) -> ellipse(region, pixel).minorAxis()),
    /** Mean row. */
    CENTROID_ROW(0, (region, pixel) -> region.region().centroidRow()),
    /** Mean column. */
    CENTROID_COLUMN(0, (region, pixel) -> region.region().centroidColumn()),
    /** Distance of that ellipse's foci over its long axis. */
    ECCENTRICITY(0, (region, pixel) -> region.region().ellipse().eccentricity()),
    /** Diameter of the circle of the same area. */
    EQUIVALENT_DIAMETER_AREA(
            1,
            (region, pixel) ->
                    Math.sqrt(4 / Math.PI * pixel.area(region.region().area()))),
    /** Parts less holes. */
    EULER_NUMBER(0, (region, pixel) -> region.eulerNumber()),
    /** Share of its box. */
    EXTENT(0, (region, pixel) -> region.region().extent()),
    /** Largest width. */
    FERET_DIAMETER_MAX(1, (region, pixel) -> region.hull().feret(pixel).maximum()),
    /** Least width; not in scikit-image. */
    FERET_DIAMETER_MIN(1, (region, pixel) -> region.hull().feret(pixel).minimum()),
    /** Angle of the long axis to the rows' axis. */
    ORIENTATION(0, (region, pixel) -> region.region().ellipse().orientation()),
    /** Length of the border. */
    PERIMETER(1, (region, pixel) -> pixel.length(region.region().perimeter())),
    /** Length of the border by Crofton's formula. */
    PERIMETER_CROFTON(1, (region, pixel) -> pixel.length(region.croftonPerimeter())),
    /** Share of its convex hull. */
    SOLIDITY(0, (region, pixel) -> region.hull().solidity()),
    /** 4π · area / perimeter²; not in scikit-image. */
    CIRCULARITY(0, (region, pixel) -> region.region().circularity());

    /** What earlier versions of scikit-image and others call them. */
    private static final Map<String, Property> OTHER_NAMES = Map.of(
            "bbox_area", AREA_BBOX,
            "convex_area", AREA_CONVEX,
            "major_axis_length", AXIS_MAJOR_LENGTH,
            "minor_axis_length", AXIS_MINOR_LENGTH,
            "equivalent_diameter", EQUIVALENT_DIAMETER_AREA,
            "max_feret_diameter", FERET_DIAMETER_MAX);

    private final int dimension;

    @SuppressWarnings("ImmutableEnumChecker") // keeps no state
    private final Formula formula;

    Property(int dimension, Formula formula) {
        this.dimension = dimension;
        this.formula = formula;
    }

    @FunctionalInterface
    private interface Formula {
        double of(MeasuredRegion region, PixelSize pixel);
    }

    private static Ellipse ellipse(MeasuredRegion region, PixelSize pixel) {
        return pixel.equals(PixelSize.NONE)
                ? region.region().ellipse()
                : region.region().ellipse().in(pixel);
    }

    /**
     * Its name.
     *
     * @return such as {@code axis_major_length}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The power of length that it is measured in.
     *
     * @return 2 for an area, 1 for a length, 0 for what has no unit or is a place in the image
     */
    public int dimension() {
        return dimension;
    }

    /**
     * The number of a region.
     *
     * @param region any
     * @param pixel {@link PixelSize#NONE} for pixels
     * @return pixels or units of the size; NaN where it is not defined
     */
    public double of(MeasuredRegion region, PixelSize pixel) {
        return formula.of(region, pixel);
    }

    /**
     * The property of a name.
     *
     * @param name of today or of earlier versions of scikit-image
     * @return empty where there is none
     */
    public static Optional<Property> named(String name) {
        return Arrays.stream(values())
                .filter(property -> property.word().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(name)));
    }

    /**
     * All names.
     *
     * @return those of today
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(Property::word).toList();
    }
}
