package org.vung.classic.mixture;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vung.cluster.PointTree;
import org.vung.cluster.Points;
import org.vung.feature.ColourPoints;

/** One image being fitted. */
final class Fitting {

    private static final int MOST_BY_ITSELF = 10;
    private static final int LANES = 128;

    private final PointTree tree;
    private final GaussianMixture.Options options;

    private Fitting(PointTree tree, GaussianMixture.Options options) {
        this.tree = tree;
        this.options = options;
    }

    static Fitting of(ColourPoints colours, GaussianMixture.Options options) {
        if (colours.points().count() == 0) {
            throw new IllegalArgumentException(
                    "image must have a pixel of finite channels, got " + colours.missing() + " that are not");
        }
        return new Fitting(PointTree.of(colours.points()), options);
    }

    GaussianMixture.Fit best() {
        if (options.components() != GaussianMixture.Options.AUTO) {
            return best(options.components());
        }
        GaussianMixture.Fit lowest = best(1);
        for (int components = 2; components <= MOST_BY_ITSELF; components++) {
            GaussianMixture.Fit fit = best(components);
            lowest = fit.bic() < lowest.bic() ? fit : lowest;
        }
        return lowest;
    }

    private GaussianMixture.Fit best(int components) {
        GaussianMixture.Fit highest = null;
        for (Parameters start : Starts.finalists(tree, components, options)) {
            GaussianMixture.Fit fit = fit(Climb.from(start, tree.points(), options), true);
            highest = highest == null || fit.logLikelihood() > highest.logLikelihood() ? fit : highest;
        }
        return Objects.requireNonNull(highest);
    }

    GaussianMixture.Fit from(Mixture start) {
        return fit(Climb.from(start.about(tree.points()), tree.points(), options), false);
    }

    private GaussianMixture.Fit fit(Climb climb, boolean sorted) {
        Points points = tree.points();
        Parameters top = sorted ? byWeight(climb.mixture) : climb.mixture;
        double height = Moments.of(points, top, options.covariance()).logLikelihood();
        int free = top.components * (1 + top.dimensions)
                - 1
                + options.covariance().parameters(top.components, top.dimensions);
        double total = tree.weight();
        double bic = -2 * height + free * Math.log(total);
        return new GaussianMixture.Fit(Mixture.of(top, points), height / total, bic, climb.iterations, climb.converged);
    }

    private Parameters byWeight(Parameters found) {
        Integer[] order = IntStream.range(0, found.components).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> Double.compare(found.weights[other], found.weights[one]));
        double[] weights = new double[order.length];
        double[] means = new double[found.means.length];
        double[][] covariances = new double[order.length][];
        for (int place = 0; place < order.length; place++) {
            weights[place] = found.weights[order[place]];
            covariances[place] = found.covariances[order[place]];
            System.arraycopy(
                    found.means, order[place] * found.dimensions, means, place * found.dimensions, found.dimensions);
        }
        return new Parameters(weights, means, covariances, options.regularisation());
    }

    /** The most probable component of every point, in the order of the image's points. */
    int[] labels(Mixture mixture) {
        Points points = tree.points();
        Densities densities = new Densities(points, mixture.about(points), LANES);
        int[] labels = new int[points.count()];
        for (int start = 0; start < labels.length; start += LANES) {
            int count = Math.min(LANES, labels.length - start);
            densities.load(start, count);
            for (int at = 0; at < count; at++) {
                int best = 0;
                for (int component = 1; component < densities.shares.length; component++) {
                    best = densities.shares[component][at] > densities.shares[best][at] ? component : best;
                }
                labels[start + at] = best;
            }
        }
        return tree.inGivenOrder(labels);
    }
}
