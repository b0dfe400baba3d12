package org.vung.measure;

/**
 * The ellipse with the same second moments as a region.
 *
 * @param majorAxis length of the long axis in pixels, or in units where a {@link PixelSize} was given
 * @param minorAxis length of the short axis, likewise
 * @param orientation angle between the row axis and the long axis, −π/2 … π/2 radians, counter-clockwise
 */
public record Ellipse(double majorAxis, double minorAxis, double orientation) {

    /**
     * From central moments, as scikit-image's {@code regionprops} has it: the axes are 4 √λ of the covariance. (Where both
     * variances are equal, scikit-image 0.19.3 turns the sign of the angle; here it keeps that of its neighbours.)
     *
     * @param rows variance of the rows in pixels²
     * @param columns variance of the columns in pixels²
     * @param both covariance of rows and columns in pixels²
     * @return the ellipse
     */
    public static Ellipse ofMoments(double rows, double columns, double both) {
        return of(rows, columns, both, rows * columns - both * both);
    }

    private static Ellipse of(double rows, double columns, double both, double determinant) {
        double middle = (rows + columns) / 2;
        double spread = Math.hypot((rows - columns) / 2, both);
        double minor = Math.max(0, determinant / Math.max(middle + spread, Double.MIN_NORMAL));
        double angle = 0.5 * Math.atan2(2 * both, rows - columns);
        return new Ellipse(4 * Math.sqrt(middle + spread), 4 * Math.sqrt(minor), angle);
    }

    /**
     * The ellipse of the same region where pixels have a size.
     *
     * @param pixel stretches rows and columns, each by its own side
     * @return axes in units, and the angle in the world
     */
    public Ellipse in(PixelSize pixel) {
        double major = majorAxis * majorAxis / 16;
        double minor = minorAxis * minorAxis / 16;
        double cosine = Math.cos(orientation);
        double sine = Math.sin(orientation);
        double stretch = pixel.height() * pixel.width();
        return of(
                (major * cosine * cosine + minor * sine * sine) * pixel.height() * pixel.height(),
                (major * sine * sine + minor * cosine * cosine) * pixel.width() * pixel.width(),
                (major - minor) * sine * cosine * stretch,
                major * minor * stretch * stretch);
    }

    /**
     * How far from a circle: the distance of the foci over the long axis.
     *
     * @return 0 for a circle and for a single pixel, towards 1 for a line
     */
    public double eccentricity() {
        if (majorAxis == 0) {
            return 0;
        }
        double ratio = minorAxis / majorAxis;
        return Math.sqrt(Math.max(0, 1 - ratio * ratio));
    }
}
