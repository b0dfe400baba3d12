package org.vung.classic.meanshift;

import java.util.Arrays;

/**
 * A k-d tree over weighted points whose nodes know their boxes and sums, so that a mean over a ball takes whole nodes at
 * once and looks only at points near the ball's surface.
 */
final class PointTree {

    private static final int LEAF = 16;

    private final int dimensions;
    private final double[] points;
    private final double[] weights;
    private final int leaves;
    /** Per node: the first point; the node's end is the next node's start on its level. */
    private final int[] starts;

    private final int[] ends;
    private final double[] low;
    private final double[] high;
    private final double[] sums;
    private final double[] totals;

    /**
     * Builds the tree.
     *
     * @param dimensions numbers per point
     * @param values interleaved points, copied
     * @param counts weight per point, above 0
     */
    PointTree(int dimensions, double[] values, int[] counts) {
        this.dimensions = dimensions;
        int size = 1;
        while (counts.length > (long) LEAF * size) {
            size *= 2;
        }
        leaves = size;
        int nodes = 2 * size - 1;
        starts = new int[nodes];
        ends = new int[nodes];
        low = new double[nodes * dimensions];
        high = new double[nodes * dimensions];
        sums = new double[nodes * dimensions];
        totals = new double[nodes];
        int[] order = new int[counts.length];
        Arrays.setAll(order, i -> i);
        points = new double[values.length];
        weights = new double[counts.length];
        split(0, 0, counts.length, order, values);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(values, order[i] * dimensions, points, i * dimensions, dimensions);
            weights[i] = counts[order[i]];
        }
        for (int node = nodes - 1; node >= 0; node--) {
            gather(node);
        }
    }

    private boolean isLeaf(int node) {
        return node >= leaves - 1;
    }

    /** Halves the node's points at the median of its widest side, down to the leaves. */
    private void split(int node, int from, int to, int[] order, double[] values) {
        starts[node] = from;
        ends[node] = to;
        if (isLeaf(node)) {
            return;
        }
        int axis = widest(from, to, order, values);
        int middle = (from + to) >>> 1;
        select(order, from, to - 1, middle, values, axis);
        split(2 * node + 1, from, middle, order, values);
        split(2 * node + 2, middle, to, order, values);
    }

    private int widest(int from, int to, int[] order, double[] values) {
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < dimensions; axis++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = values[order[i] * dimensions + axis];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            if (most - least > width) {
                width = most - least;
                widest = axis;
            }
        }
        return widest;
    }

    /** Hoare's selection: what is smaller than the element at {@code place} goes before it. */
    private void select(int[] order, int from, int to, int place, double[] values, int axis) {
        int left = from;
        int right = to;
        while (left < right) {
            double pivot = values[order[(left + right) >>> 1] * dimensions + axis];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[order[i] * dimensions + axis] < pivot) {
                    i++;
                }
                while (values[order[j] * dimensions + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (place <= j) {
                right = j;
            } else if (place >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private void gather(int node) {
        int base = node * dimensions;
        Arrays.fill(low, base, base + dimensions, Double.POSITIVE_INFINITY);
        Arrays.fill(high, base, base + dimensions, Double.NEGATIVE_INFINITY);
        for (int i = starts[node]; i < ends[node] && isLeaf(node); i++) {
            totals[node] += weights[i];
            for (int axis = 0; axis < dimensions; axis++) {
                double value = points[i * dimensions + axis];
                low[base + axis] = Math.min(low[base + axis], value);
                high[base + axis] = Math.max(high[base + axis], value);
                sums[base + axis] += weights[i] * value;
            }
        }
        for (int child = 2 * node + 1; child <= 2 * node + 2 && !isLeaf(node); child++) {
            totals[node] += totals[child];
            for (int axis = 0; axis < dimensions; axis++) {
                int at = child * dimensions + axis;
                low[base + axis] = Math.min(low[base + axis], low[at]);
                high[base + axis] = Math.max(high[base + axis], high[at]);
                sums[base + axis] += sums[at];
            }
        }
    }

    /**
     * Sums the points of a ball, its surface included.
     *
     * @param centre [dimensions]
     * @param square squared radius
     * @param sum [dimensions + 1], overwritten: the weighted sum, then the weight
     */
    void ball(double[] centre, double square, double[] sum) {
        Arrays.fill(sum, 0);
        ball(0, centre, square, sum);
    }

    private void ball(int node, double[] centre, double square, double[] sum) {
        double nearest = 0;
        double farthest = 0;
        int base = node * dimensions;
        for (int axis = 0; axis < dimensions; axis++) {
            double below = low[base + axis] - centre[axis];
            double above = centre[axis] - high[base + axis];
            double outside = Math.max(0, Math.max(below, above));
            double across = Math.min(below, above);
            nearest += outside * outside;
            farthest += across * across;
        }
        if (nearest > square) {
            return;
        }
        if (farthest <= square) {
            for (int axis = 0; axis < dimensions; axis++) {
                sum[axis] += sums[base + axis];
            }
            sum[dimensions] += totals[node];
        } else if (isLeaf(node)) {
            for (int i = starts[node]; i < ends[node]; i++) {
                if (square(i, centre) <= square) {
                    add(i, weights[i], sum);
                }
            }
        } else {
            ball(2 * node + 1, centre, square, sum);
            ball(2 * node + 2, centre, square, sum);
        }
    }

    /**
     * Sums all points in reach, weighed by their distance. A node whose box is smaller than an eighth of the bandwidth
     * across counts as one point at its mean.
     *
     * @param centre [dimensions]
     * @param kernel weights by distance
     * @param bandwidth unit of distance
     * @param sum [dimensions + 1], overwritten: the weighted sum, then the weight
     */
    void weighed(double[] centre, Kernel kernel, double bandwidth, double[] sum) {
        Arrays.fill(sum, 0);
        weighed(0, centre, kernel, 1 / (bandwidth * bandwidth), sum);
    }

    private void weighed(int node, double[] centre, Kernel kernel, double scale, double[] sum) {
        double nearest = 0;
        double diagonal = 0;
        double toMean = 0;
        int base = node * dimensions;
        for (int axis = 0; axis < dimensions; axis++) {
            double outside = Math.max(0, Math.max(low[base + axis] - centre[axis], centre[axis] - high[base + axis]));
            double side = high[base + axis] - low[base + axis];
            double step = sums[base + axis] / totals[node] - centre[axis];
            nearest += outside * outside;
            diagonal += side * side;
            toMean += step * step;
        }
        if (nearest * scale > kernel.reach() * kernel.reach()) {
            return;
        }
        if (diagonal * scale <= 1.0 / 64) {
            double weight = kernel.weight(toMean * scale);
            for (int axis = 0; axis < dimensions; axis++) {
                sum[axis] += weight * sums[base + axis];
            }
            sum[dimensions] += weight * totals[node];
        } else if (isLeaf(node)) {
            for (int i = starts[node]; i < ends[node]; i++) {
                add(i, weights[i] * kernel.weight(square(i, centre) * scale), sum);
            }
        } else {
            weighed(2 * node + 1, centre, kernel, scale, sum);
            weighed(2 * node + 2, centre, kernel, scale, sum);
        }
    }

    private double square(int point, double[] centre) {
        double square = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double step = points[point * dimensions + axis] - centre[axis];
            square += step * step;
        }
        return square;
    }

    private void add(int point, double weight, double[] sum) {
        for (int axis = 0; axis < dimensions; axis++) {
            sum[axis] += weight * points[point * dimensions + axis];
        }
        sum[dimensions] += weight;
    }
}
