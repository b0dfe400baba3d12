package org.vung.classic.mixture;

import org.vung.cluster.Points;

/** Expectation–maximisation from one start: the likelihood climbs with every iteration. */
final class Climb {

    final Parameters mixture;
    final int iterations;
    final boolean converged;

    private Climb(Parameters mixture, int iterations, boolean converged) {
        this.mixture = mixture;
        this.iterations = iterations;
        this.converged = converged;
    }

    static Climb from(Parameters start, Points points, GaussianMixture.Options options) {
        return from(start, points, options, options.iterations(), options.tolerance());
    }

    /**
     * A climb of another length.
     *
     * @param most iterations in place of the option's
     * @param tolerance in place of the option's
     */
    static Climb from(Parameters start, Points points, GaussianMixture.Options options, int most, double tolerance) {
        Maximisation maximisation = new Maximisation(points, options.covariance(), options.regularisation());
        Parameters mixture = start;
        double before = Double.NEGATIVE_INFINITY;
        int iterations = 0;
        boolean converged = false;
        while (iterations < most && !converged) {
            Moments moments = Moments.of(points, mixture, options.covariance());
            mixture = maximisation.of(moments.found(), mixture.means);
            double mean = moments.logLikelihood() / maximisation.total();
            converged = Math.abs(mean - before) < tolerance;
            before = mean;
            iterations++;
        }
        return new Climb(mixture, iterations, converged);
    }
}
