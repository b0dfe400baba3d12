package org.vung.classic.mixture;

import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.feature.ColourPoints;
import org.vung.feature.Space;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * Fits a mixture of Gaussian distributions to the colours of an image by expectation–maximisation, and gives every pixel to
 * the component it most probably comes from.
 *
 * <p>A. Dempster, N. Laird, D. Rubin: Maximum Likelihood from Incomplete Data via the EM Algorithm. Journal of the Royal
 * Statistical Society B 39(1), 1977. G. Schwarz: Estimating the Dimension of a Model. Annals of Statistics 6(2), 1978.
 *
 * <p>Differs from the paper: a small number is added to the diagonal of every covariance, so that a component on a single
 * colour stays finite; the best of several starts, found over the mean colours of a few thousand cells, is climbed over all
 * pixels; a step stops the climb once it gains less than the tolerance.
 *
 * <p>Labels are numbered by falling weight. Pixels with a NaN or infinite channel take no part and share one more label
 * after the last. An image of fewer distinct colours than k gives as many components as colours, and a warning.
 */
public final class GaussianMixture implements Segmenter {

    private final Options options;

    /**
     * A segmenter.
     *
     * @param options what to fit
     */
    public GaussianMixture(Options options) {
        this.options = options;
    }

    /**
     * What to fit.
     *
     * @param components k, 1 … 32, or {@link #AUTO} for the number of lowest BIC from 1 to 10
     * @param covariance the shapes components may have
     * @param iterations most iterations over all pixels, at least 1
     * @param tolerance gain in mean log-likelihood below which the climb stops, at least 0
     * @param regularisation added to the diagonal of covariances, above 0, in the image's units squared
     * @param starts number of starts, at least 1
     * @param seed of the random starts
     */
    public record Options(
            int components,
            Covariance covariance,
            int iterations,
            double tolerance,
            double regularisation,
            int starts,
            long seed) {

        /** In place of a number of components: chosen by the image. */
        public static final int AUTO = 0;

        /** Checks every value. */
        public Options {
            if (components != AUTO && (components < 1 || components > 32)) {
                throw new IllegalArgumentException("components must be 1 … 32 or auto, got " + components);
            }
            if (iterations < 1) {
                throw new IllegalArgumentException("iterations must be at least 1, got " + iterations);
            }
            if (!(tolerance >= 0)) {
                throw new IllegalArgumentException("tolerance must be at least 0, got " + tolerance);
            }
            if (!(regularisation > 0) || Double.isInfinite(regularisation)) {
                throw new IllegalArgumentException("regularisation must be above 0, got " + regularisation);
            }
            if (starts < 1) {
                throw new IllegalArgumentException("starts must be at least 1, got " + starts);
            }
        }

        /**
         * The usual options: full covariances, 20 iterations, tolerance 1e-3, regularisation 1e-6, 24 starts, seed 0.
         *
         * @param k number of components or {@link #AUTO}
         * @return the options
         */
        public static Options components(int k) {
            return new Options(k, Covariance.FULL, 20, 1e-3, 1e-6, 24, 0);
        }

        /**
         * Another kind of covariance.
         *
         * @param other the shapes components may have
         * @return a copy
         */
        public Options withCovariance(Covariance other) {
            return new Options(components, other, iterations, tolerance, regularisation, starts, seed);
        }

        /**
         * Another end of the climb.
         *
         * @param most iterations, at least 1
         * @param gain in mean log-likelihood below which the climb stops, at least 0
         * @return a copy
         */
        public Options withStop(int most, double gain) {
            return new Options(components, covariance, most, gain, regularisation, starts, seed);
        }

        /**
         * Other starts.
         *
         * @param number at least 1
         * @param from any seed
         * @return a copy
         */
        public Options withStarts(int number, long from) {
            return new Options(components, covariance, iterations, tolerance, regularisation, number, from);
        }
    }

    /**
     * A mixture and how well it fits.
     *
     * @param mixture components by falling weight, or in the order of the given start
     * @param logLikelihood mean over the pixels of the log density of their colour, in the image's units
     * @param bic Bayesian information criterion, −2 · pixels · logLikelihood + free numbers · ln pixels; lower is better
     * @param iterations iterations over all pixels
     * @param converged whether the last iteration raised the mean log-likelihood by less than the tolerance
     */
    public record Fit(Mixture mixture, double logLikelihood, double bic, int iterations, boolean converged) {}

    /**
     * Fits a mixture.
     *
     * @param image any size and layout; opacity is ignored
     * @return the best mixture found; for {@code auto} the one of lowest BIC
     * @throws IllegalArgumentException if no pixel has finite channels
     */
    public Fit fit(Image image) {
        return Fitting.of(ColourPoints.of(image, Space.RGB, 0), options).best();
    }

    /**
     * Fits a mixture from a given one, one climb and no random start.
     *
     * @param image as many colour channels as the start
     * @param start where to climb from; components keep their order
     * @return the mixture climbed to
     * @throws IllegalArgumentException if the channels differ or no pixel has finite channels
     */
    public Fit fit(Image image, Mixture start) {
        return Fitting.of(ColourPoints.of(image, Space.RGB, 0), options).from(start);
    }

    /**
     * Divides an image by colour.
     *
     * @param image any size and layout; opacity is ignored
     * @return the most probable component of every pixel, by falling weight; findings {@code k, log_likelihood, bic,
     *     iterations, converged, weights, means} in the image's units
     */
    @Override
    public Partition segment(Image image) {
        ColourPoints colours = ColourPoints.of(image, Space.RGB, 0);
        if (colours.points().count() == 0) {
            return nothing(image);
        }
        Fitting fitting = Fitting.of(colours, options);
        Fit fit = fitting.best();
        int[] labels =
                colours.spread(fitting.labels(fit.mixture()), fit.mixture().components());
        return new Partition(LabelMap.wrap(image.size(), labels), findings(fit, colours));
    }

    private Findings findings(Fit fit, ColourPoints colours) {
        int components = fit.mixture().components();
        Findings findings = Findings.none()
                .with("k", components)
                .with("log_likelihood", fit.logLikelihood())
                .with("bic", fit.bic())
                .with("iterations", fit.iterations())
                .with("converged", fit.converged())
                .with("weights", fit.mixture().weights())
                .with("means", fit.mixture().means());
        if (colours.missing() > 0) {
            findings = findings.with("missing_pixels", colours.missing());
        }
        if (components < options.components()) {
            findings = findings.warn("found " + components + " distinct colours, fewer than k=" + options.components()
                    + "; each is a component of its own");
        }
        return fit.converged()
                ? findings
                : findings.warn(
                        "em had not converged after " + fit.iterations() + " iterations; raise iterations above "
                                + options.iterations() + " or tolerance above " + options.tolerance());
    }

    private static Partition nothing(Image image) {
        Findings findings = Findings.none()
                .with("k", 0)
                .with("missing_pixels", image.size().pixels())
                .warn("no pixel has finite channels, so nothing was fitted; check how the image was made");
        return new Partition(LabelMap.wrap(image.size(), new int[image.size().pixels()]), findings);
    }
}
