package org.vung.cluster;

/** Centres that lost all their points take over the points farthest from their own centres, the farthest first. */
final class EmptyClusters {

    private EmptyClusters() {}

    static void refill(Points points, Assignment assignment) {
        for (int cluster = 0; cluster < assignment.weights.length; cluster++) {
            if (assignment.weights[cluster] == 0) {
                takeFarthest(points, assignment, cluster);
            }
        }
    }

    /** A centre already refilled in this round counts at its new place, so no point is taken twice. */
    private static void takeFarthest(Points points, Assignment assignment, int empty) {
        int dimensions = points.dimensions();
        int[] nearest = new int[1];
        double most = 0;
        int farthest = -1;
        int owner = -1;
        for (int point = 0; point < points.count(); point++) {
            double distance = distanceToNearest(points, point, assignment, nearest);
            if (distance > most && assignment.weights[nearest[0]] > points.sharedWeights()[point]) {
                most = distance;
                farthest = point;
                owner = nearest[0];
            }
        }
        if (farthest < 0) {
            return;
        }
        int weight = points.sharedWeights()[farthest];
        assignment.weights[owner] -= weight;
        assignment.weights[empty] = weight;
        for (int axis = 0; axis < dimensions; axis++) {
            double value = points.sharedAxis(axis)[farthest];
            assignment.sums[owner * dimensions + axis] -= weight * value;
            assignment.sums[empty * dimensions + axis] = weight * value;
            assignment.centres[empty * dimensions + axis] = value;
        }
    }

    private static double distanceToNearest(Points points, int point, Assignment assignment, int[] nearest) {
        int dimensions = points.dimensions();
        double least = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < assignment.weights.length; cluster++) {
            double distance = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                double off = points.sharedAxis(axis)[point] - assignment.centres[cluster * dimensions + axis];
                distance += off * off;
            }
            if (assignment.weights[cluster] > 0 && distance < least) {
                least = distance;
                nearest[0] = cluster;
            }
        }
        return least;
    }
}
