package org.vung.cluster;

/**
 * Points with whole weights. Coordinates are kept relative to an {@link #origin} near their mean, so that sums of squares
 * lose nothing to a large offset. Immutable by agreement: the arrays are shared and nobody writes to them.
 */
public final class Points {

    private static final float[] NONE = {};

    private final float[][] axes;
    private final int[] weights;
    private final double[] origin;
    private final float[] inner;

    private Points(float[][] axes, int[] weights, double[] origin, float[] inner) {
        this.inner = inner;
        this.axes = axes;
        this.weights = weights;
        this.origin = origin;
    }

    /**
     * Points over arrays that already are relative to an origin.
     *
     * @param axes coordinates less the origin [dimensions][count]; given away
     * @param weights how many samples each point stands for [count], each at least 1; given away
     * @param origin what to add for the true coordinates [dimensions]
     * @return the points
     */
    public static Points wrap(float[][] axes, int[] weights, double[] origin) {
        for (float[] axis : axes) {
            if (axis.length != weights.length) {
                throw new IllegalArgumentException(
                        "axes must have a coordinate for each of " + weights.length + " weights, got " + axis.length);
            }
        }
        return new Points(axes, weights, origin, NONE);
    }

    /** Points that stand for cells, with the variance inside each, mean over the axes. */
    static Points ofCells(float[][] axes, int[] weights, double[] origin, float[] inner) {
        return new Points(axes, weights, origin, inner);
    }

    /**
     * Moves coordinates to an origin near their weighted mean.
     *
     * @param axes finite coordinates [dimensions][count]; changed and given away
     * @param weights as in {@link #wrap}
     * @param whole whether all coordinates are whole; the origin then is too, and sums over an image stay exact
     * @return the points
     */
    public static Points centred(float[][] axes, int[] weights, boolean whole) {
        double[] origin = new double[axes.length];
        double total = 0;
        for (int weight : weights) {
            total += weight;
        }
        for (int axis = 0; axis < axes.length; axis++) {
            float[] values = axes[axis];
            double sum = 0;
            for (int point = 0; point < values.length; point++) {
                sum += (double) weights[point] * values[point];
            }
            double shift = whole ? Math.rint(sum / Math.max(1, total)) : sum / Math.max(1, total);
            for (int point = 0; point < values.length; point++) {
                values[point] = (float) (values[point] - shift);
            }
            origin[axis] = shift;
        }
        return wrap(axes, weights, origin);
    }

    /**
     * How many points there are, weights aside.
     *
     * @return at least 0
     */
    public int count() {
        return weights.length;
    }

    /**
     * Coordinates per point.
     *
     * @return at least 1
     */
    public int dimensions() {
        return axes.length;
    }

    /**
     * One coordinate of every point, for reading only.
     *
     * @param axis 0 … dimensions − 1
     * @return coordinates less the origin [count]
     */
    public float[] sharedAxis(int axis) {
        return axes[axis];
    }

    /**
     * The weights, for reading only.
     *
     * @return samples per point [count]
     */
    public int[] sharedWeights() {
        return weights;
    }

    /**
     * What to add to coordinates.
     *
     * @param axis 0 … dimensions − 1
     * @return the origin on that axis
     */
    public double origin(int axis) {
        return origin[axis];
    }

    /**
     * The origin on every axis.
     *
     * @return a copy [dimensions]
     */
    public double[] origin() {
        return origin.clone();
    }

    /**
     * Where points are the means of cells, the variance inside each cell, for reading only.
     *
     * @return squared distance of a cell's samples to its mean, mean over samples and axes [count]; empty for true points
     */
    public float[] sharedInner() {
        return inner;
    }

    Points reordered(int[] order) {
        float[][] moved = new float[axes.length][order.length];
        int[] carried = new int[order.length];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int at = 0; at < order.length; at++) {
                moved[axis][at] = axes[axis][order[at]];
            }
        }
        for (int at = 0; at < order.length; at++) {
            carried[at] = weights[order[at]];
        }
        float[] inside = new float[inner.length];
        for (int at = 0; at < inside.length; at++) {
            inside[at] = inner[order[at]];
        }
        return new Points(moved, carried, origin, inside);
    }
}
