package org.vung.cluster;

/**
 * Lloyd's algorithm: gives every point to its nearest centre and moves each centre to the mean of its points, until no
 * centre moves.
 *
 * <p>S. Lloyd: Least Squares Quantization in PCM. IEEE Transactions on Information Theory 28(2), 1982.
 *
 * <p>Differs from the paper: a centre that lost all its points moves to the point farthest from its own centre.
 */
public final class Lloyd {

    /** Movement that is only rounding, as a share of the points' variance. */
    private static final double ROUNDING = 1e-24;

    private Lloyd() {}

    /**
     * Runs from given centres.
     *
     * @param tree the points
     * @param start centres relative to the points' origin, one after the other [clusters · dimensions]; not changed
     * @param stop when to stop
     * @return the last centres and what they got
     */
    public static Clusters run(PointTree tree, double[] start, Stop stop) {
        Assignment assignment = new Assignment(tree, start.length / tree.dimensions());
        System.arraycopy(start, 0, assignment.centres, 0, start.length);
        double still = Math.max(stop.tolerance(), ROUNDING) * variance(tree);
        int iterations = 0;
        boolean converged = false;
        while (iterations < stop.iterations() && !converged) {
            assignment.run();
            EmptyClusters.refill(tree.points(), assignment);
            converged = moveToMeans(assignment) <= still;
            iterations++;
        }
        assignment.run();
        return new Clusters(assignment.centres, assignment.weights, assignment.inertia(), iterations, converged);
    }

    /**
     * The nearest centre of every point.
     *
     * @param tree the points
     * @param centres relative to the points' origin [clusters · dimensions]
     * @return numbers of centres, in the tree's order [count]
     */
    public static int[] label(PointTree tree, double[] centres) {
        Assignment assignment = new Assignment(tree, centres.length / tree.dimensions());
        System.arraycopy(centres, 0, assignment.centres, 0, centres.length);
        return assignment.label();
    }

    /** Returns the sum of squared movements. */
    private static double moveToMeans(Assignment assignment) {
        int dimensions = assignment.centres.length / assignment.weights.length;
        double moved = 0;
        for (int at = 0; at < assignment.centres.length; at++) {
            double weight = assignment.weights[at / dimensions];
            double mean = weight > 0 ? assignment.sums[at] / weight : assignment.centres[at];
            double step = mean - assignment.centres[at];
            moved += step * step;
            assignment.centres[at] = mean;
        }
        return moved;
    }

    /** The mean over the axes of the points' variance. */
    private static double variance(PointTree tree) {
        return tree.scatter(0) / tree.weight() / tree.dimensions();
    }
}
