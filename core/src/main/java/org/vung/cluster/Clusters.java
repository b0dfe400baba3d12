package org.vung.cluster;

/**
 * What k-means found.
 *
 * @param centres relative to the points' origin, one after the other [clusters · dimensions]; shared, not to be written to
 * @param weights samples nearest to each centre [clusters]; shared, not to be written to
 * @param inertia sum over all samples of the squared distance to their centre
 * @param iterations iterations of Lloyd's algorithm over all points
 * @param converged whether the last iteration moved no centre by more than the tolerance
 */
@SuppressWarnings("ArrayRecordComponent") // a hand-over between kernels; compared by nobody
public record Clusters(double[] centres, double[] weights, double inertia, int iterations, boolean converged) {

    /**
     * The number of clusters.
     *
     * @return at least 1
     */
    public int count() {
        return weights.length;
    }
}
