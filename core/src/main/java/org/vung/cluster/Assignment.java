package org.vung.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The filtering step of Kanungo et al.: gives every point to its nearest centre, ties to the lower number, and adds up what
 * each centre got. Going down the tree, a centre is dropped from a box once another is nearer to all of it; a box with one
 * centre left is added as a whole.
 */
final class Assignment {

    private static final int DEEPEST = 96;

    final double[] centres;
    final double[] sums;
    final double[] weights;

    private final PointTree tree;
    private final int dimensions;
    private final int clusters;
    private final double[] facts;
    private final float[][] axes;
    private final int[] pointWeights;
    private final int[][] candidates;
    private int @Nullable [] labels;

    /** Work space for so many centres; {@code centres} [clusters · dimensions] is set by the caller. */
    Assignment(PointTree tree, int clusters) {
        this.tree = tree;
        this.clusters = clusters;
        dimensions = tree.dimensions();
        facts = tree.facts();
        centres = new double[clusters * dimensions];
        sums = new double[clusters * dimensions];
        weights = new double[clusters];
        axes = new float[dimensions][];
        for (int axis = 0; axis < dimensions; axis++) {
            axes[axis] = tree.points().sharedAxis(axis);
        }
        pointWeights = tree.points().sharedWeights();
        candidates = new int[DEEPEST][];
        candidates[0] = new int[clusters];
        for (int cluster = 0; cluster < clusters; cluster++) {
            candidates[0][cluster] = cluster;
        }
    }

    /** Adds up sums and weights per centre. */
    void run() {
        Arrays.fill(sums, 0);
        Arrays.fill(weights, 0);
        visit(0, 0, clusters);
    }

    /** As {@link #run}, and writes the nearest centre of every point of the tree. */
    int[] label() {
        int[] result = new int[tree.points().count()];
        labels = result;
        run();
        labels = null;
        return result;
    }

    /** Σ weight · squared distance to the centre each point was given to. */
    double inertia() {
        double inertia = tree.squares();
        for (int cluster = 0; cluster < clusters; cluster++) {
            for (int axis = 0; axis < dimensions; axis++) {
                double centre = centres[cluster * dimensions + axis];
                inertia += centre * (weights[cluster] * centre - 2 * sums[cluster * dimensions + axis]);
            }
        }
        return Math.max(0, inertia);
    }

    private void visit(int node, int depth, int count) {
        int[] here = candidates[depth];
        int[] kept = candidates[depth + 1];
        if (kept == null) {
            kept = new int[clusters];
            candidates[depth + 1] = kept;
        }
        int left = filter(node * tree.stride(), here, count, kept);
        if (left == 1) {
            addWhole(node, kept[0]);
        } else if (tree.right(node) == 0) {
            addEach(tree.first(node), tree.end(node), kept, left);
        } else {
            visit(node + 1, depth + 1, left);
            visit(tree.right(node), depth + 1, left);
        }
    }

    /** Copies to {@code kept} the centres that may be nearest to a point of the box at {@code box}. */
    private int filter(int box, int[] here, int count, int[] kept) {
        int best = nearestToMiddle(box, here, count) * dimensions;
        int left = 0;
        for (int at = 0; at < count; at++) {
            int other = here[at] * dimensions;
            double ahead = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                double towards = centres[other + axis] - centres[best + axis];
                double corner = facts[towards > 0 ? box + dimensions + axis : box + axis];
                ahead += towards * (2 * corner - centres[other + axis] - centres[best + axis]);
            }
            if (ahead >= 0 || other == best) {
                kept[left++] = here[at];
            }
        }
        return left;
    }

    private int nearestToMiddle(int box, int[] here, int count) {
        int best = here[0];
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < count; at++) {
            int centre = here[at] * dimensions;
            double distance = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                double off = facts[box + axis] + facts[box + dimensions + axis] - 2 * centres[centre + axis];
                distance += off * off;
            }
            if (distance < least) {
                least = distance;
                best = here[at];
            }
        }
        return best;
    }

    private void addWhole(int node, int cluster) {
        int at = node * tree.stride() + 2 * dimensions;
        for (int axis = 0; axis < dimensions; axis++) {
            sums[cluster * dimensions + axis] += facts[at + axis];
        }
        weights[cluster] += facts[at + dimensions];
        if (labels != null) {
            Arrays.fill(labels, tree.first(node), tree.end(node), cluster);
        }
    }

    private void addEach(int from, int to, int[] kept, int count) {
        for (int point = from; point < to; point++) {
            int best = kept[0];
            double least = Double.POSITIVE_INFINITY;
            for (int at = 0; at < count; at++) {
                int centre = kept[at] * dimensions;
                double distance = 0;
                for (int axis = 0; axis < dimensions; axis++) {
                    double off = axes[axis][point] - centres[centre + axis];
                    distance += off * off;
                }
                if (distance < least) {
                    least = distance;
                    best = kept[at];
                }
            }
            int weight = pointWeights[point];
            for (int axis = 0; axis < dimensions; axis++) {
                sums[best * dimensions + axis] += (double) weight * axes[axis][point];
            }
            weights[best] += weight;
            if (labels != null) {
                labels[point] = best;
            }
        }
    }
}
