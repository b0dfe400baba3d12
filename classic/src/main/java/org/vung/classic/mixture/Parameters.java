package org.vung.classic.mixture;

/**
 * A mixture as the kernels want it: means relative to the points' origin, and instead of each covariance C the lower
 * triangle F with FᵀF = C⁻¹, so that a squared Mahalanobis distance is |F (x − mean)|².
 */
final class Parameters {

    final int components;
    final int dimensions;
    /** [components] */
    final double[] weights;
    /** [components · dimensions] */
    final double[] means;
    /** [components][dimensions · dimensions] */
    final double[][] covariances;
    /** [components][dimensions · dimensions] */
    final double[][] factors;
    /** Log density at the mean, plus log weight [components]. */
    final double[] peaks;

    /** @param leastPivot what rounding may not push a covariance's pivots below: the regularisation */
    Parameters(double[] weights, double[] means, double[][] covariances, double leastPivot) {
        components = weights.length;
        dimensions = means.length / components;
        this.weights = weights;
        this.means = means;
        this.covariances = covariances;
        factors = new double[components][];
        peaks = new double[components];
        for (int component = 0; component < components; component++) {
            factors[component] = Triangles.inverse(Triangles.cholesky(covariances[component], leastPivot), dimensions);
            double logs = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                logs += Math.log(factors[component][axis * dimensions + axis]);
            }
            peaks[component] = Math.log(weights[component]) - 0.5 * dimensions * Math.log(2 * Math.PI) + logs;
        }
    }
}
