package org.vung.applications.satellite;

import org.vung.label.LabelMap;

/** Areas on a map of the whole Earth in degrees, whose rows shrink towards the poles. */
final class Globe {

    /** Of a sphere as large as the ellipsoid of WGS 84, in km. */
    private static final double RADIUS = 6371.0072;

    private Globe() {}

    /**
     * The area of a class.
     *
     * @param labels from 90° north to 90° south and 180° west to 180° east
     * @param wanted the class
     * @return km²
     */
    static double area(LabelMap labels, int wanted) {
        int height = labels.size().height();
        int width = labels.size().width();
        double area = 0;
        for (int row = 0; row < height; row++) {
            double north = Math.sin(Math.PI * (0.5 - (double) row / height));
            double south = Math.sin(Math.PI * (0.5 - (row + 1.0) / height));
            double pixel = 2 * Math.PI * RADIUS * RADIUS * (north - south) / width;
            for (int column = 0; column < width; column++) {
                area += labels.at(row, column) == wanted ? pixel : 0;
            }
        }
        return area;
    }
}
