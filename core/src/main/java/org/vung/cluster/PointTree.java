package org.vung.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary tree of boxes over points: each node knows the bounding box, weight, sum and sum of squares of its points, so a
 * box that lies wholly nearest to one centre is added to it at once. Nodes are numbered parent first, left child next.
 *
 * <p>T. Kanungo, D. Mount, N. Netanyahu, C. Piatko, R. Silverman, A. Wu: An Efficient k-Means Clustering Algorithm:
 * Analysis and Implementation. IEEE TPAMI 24(7), 2002.
 *
 * <p>Differs from the paper: nodes split where the points' Morton codes first differ instead of by a sliding midpoint, which
 * needs no search, and leaves hold up to {@value #LEAF} points instead of one.
 */
public final class PointTree {

    private static final int LEAF = 8;
    private static final int FEW = 4;

    private final int dimensions;
    private final int stride;
    private int[] first;
    private int[] end;
    private int[] right;
    private double[] facts;
    private int nodes;
    private final Points points;
    private final int @Nullable [] order;

    private PointTree(Points points, int @Nullable [] order) {
        this.points = points;
        this.order = order;
        dimensions = points.dimensions();
        stride = 3 * dimensions + 2;
        int guess = Math.max(16, points.count() / 2);
        first = new int[guess];
        end = new int[guess];
        right = new int[guess];
        facts = new double[guess * stride];
    }

    /**
     * Builds the tree; the time is linear in the points.
     *
     * @param points at least one
     * @return a tree over them
     */
    public static PointTree of(Points points) {
        if (points.count() == 0) {
            throw new IllegalArgumentException("points must be at least 1, got 0");
        }
        MortonOrder morton = MortonOrder.of(points);
        int[] order = morton.order;
        PointTree tree = new PointTree(order == null ? points : points.reordered(order), order);
        tree.build(morton.codes, 0, points.count());
        return tree;
    }

    private int build(int[] codes, int from, int to) {
        int node = add(from, to);
        if (to - from <= LEAF) {
            sum(node, from, to);
            return node;
        }
        int middle = split(codes, from, to);
        int leftChild = build(codes, from, middle);
        int rightChild = build(codes, middle, to);
        right[node] = rightChild;
        join(node, leftChild, rightChild);
        return node;
    }

    private int add(int from, int to) {
        if (nodes == first.length) {
            int more = 2 * nodes;
            first = Arrays.copyOf(first, more);
            end = Arrays.copyOf(end, more);
            right = Arrays.copyOf(right, more);
            facts = Arrays.copyOf(facts, more * stride);
        }
        first[nodes] = from;
        end[nodes] = to;
        return nodes++;
    }

    /** The first point whose code has the highest bit in which the codes differ; the middle if all are equal. */
    private static int split(int[] codes, int from, int to) {
        int differing = codes[from] ^ codes[to - 1];
        if (differing == 0) {
            return (from + to) >>> 1;
        }
        int bit = Integer.highestOneBit(differing);
        int low = from;
        int high = to - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if ((codes[middle] & bit) == 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void sum(int node, int from, int to) {
        int at = node * stride;
        int[] weights = points.sharedWeights();
        double squares = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            float[] values = points.sharedAxis(axis);
            float low = values[from];
            float high = low;
            double sum = 0;
            for (int point = from; point < to; point++) {
                float value = values[point];
                low = value < low ? value : low;
                high = value > high ? value : high;
                double weighted = weights[point] * (double) value;
                sum += weighted;
                squares += weighted * value;
            }
            facts[at + axis] = low;
            facts[at + dimensions + axis] = high;
            facts[at + 2 * dimensions + axis] = sum;
        }
        double weight = 0;
        for (int point = from; point < to; point++) {
            weight += weights[point];
        }
        facts[at + 3 * dimensions] = weight;
        facts[at + 3 * dimensions + 1] = squares;
    }

    private void join(int node, int leftChild, int rightChild) {
        int at = node * stride;
        int one = leftChild * stride;
        int other = rightChild * stride;
        for (int axis = 0; axis < dimensions; axis++) {
            facts[at + axis] = Math.min(facts[one + axis], facts[other + axis]);
        }
        for (int axis = dimensions; axis < 2 * dimensions; axis++) {
            facts[at + axis] = Math.max(facts[one + axis], facts[other + axis]);
        }
        for (int fact = 2 * dimensions; fact < stride; fact++) {
            facts[at + fact] = facts[one + fact] + facts[other + fact];
        }
    }

    /**
     * The points in the tree's order.
     *
     * @return as many points as the tree was built over
     */
    public Points points() {
        return points;
    }

    /**
     * Puts numbers per point of the tree in the order of the points it was built over.
     *
     * @param perPoint a number per point in the tree's order; taken over if the orders agree
     * @return a number per point in the given order
     */
    public int[] inGivenOrder(int[] perPoint) {
        if (order == null) {
            return perPoint;
        }
        int[] given = new int[perPoint.length];
        for (int at = 0; at < given.length; at++) {
            given[order[at]] = perPoint[at];
        }
        return given;
    }

    /**
     * Boxes that together hold every point, chosen so that the scatter inside them is small; or the points themselves if
     * there are only a few times as many.
     *
     * @param most number of boxes, at least 1
     * @return the mean of each cell with the cell's weight, in the tree's order
     */
    public Points cells(int most) {
        if (points.count() <= FEW * most) {
            return points;
        }
        int[] cells = Cells.cut(this, most);
        float[][] axes = new float[dimensions][cells.length];
        int[] weights = new int[cells.length];
        float[] inner = new float[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            int at = cells[cell] * stride;
            double weight = facts[at + 3 * dimensions];
            weights[cell] = (int) weight;
            inner[cell] = (float) (scatter(cells[cell]) / weight / dimensions);
            for (int axis = 0; axis < dimensions; axis++) {
                axes[axis][cell] = (float) (facts[at + 2 * dimensions + axis] / weight);
            }
        }
        return Points.ofCells(axes, weights, points.origin(), inner);
    }

    /** Σ weight · squared distance to the node's mean; exactly 0 where that is within rounding. */
    double scatter(int node) {
        int at = node * stride;
        double weight = facts[at + 3 * dimensions];
        double squares = facts[at + 3 * dimensions + 1];
        double ofMean = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double sum = facts[at + 2 * dimensions + axis];
            ofMean += sum * sum;
        }
        double scatter = squares - ofMean / weight;
        return scatter > 1e-12 * squares ? scatter : 0;
    }

    int nodes() {
        return nodes;
    }

    int dimensions() {
        return dimensions;
    }

    int first(int node) {
        return first[node];
    }

    int end(int node) {
        return end[node];
    }

    /** The right child, or 0 for a leaf; the left child of node n is n + 1. */
    int right(int node) {
        return right[node];
    }

    /** Per node: low corner, high corner, sum [dimensions each], weight, sum of squares. */
    double[] facts() {
        return facts;
    }

    int stride() {
        return stride;
    }

    /**
     * How many samples the points stand for.
     *
     * @return at least 1
     */
    public double weight() {
        return facts[3 * dimensions];
    }

    /**
     * The sum over all samples of their squared distance to the origin.
     *
     * @return at least 0
     */
    public double squares() {
        return facts[3 * dimensions + 1];
    }
}
