package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.vung.Findings;
import org.vung.classic.kmeans.KMeans;
import org.vung.classic.mixture.Covariance;
import org.vung.classic.mixture.GaussianMixture;
import org.vung.classic.mixture.Mixture;
import org.vung.cluster.Stop;
import org.vung.image.Image;
import tools.jackson.databind.JsonNode;

/** Clustering from given starts, which method texts cannot carry. */
final class ClusterTasks {

    private ClusterTasks() {}

    /** {@code image, start} (float64 [k, channels]), {@code [iterations]} → findings. */
    static Map<String, Object> kmeans(JsonNode request) throws IOException {
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        double[][] start = rows(request, "start", image.channels());
        Stop stop = new Stop(request.path("iterations").asInt(300), 0);
        Findings findings = new KMeans(KMeans.Options.clusters(start.length).withStop(stop))
                .segment(image, start)
                .findings();
        return Map.of("findings", findings.values());
    }

    /**
     * {@code image, covariance, iterations, tolerance, weights} [k], {@code means} [k, channels], {@code covariances} [k,
     * channels, channels] → log_likelihood, iterations, weights, means.
     */
    static Map<String, Object> em(JsonNode request) throws IOException {
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        int channels = image.channels();
        double[] weights = Npy.readDoubles(Path.of(request.path("weights").asString()));
        double[][] flat = rows(request, "covariances", channels * channels);
        double[][][] covariances = new double[weights.length][channels][];
        for (int component = 0; component < weights.length; component++) {
            for (int row = 0; row < channels; row++) {
                covariances[component][row] = Arrays.copyOfRange(flat[component], row * channels, (row + 1) * channels);
            }
        }
        Covariance covariance =
                Covariance.valueOf(request.path("covariance").asString().toUpperCase(Locale.ROOT));
        GaussianMixture.Options options = GaussianMixture.Options.components(weights.length)
                .withCovariance(covariance)
                .withStop(
                        request.path("iterations").asInt(),
                        request.path("tolerance").asDouble());
        GaussianMixture.Fit fit = new GaussianMixture(options)
                .fit(image, Mixture.of(weights, rows(request, "means", channels), covariances));
        return Map.of(
                "log_likelihood", fit.logLikelihood(),
                "bic", fit.bic(),
                "iterations", fit.iterations(),
                "weights", fit.mixture().weights(),
                "means", fit.mixture().means());
    }

    private static double[][] rows(JsonNode request, String name, int columns) throws IOException {
        double[] values = Npy.readDoubles(Path.of(request.path(name).asString()));
        double[][] rows = new double[values.length / columns][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
        }
        return rows;
    }
}
