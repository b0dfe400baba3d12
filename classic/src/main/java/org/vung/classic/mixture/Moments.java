package org.vung.classic.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.cluster.Points;

/**
 * The expectation step: how much of every component the points hold, and their sums about the component's mean. Points are
 * taken in runs of {@code lanes}, and place i of each sum gathers the i-th points of all runs, so that the loops are free of
 * carried sums and the compiler can use vector instructions: about 5 × faster than adding up in one place.
 */
final class Moments {

    private static final int MOST_PARTS = 16;
    private static final int SMALLEST_PART = 4096;

    private final Parameters mixture;
    private final Covariance covariance;
    private final int lanes;
    /** Whether points are means of cells, whose inner variance counts too. */
    private final boolean cells;
    /** Per component: weight, sums [dimensions], products by rows; each [lanes]. */
    private final double[][] sums;

    private final double[] logLikelihoods;
    private final double[] residue;
    private final double[] logs;
    private final double[] product;

    private Moments(Parameters mixture, Covariance covariance, int lanes, boolean cells) {
        this.cells = cells;
        this.mixture = mixture;
        this.covariance = covariance;
        this.lanes = lanes;
        sums = new double[mixture.components * perComponent(mixture.dimensions, covariance)][lanes];
        logLikelihoods = new double[lanes];
        residue = new double[lanes];
        logs = new double[lanes];
        product = new double[lanes];
    }

    /** Over all points, in a fixed number of parts that are added in order: the same on any number of threads. */
    static Moments of(Points points, Parameters mixture, Covariance covariance) {
        int count = points.count();
        int parts = Math.max(1, Math.min(MOST_PARTS, count / SMALLEST_PART));
        int sums = mixture.components * perComponent(mixture.dimensions, covariance);
        int lanes = Math.max(16, Math.min(128, (1 << 16) / sums));
        List<Moments> all = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    Moments moments = new Moments(mixture, covariance, lanes, points.sharedInner().length > 0);
                    moments.add(points, (int) ((long) count * part / parts), (int) ((long) count * (part + 1) / parts));
                    return moments;
                })
                .toList();
        for (int part = 1; part < parts; part++) {
            all.get(0).plus(all.get(part));
        }
        return all.get(0);
    }

    static int perComponent(int dimensions, Covariance covariance) {
        int places = 1 + dimensions;
        for (int row = 0; row < dimensions; row++) {
            places += covariance.columns(row);
        }
        return places;
    }

    private void add(Points points, int from, int to) {
        Densities densities = new Densities(points, mixture, lanes);
        for (int start = from; start < to; start += lanes) {
            int count = Math.min(lanes, to - start);
            densities.load(start, count);
            addLogs(densities, count);
            double[] weights = densities.weights;
            double[] sum = densities.sum;
            for (int at = 0; at < count; at++) {
                weights[at] /= sum[at];
            }
            for (int component = 0; component < mixture.components; component++) {
                addShares(densities, component, count);
            }
        }
    }

    private void addLogs(Densities densities, int count) {
        FastMath.log(densities.sum, logs, count);
        double[] weights = densities.weights;
        double[] most = densities.most;
        for (int at = 0; at < count; at++) {
            logLikelihoods[at] += weights[at] * (most[at] + logs[at]);
        }
    }

    private void addShares(Densities densities, int component, int count) {
        int dimensions = mixture.dimensions;
        int place = component * (sums.length / mixture.components);
        double[] share = densities.shares[component];
        double[] weights = densities.weights;
        double[] total = sums[place++];
        for (int at = 0; at < count; at++) {
            share[at] *= weights[at];
            total[at] += share[at];
        }
        int products = place + dimensions;
        for (int row = 0; row < dimensions; row++) {
            centre(densities.axes[row], mixture.means[component * dimensions + row], count);
            addProduct(share, sums[place + row], count);
            int columns = covariance.columns(row);
            for (int column = row - columns + 1; column <= row; column++) {
                addProduct(
                        product,
                        densities.axes[column],
                        mixture.means[component * dimensions + column],
                        sums[products++],
                        count);
            }
            if (cells && columns > 0) {
                addProduct(share, densities.inner, 0, sums[products - 1], count);
            }
        }
    }

    private void centre(double[] axis, double mean, int count) {
        for (int at = 0; at < count; at++) {
            residue[at] = axis[at] - mean;
        }
    }

    /** Adds share · residue, and keeps it. */
    private void addProduct(double[] share, double[] into, int count) {
        for (int at = 0; at < count; at++) {
            double value = share[at] * residue[at];
            product[at] = value;
            into[at] += value;
        }
    }

    private static void addProduct(double[] one, double[] axis, double mean, double[] into, int count) {
        for (int at = 0; at < count; at++) {
            into[at] += one[at] * (axis[at] - mean);
        }
    }

    private void plus(Moments that) {
        for (int place = 0; place < sums.length; place++) {
            for (int at = 0; at < lanes; at++) {
                sums[place][at] += that.sums[place][at];
            }
        }
        for (int at = 0; at < lanes; at++) {
            logLikelihoods[at] += that.logLikelihoods[at];
        }
    }

    /** Σ weight · log density of the mixture. */
    double logLikelihood() {
        return Arrays.stream(logLikelihoods).sum();
    }

    /** Per component: weight, sums about its mean, and products by rows as far as the covariance needs them. */
    double[][] found() {
        int places = sums.length / mixture.components;
        double[][] found = new double[mixture.components][places];
        for (int place = 0; place < sums.length; place++) {
            double sum = 0;
            for (double value : sums[place]) {
                sum += value;
            }
            found[place / places][place % places] = sum;
        }
        return found;
    }
}
