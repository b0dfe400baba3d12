package org.vung.measure.shape;

/**
 * Feret diameters: how far apart two parallel lines are that touch a shape from both sides. The shape is the convex polygon
 * around the middles of the outer edges of its hull's pixels, so that a single pixel is a diamond: 1 across its corners, √½
 * across its sides.
 *
 * @param maximum the largest distance of two corners ({@code feret_diameter_max} of scikit-image)
 * @param minimum the least width: the lines' distance where one of them lies along a side of the polygon
 */
public record Feret(double maximum, double minimum) {

    /** Of a convex polygon's corners in order. */
    static Feret of(double[] rows, double[] columns) {
        double longest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < rows.length; corner++) {
            int next = (corner + 1) % rows.length;
            double down = rows[next] - rows[corner];
            double across = columns[next] - columns[corner];
            double side = Math.hypot(down, across);
            double widest = 0;
            for (int other = 0; other < rows.length; other++) {
                double rowStep = rows[other] - rows[corner];
                double columnStep = columns[other] - columns[corner];
                longest = Math.max(longest, rowStep * rowStep + columnStep * columnStep);
                widest = Math.max(widest, Math.abs(down * columnStep - across * rowStep));
            }
            if (side > 0) {
                narrowest = Math.min(narrowest, widest / side);
            }
        }
        return new Feret(Math.sqrt(longest), narrowest);
    }
}
