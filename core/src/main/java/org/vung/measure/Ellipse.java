package org.vung.measure;

/**
 * The ellipse with the same second moments as a region.
 *
 * @param majorAxis length of the long axis in pixels
 * @param minorAxis length of the short axis in pixels
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
    static Ellipse ofMoments(double rows, double columns, double both) {
        double middle = (rows + columns) / 2;
        double spread = Math.hypot((rows - columns) / 2, both);
        double minor = Math.max(0, (rows * columns - both * both) / Math.max(middle + spread, Double.MIN_NORMAL));
        double angle = 0.5 * Math.atan2(2 * both, rows - columns);
        return new Ellipse(4 * Math.sqrt(middle + spread), 4 * Math.sqrt(minor), angle);
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
