package org.vung.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Greedy k-means++ seeding: each next centre is drawn among the points with a chance proportional to weight times squared
 * distance to the nearest centre so far; of 2 + ⌊ln k⌋ draws the one that leaves the least inertia is kept.
 *
 * <p>D. Arthur, S. Vassilvitskii: k-means++: The Advantages of Careful Seeding. SODA 2007 (the greedy variant is in its
 * closing section).
 */
final class Seeding {

    private final Points points;
    private final SplittableRandom random;
    private final double[] chances;
    private float[] nearest;
    private float[] trial;

    Seeding(Points points, SplittableRandom random) {
        this.points = points;
        this.random = random;
        chances = new double[points.count()];
        nearest = new float[points.count()];
        trial = new float[points.count()];
    }

    /** Centres [clusters · dimensions]; fewer where every point already lies on one. */
    double[] centres(int clusters) {
        int dimensions = points.dimensions();
        double[] centres = new double[clusters * dimensions];
        Arrays.fill(nearest, 1);
        accumulate();
        place(draw(), centres, 0);
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        distances(centres, 0, trial);
        swap();
        int trials = trials(clusters);
        for (int cluster = 1; cluster < clusters; cluster++) {
            if (!anyLeft()) {
                return Arrays.copyOf(centres, cluster * dimensions);
            }
            addBest(centres, cluster * dimensions, trials);
        }
        return centres;
    }

    /** Points drawn by weight alone, wherever the others lie; equal ones once. */
    double[] scattered(int clusters) {
        int dimensions = points.dimensions();
        double[] centres = new double[clusters * dimensions];
        Arrays.fill(nearest, 1);
        accumulate();
        int[] drawn = new int[clusters];
        int different = 0;
        for (int cluster = 0; cluster < clusters; cluster++) {
            int point = draw();
            boolean known = false;
            for (int before = 0; before < different; before++) {
                known |= drawn[before] == point;
            }
            if (!known) {
                drawn[different] = point;
                place(point, centres, different++ * dimensions);
            }
        }
        return Arrays.copyOf(centres, different * dimensions);
    }

    /** The same centres, one of them moved to where the others leave much inertia; drawn as in seeding. */
    double[] swapped(double[] centres, int moved) {
        int dimensions = points.dimensions();
        double[] swapped = centres.clone();
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        for (int at = 0; at < centres.length; at += dimensions) {
            if (at != moved * dimensions) {
                distances(centres, at, trial);
                swap();
            }
        }
        if (anyLeft()) {
            addBest(swapped, moved * dimensions, trials(centres.length / dimensions));
        }
        return swapped;
    }

    private static int trials(int clusters) {
        return 2 + (int) Math.log(clusters);
    }

    private void addBest(double[] centres, int at, int trials) {
        float[] kept = new float[points.count()];
        int bestPoint = -1;
        double least = Double.POSITIVE_INFINITY;
        accumulate();
        for (int go = 0; go < trials; go++) {
            int point = draw();
            place(point, centres, at);
            double inertia = distances(centres, at, trial);
            if (inertia < least) {
                least = inertia;
                bestPoint = point;
                float[] spent = kept;
                kept = trial;
                trial = spent;
            }
        }
        place(bestPoint, centres, at);
        nearest = kept;
    }

    /** Sums weight · nearest up to each point, so that a point is drawn by one search. */
    private void accumulate() {
        int[] weights = points.sharedWeights();
        double total = 0;
        for (int point = 0; point < chances.length; point++) {
            total += (double) weights[point] * nearest[point];
            chances[point] = total;
        }
    }

    private int draw() {
        int found = Arrays.binarySearch(chances, random.nextDouble() * chances[chances.length - 1]);
        int point = Math.min(found < 0 ? -found - 1 : found + 1, chances.length - 1);
        while (point > 0 && nearest[point] == 0) {
            point--;
        }
        return point;
    }

    private void place(int point, double[] centres, int at) {
        for (int axis = 0; axis < points.dimensions(); axis++) {
            centres[at + axis] = points.sharedAxis(axis)[point];
        }
    }

    /** Squared distances to the nearest centre once the one at {@code at} is added, and the inertia. */
    private double distances(double[] centres, int at, float[] out) {
        Arrays.fill(out, 0);
        for (int axis = 0; axis < points.dimensions(); axis++) {
            float centre = (float) centres[at + axis];
            float[] values = points.sharedAxis(axis);
            for (int point = 0; point < out.length; point++) {
                float off = values[point] - centre;
                out[point] += off * off;
            }
        }
        int[] weights = points.sharedWeights();
        double inertia = 0;
        for (int point = 0; point < out.length; point++) {
            out[point] = Math.min(out[point], nearest[point]);
            inertia += (double) weights[point] * out[point];
        }
        return inertia;
    }

    private boolean anyLeft() {
        for (float distance : nearest) {
            if (distance > 0) {
                return true;
            }
        }
        return false;
    }

    private void swap() {
        float[] spent = nearest;
        nearest = trial;
        trial = spent;
    }
}
