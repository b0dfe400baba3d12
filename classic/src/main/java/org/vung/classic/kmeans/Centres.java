package org.vung.classic.kmeans;

import org.vung.cluster.Points;

/** Centres in the image's units, and relative to the origin of its points. */
final class Centres {

    private Centres() {}

    static double[] inside(double[][] centres, Points points) {
        if (centres.length == 0) {
            throw new IllegalArgumentException("start must have at least 1 centre, got 0");
        }
        int dimensions = points.dimensions();
        double[] flat = new double[centres.length * dimensions];
        for (int cluster = 0; cluster < centres.length; cluster++) {
            if (centres[cluster].length != dimensions) {
                throw new IllegalArgumentException("start centres must have " + dimensions
                        + " coordinates as this image's points, got " + centres[cluster].length);
            }
            for (int axis = 0; axis < dimensions; axis++) {
                flat[cluster * dimensions + axis] = centres[cluster][axis] - points.origin(axis);
            }
        }
        return flat;
    }

    static double[][] outside(double[] flat, Points points) {
        int dimensions = points.dimensions();
        double[][] centres = new double[flat.length / dimensions][dimensions];
        for (int at = 0; at < flat.length; at++) {
            centres[at / dimensions][at % dimensions] = flat[at] + points.origin(at % dimensions);
        }
        return centres;
    }
}
