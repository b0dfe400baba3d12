package org.vung.classic.mixture;

import java.util.Arrays;
import org.vung.cluster.Points;

/** The maximisation step: the mixture that fits best what the expectation step found. */
final class Maximisation {

    /** Keeps a component that lost all its points from dividing by zero. */
    private static final double TRACE = 10 * Math.ulp(1.0);

    private final Covariance covariance;
    private final double regularisation;
    private final double total;
    /** Mean of x xᵀ over all points [dimensions · dimensions]; only for {@link Covariance#TIED}. */
    private final double[] spread;

    Maximisation(Points points, Covariance covariance, double regularisation) {
        this.covariance = covariance;
        this.regularisation = regularisation;
        double sum = 0;
        for (int weight : points.sharedWeights()) {
            sum += weight;
        }
        total = sum;
        spread = covariance == Covariance.TIED ? spread(points, total) : new double[0];
    }

    double total() {
        return total;
    }

    /**
     * The best mixture.
     *
     * @param found weight, sums and products per component
     * @param about the means that sums and products are about [components · dimensions]
     */
    Parameters of(double[][] found, double[] about) {
        int components = found.length;
        int dimensions = about.length / components;
        double[] weights = new double[components];
        double[] means = new double[components * dimensions];
        double[][] covariances = new double[components][];
        double sum = 0;
        for (int component = 0; component < components; component++) {
            weights[component] = found[component][0] + TRACE;
            sum += weights[component];
            double[] shift = new double[dimensions];
            for (int axis = 0; axis < dimensions; axis++) {
                shift[axis] = found[component][1 + axis] / weights[component];
                means[component * dimensions + axis] = about[component * dimensions + axis] + shift[axis];
            }
            covariances[component] = scatter(found[component], weights[component], shift);
        }
        if (covariance == Covariance.TIED) {
            Arrays.fill(covariances, tied(weights, means, dimensions));
        }
        for (int component = 0; component < components; component++) {
            weights[component] /= sum;
        }
        return new Parameters(weights, means, covariances, regularisation);
    }

    private double[] scatter(double[] found, double weight, double[] shift) {
        int dimensions = shift.length;
        double[] matrix = new double[dimensions * dimensions];
        int place = 1 + dimensions;
        for (int row = 0; row < dimensions; row++) {
            int columns = covariance.columns(row);
            for (int column = row - columns + 1; column <= row; column++) {
                double value = found[place++] / weight - shift[row] * shift[column];
                matrix[row * dimensions + column] = value;
                matrix[column * dimensions + row] = value;
            }
        }
        for (int axis = 0; axis < dimensions; axis++) {
            matrix[axis * dimensions + axis] += regularisation;
        }
        return covariance == Covariance.SPHERICAL ? ball(matrix, dimensions) : matrix;
    }

    private static double[] ball(double[] matrix, int dimensions) {
        double trace = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            trace += matrix[axis * dimensions + axis];
        }
        for (int axis = 0; axis < dimensions; axis++) {
            matrix[axis * dimensions + axis] = trace / dimensions;
        }
        return matrix;
    }

    private double[] tied(double[] weights, double[] means, int dimensions) {
        double[] matrix = spread.clone();
        for (int row = 0; row < dimensions; row++) {
            for (int column = 0; column < dimensions; column++) {
                double ofMeans = 0;
                for (int component = 0; component < weights.length; component++) {
                    int at = component * dimensions;
                    ofMeans += weights[component] * means[at + row] * means[at + column];
                }
                matrix[row * dimensions + column] -= ofMeans / total;
            }
            matrix[row * dimensions + row] += regularisation;
        }
        return matrix;
    }

    private static double[] spread(Points points, double total) {
        int dimensions = points.dimensions();
        int[] weights = points.sharedWeights();
        double[] spread = new double[dimensions * dimensions];
        for (int row = 0; row < dimensions; row++) {
            for (int column = 0; column <= row; column++) {
                float[] one = points.sharedAxis(row);
                float[] other = points.sharedAxis(column);
                double sum = 0;
                for (int point = 0; point < weights.length; point++) {
                    sum += (double) one[point] * (double) other[point] * weights[point];
                }
                spread[row * dimensions + column] = sum / total;
                spread[column * dimensions + row] = sum / total;
            }
        }
        float[] inner = points.sharedInner();
        for (int point = 0; point < inner.length; point++) {
            for (int axis = 0; axis < dimensions; axis++) {
                spread[axis * dimensions + axis] += weights[point] * (double) inner[point] / total;
            }
        }
        return spread;
    }
}
