package org.vung.catalog;

import java.util.List;
import java.util.Locale;
import org.vung.classic.kmeans.KMeans;
import org.vung.classic.mixture.Covariance;
import org.vung.classic.mixture.GaussianMixture;
import org.vung.cluster.Stop;
import org.vung.feature.Space;

/** Clustering of colours: k-means and Gaussian mixtures. */
final class ClusteringMethods {

    private ClusteringMethods() {}

    static List<Method> all() {
        return List.of(kmeans(), em());
    }

    private static Method kmeans() {
        return Method.ofRegions(
                "kmeans",
                "k regions of like colour, each pixel with the nearest mean; labels by falling area",
                "S. Lloyd 1982; seeding: D. Arthur, S. Vassilvitskii 2007; auto: W. Krzanowski, Y. Lai 1988",
                List.of(
                        Option.integer("k", 3, "number of clusters; auto takes 2 … 10 by the Krzanowski–Lai criterion")
                                .atLeast(2)
                                .atMost(256)
                                .orWord("auto"),
                        Option.integer("seed", 0, "of the random starts"),
                        Option.integer("restarts", 10, "random starts, the one of least inertia is kept")
                                .atLeast(1)
                                .atMost(10000),
                        Option.integer("iterations", 300, "most iterations over all pixels")
                                .atLeast(1),
                        Option.number(
                                        "tolerance",
                                        0,
                                        "stops once the squared moves of the centres sum to this share of "
                                                + "the variance; 0 goes on to the fixed point")
                                .atLeast(0),
                        Option.word("space", "rgb", "where distances are measured", "rgb", "lab"),
                        Option.number("position", 0, "colour units that a step of one pixel counts; 0 for colour alone")
                                .atLeast(0)),
                ClusteringMethods::kmeans);
    }

    private static KMeans kmeans(Values values) {
        return new KMeans(new KMeans.Options(
                values.is("k", "auto") ? KMeans.Options.AUTO : values.integer("k"),
                values.integer("seed"),
                values.integer("restarts"),
                new Stop(values.integer("iterations"), values.number("tolerance")),
                values.is("space", "lab") ? Space.LAB : Space.RGB,
                values.number("position")));
    }

    private static Method em() {
        return Method.ofRegions(
                "em",
                "regions as Gaussian clouds of colour, each pixel with the likeliest; labels by falling weight",
                "A. Dempster, N. Laird, D. Rubin 1977; auto: G. Schwarz 1978",
                List.of(
                        Option.integer("k", 3, "number of components; auto takes 1 … 10 by the lowest BIC")
                                .atLeast(1)
                                .atMost(32)
                                .orWord("auto"),
                        Option.word("covariance", "full", "shapes of the clouds", "full", "tied", "diag", "spherical"),
                        Option.integer("iterations", 20, "most iterations over all pixels")
                                .atLeast(1),
                        Option.number("tolerance", 1e-3, "gain in mean log-likelihood below which it stops")
                                .atLeast(0),
                        Option.number(
                                        "regularisation",
                                        1e-6,
                                        "added to the diagonal of covariances, in squared samples")
                                .above(0),
                        Option.integer("starts", 24, "starts from k-means, the likeliest is kept")
                                .atLeast(1)
                                .atMost(1000),
                        Option.integer("seed", 0, "of the random starts")),
                ClusteringMethods::em);
    }

    private static GaussianMixture em(Values values) {
        return new GaussianMixture(new GaussianMixture.Options(
                values.is("k", "auto") ? GaussianMixture.Options.AUTO : values.integer("k"),
                Covariance.valueOf(values.text("covariance").toUpperCase(Locale.ROOT)),
                values.integer("iterations"),
                values.number("tolerance"),
                values.number("regularisation"),
                values.integer("starts"),
                values.integer("seed")));
    }
}
