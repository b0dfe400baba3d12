package org.vung.classic.mixture;

import java.util.Arrays;
import org.vung.cluster.Points;
import org.vung.feature.ColourPoints;
import org.vung.feature.Space;
import org.vung.image.Image;

/** A mixture of Gaussian distributions of colour, in the units of the image it was fitted to. Immutable. */
public final class Mixture {

    private static final int LANES = 128;

    private final double[] weights;
    private final double[][] means;
    private final double[][][] covariances;

    private Mixture(double[] weights, double[][] means, double[][][] covariances) {
        this.weights = weights;
        this.means = means;
        this.covariances = covariances;
    }

    /**
     * A mixture of given components.
     *
     * @param weights share of each component, above 0, together 1 [k]
     * @param means colour of each component [k][channels]
     * @param covariances symmetric and positive definite [k][channels][channels]
     * @return the mixture, over copies
     */
    public static Mixture of(double[] weights, double[][] means, double[][][] covariances) {
        int components = weights.length;
        if (components == 0 || means.length != components || covariances.length != components) {
            throw new IllegalArgumentException("weights, means and covariances must be as many, at least 1, got "
                    + components + ", " + means.length + " and " + covariances.length);
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("weights must be above 0, got " + Arrays.toString(weights));
            }
            sum += weight;
        }
        if (!(Math.abs(sum - 1) < 1e-6)) {
            throw new IllegalArgumentException("weights must sum to 1, got " + sum);
        }
        for (int component = 0; component < components; component++) {
            checkShape(means[component].length, means[0].length, covariances[component]);
            checkDefinite(covariances[component]);
        }
        return new Mixture(weights.clone(), copy(means), copy(covariances));
    }

    static Mixture of(Parameters parameters, Points points) {
        int dimensions = parameters.dimensions;
        double[][] means = new double[parameters.components][dimensions];
        double[][][] covariances = new double[parameters.components][dimensions][];
        for (int component = 0; component < means.length; component++) {
            for (int axis = 0; axis < dimensions; axis++) {
                means[component][axis] = parameters.means[component * dimensions + axis] + points.origin(axis);
                covariances[component][axis] = Arrays.copyOfRange(
                        parameters.covariances[component], axis * dimensions, (axis + 1) * dimensions);
            }
        }
        return new Mixture(parameters.weights.clone(), means, covariances);
    }

    Parameters about(Points points) {
        int dimensions = points.dimensions();
        if (means[0].length != dimensions) {
            throw new IllegalArgumentException("image must have " + means[0].length
                    + " colour channels as the mixture, got " + dimensions + "; fit another mixture");
        }
        double[] flat = new double[means.length * dimensions];
        double[][] matrices = new double[means.length][dimensions * dimensions];
        for (int component = 0; component < means.length; component++) {
            for (int axis = 0; axis < dimensions; axis++) {
                flat[component * dimensions + axis] = means[component][axis] - points.origin(axis);
                System.arraycopy(covariances[component][axis], 0, matrices[component], axis * dimensions, dimensions);
            }
        }
        return new Parameters(weights.clone(), flat, matrices, Double.MIN_NORMAL);
    }

    /**
     * How many components.
     *
     * @return k, at least 1
     */
    public int components() {
        return weights.length;
    }

    /**
     * The share of each component.
     *
     * @return a copy [k], together 1
     */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The mean colour of each component.
     *
     * @return a copy [k][channels], in the image's units
     */
    public double[][] means() {
        return copy(means);
    }

    /**
     * The covariance of each component, written out in full whatever its kind.
     *
     * @return a copy [k][channels][channels], in the image's units squared
     */
    public double[][][] covariances() {
        return copy(covariances);
    }

    /**
     * How far each pixel belongs to each component: the probability of the component given the colour.
     *
     * @param image as many colour channels as the mixture
     * @return row by row [height · width · k], for every pixel together 1; all 0 where a channel is NaN or infinite
     * @throws IllegalArgumentException if the channels differ
     */
    public float[] memberships(Image image) {
        ColourPoints colours = ColourPoints.of(image, Space.RGB, 0);
        Points points = colours.points();
        Densities densities = new Densities(points, about(points), LANES);
        int components = weights.length;
        float[] perPoint = new float[points.count() * components];
        for (int start = 0; start < points.count(); start += LANES) {
            int count = Math.min(LANES, points.count() - start);
            densities.load(start, count);
            for (int at = 0; at < count; at++) {
                for (int component = 0; component < components; component++) {
                    perPoint[(start + at) * components + component] =
                            (float) (densities.shares[component][at] / densities.sum[at]);
                }
            }
        }
        int[] index = colours.index();
        float[] memberships = new float[Math.multiplyExact(index.length, components)];
        for (int pixel = 0; pixel < index.length; pixel++) {
            if (index[pixel] >= 0) {
                System.arraycopy(perPoint, index[pixel] * components, memberships, pixel * components, components);
            }
        }
        return memberships;
    }

    private static void checkShape(int channels, int expected, double[][] covariance) {
        boolean square = channels == expected && covariance.length == expected;
        for (double[] row : covariance) {
            square &= row.length == expected;
        }
        if (!square || expected == 0) {
            throw new IllegalArgumentException(
                    "means must have as many channels each and covariances be square in them, got means of " + expected
                            + " and " + channels + " and " + covariance.length + " rows");
        }
    }

    private static void checkDefinite(double[][] covariance) {
        int size = covariance.length;
        double[] flat = new double[size * size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(covariance[row], 0, flat, row * size, size);
        }
        double[] lower = Triangles.cholesky(flat, 0);
        for (int axis = 0; axis < size; axis++) {
            if (!(lower[axis * size + axis] > 0)) {
                throw new IllegalArgumentException(
                        "covariances must be positive definite, got " + Arrays.deepToString(covariance));
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        return copy;
    }

    private static double[][][] copy(double[][][] matrices) {
        double[][][] copy = new double[matrices.length][][];
        for (int at = 0; at < matrices.length; at++) {
            copy[at] = copy(matrices[at]);
        }
        return copy;
    }
}
