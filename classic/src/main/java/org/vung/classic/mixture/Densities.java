package org.vung.classic.mixture;

import org.vung.cluster.Points;

/** Work space of one thread: log densities of a short run of points, each in every component. */
final class Densities {

    /** Coordinates of the run [dimensions][lanes]. */
    final double[][] axes;
    /** Variance per axis inside the cells that the points stand for; stays 0 for true points [lanes]. */
    final double[] inner;
    /** Weights of the run [lanes]. */
    final double[] weights;
    /** After {@link #load}: log (weight · density) less {@link #most}, then its exponential [components][lanes]. */
    final double[][] shares;
    /** The largest log over the components [lanes]. */
    final double[] most;
    /** Sum of the shares, 1 … components [lanes]. */
    final double[] sum;

    private final Points points;
    private final Parameters mixture;
    private final double[] row;

    Densities(Points points, Parameters mixture, int lanes) {
        this.points = points;
        this.mixture = mixture;
        axes = new double[mixture.dimensions][lanes];
        weights = new double[lanes];
        inner = new double[lanes];
        shares = new double[mixture.components][lanes];
        most = new double[lanes];
        sum = new double[lanes];
        row = new double[lanes];
    }

    /** Computes everything for points {@code from} … {@code from + count − 1}. */
    void load(int from, int count) {
        int[] given = points.sharedWeights();
        for (int at = 0; at < count; at++) {
            weights[at] = given[from + at];
        }
        float[] inside = points.sharedInner();
        for (int at = 0; at < Math.min(count, inside.length); at++) {
            inner[at] = inside[from + at];
        }
        for (int axis = 0; axis < axes.length; axis++) {
            float[] coordinates = points.sharedAxis(axis);
            double[] here = axes[axis];
            for (int at = 0; at < count; at++) {
                here[at] = coordinates[from + at];
            }
        }
        for (int component = 0; component < shares.length; component++) {
            distances(component, count);
        }
        findMost(count);
        normalise(count);
    }

    /** Writes log (weight · density) of one component to its shares. */
    private void distances(int component, int count) {
        int dimensions = mixture.dimensions;
        double[] factor = mixture.factors[component];
        double[] out = shares[component];
        double peak = mixture.peaks[component];
        for (int at = 0; at < count; at++) {
            out[at] = peak;
        }
        if (points.sharedInner().length > 0) {
            lower(out, factor, count);
        }
        for (int line = 0; line < dimensions; line++) {
            double shift = 0;
            for (int axis = 0; axis <= line; axis++) {
                shift -= factor[line * dimensions + axis] * mixture.means[component * dimensions + axis];
            }
            for (int at = 0; at < count; at++) {
                row[at] = shift;
            }
            for (int axis = 0; axis <= line; axis++) {
                double times = factor[line * dimensions + axis];
                if (times != 0) {
                    addTimes(axes[axis], times, count);
                }
            }
            for (int at = 0; at < count; at++) {
                out[at] -= 0.5 * row[at] * row[at];
            }
        }
    }

    /** A cell's mean log density is lower than the density at its mean by half its scatter in Mahalanobis distance. */
    private void lower(double[] out, double[] factor, int count) {
        double trace = 0;
        for (double entry : factor) {
            trace += entry * entry;
        }
        for (int at = 0; at < count; at++) {
            out[at] -= 0.5 * trace * inner[at];
        }
    }

    private void addTimes(double[] axis, double times, int count) {
        for (int at = 0; at < count; at++) {
            row[at] += times * axis[at];
        }
    }

    private void findMost(int count) {
        System.arraycopy(shares[0], 0, most, 0, count);
        for (int component = 1; component < shares.length; component++) {
            double[] logs = shares[component];
            for (int at = 0; at < count; at++) {
                most[at] = Math.max(most[at], logs[at]);
            }
        }
    }

    private void normalise(int count) {
        for (int at = 0; at < count; at++) {
            sum[at] = 0;
        }
        for (double[] share : shares) {
            for (int at = 0; at < count; at++) {
                share[at] -= most[at];
            }
            FastMath.exp(share, count);
            for (int at = 0; at < count; at++) {
                sum[at] += share[at];
            }
        }
    }
}
