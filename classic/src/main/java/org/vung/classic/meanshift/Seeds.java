package org.vung.classic.meanshift;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where centres start to climb. */
public enum Seeds {
    /**
     * At the knots of a grid, one bandwidth apart, that have points near them; beyond three dimensions, where a knot may
     * have no point within a bandwidth, at the first of those points.
     */
    BINNED {
        @Override
        double[][] of(Features features, double bandwidth) {
            int dimensions = features.dimensions();
            Map<List<Double>, double[]> seeds = new LinkedHashMap<>();
            for (int colour = 0; colour < features.count(); colour++) {
                double[] point = features.point(colour);
                Double[] knot = new Double[dimensions];
                double[] place = new double[dimensions];
                for (int axis = 0; axis < dimensions; axis++) {
                    // adding 0 makes one of 0 and −0
                    knot[axis] = Math.rint(point[axis] / bandwidth) + 0.0;
                    // single precision, as scikit-learn keeps its seeds
                    place[axis] = knot[axis].floatValue() * (float) bandwidth;
                }
                seeds.putIfAbsent(Arrays.asList(knot), dimensions <= 3 ? place : point);
            }
            return seeds.size() == features.pixels()
                    ? ALL.of(features, bandwidth)
                    : seeds.values().toArray(double[][]::new);
        }
    },
    /** At every colour. */
    ALL {
        @Override
        double[][] of(Features features, double bandwidth) {
            double[][] seeds = new double[features.count()][];
            Arrays.setAll(seeds, features::point);
            return seeds;
        }
    };

    abstract double[][] of(Features features, double bandwidth);
}
