package org.vung.classic.meanshift;

import org.vung.Findings;
import org.vung.ImageFilter;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.classic.meanshift.joint.Painting;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * Mean shift on colours: the modes of the density of an image's colours, and each pixel's nearest mode. The number of
 * regions comes out by itself.
 *
 * <p>K. Fukunaga and L. Hostetler, "The Estimation of the Gradient of a Density Function", IEEE Transactions on Information
 * Theory 21(1), 1975; D. Comaniciu and P. Meer, PAMI 24(5), 2002. With the flat kernel modes and labels equal those of
 * scikit-learn's {@code MeanShift}, met at a fraction of its cost: pixels of one colour are one point, and a tree with sums
 * gives a mean over a ball without a look at the points inside.
 *
 * <p>Differs from the paper: a pixel goes to the mode nearest to its colour, not to the one its colour would climb to; modes
 * within a bandwidth of a denser one are struck out; with the Gaussian and Epanechnikov weights, colours that lie within an
 * eighth of the bandwidth may count at their mean. Colours with a sample that is not finite count as black.
 */
public final class ColourMeanShift implements Segmenter, ImageFilter {

    /**
     * What mean shift on colours may be told.
     *
     * @param bandwidth radius of the kernel in units of the space; h in the paper; 0 finds it by the quantile
     * @param quantile share of the sample that lies within the bandwidth, above 0 … 1; used where the bandwidth is found
     * @param samples pixels from which the bandwidth is found, 2 … 20000
     * @param kernel weights of the neighbours; g in the paper
     * @param space where colours are compared
     * @param seeds where centres start
     * @param iterations the most steps of a centre, at least 1
     */
    public record Options(
            double bandwidth, double quantile, int samples, Kernel kernel, Space space, Seeds seeds, int iterations) {
        /** Checks every value. */
        public Options {
            require(bandwidth >= 0 && bandwidth < 1e12, "bandwidth must be above 0, or 0 to find it, got " + bandwidth);
            require(quantile > 0 && quantile <= 1, "quantile must be above 0 … 1, got " + quantile);
            require(samples >= 2 && samples <= 20000, "samples must be 2 … 20000, got " + samples);
            require(iterations >= 1, "iterations must be at least 1, got " + iterations);
        }

        /**
         * A bandwidth found by the nearest-neighbour quantile 0.3, flat kernel, RGB, binned seeds.
         *
         * @return the defaults
         */
        public static Options usual() {
            return new Options(0, 0.3, 1000, Kernel.FLAT, Space.RGB, Seeds.BINNED, 300);
        }

        /**
         * Sets the bandwidth.
         *
         * @param bandwidth in units of the space, or 0 to find it
         * @return a copy
         */
        public Options withBandwidth(double bandwidth) {
            return new Options(bandwidth, quantile, samples, kernel, space, seeds, iterations);
        }

        /**
         * Sets how the bandwidth is found.
         *
         * @param quantile above 0 … 1
         * @param samples 2 … 20000
         * @return a copy
         */
        public Options withQuantile(double quantile, int samples) {
            return new Options(bandwidth, quantile, samples, kernel, space, seeds, iterations);
        }

        /**
         * Sets the weights.
         *
         * @param kernel flat, Gaussian or Epanechnikov
         * @return a copy
         */
        public Options withKernel(Kernel kernel) {
            return new Options(bandwidth, quantile, samples, kernel, space, seeds, iterations);
        }

        /**
         * Sets where colours are compared.
         *
         * @param space RGB or CIELAB
         * @return a copy
         */
        public Options withSpace(Space space) {
            return new Options(bandwidth, quantile, samples, kernel, space, seeds, iterations);
        }

        /**
         * Sets where centres start.
         *
         * @param seeds a grid's knots or every colour
         * @return a copy
         */
        public Options withSeeds(Seeds seeds) {
            return new Options(bandwidth, quantile, samples, kernel, space, seeds, iterations);
        }

        private static void require(boolean holds, String complaint) {
            if (!holds) {
                throw new IllegalArgumentException(complaint);
            }
        }
    }

    private final Options options;

    /**
     * A segmenter with these options.
     *
     * @param options checked already
     */
    public ColourMeanShift(Options options) {
        this.options = options;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Labels are numbered from the densest mode. Findings: {@code bandwidth}; {@code modes}; {@code iterations}, the most
     * steps of any centre; {@code converged}; {@code centres}, a row per mode in units of the space.
     */
    @Override
    public Partition segment(Image image) {
        Features features = Features.of(image, options.space());
        double bandwidth = bandwidth(features);
        Modes modes = Modes.climb(features, bandwidth, options);
        int[] labels = features.spread(modes.nearest(features));
        return new Partition(LabelMap.wrap(image.size(), labels), findings(modes));
    }

    /**
     * Gives every pixel the mean colour of its region.
     *
     * @param image any size; never changed
     * @return an image of the same size and sample type without opacity
     */
    @Override
    public Image filter(Image image) {
        return Painting.means(image, segment(image).labels());
    }

    private double bandwidth(Features features) {
        if (options.bandwidth() > 0) {
            return options.bandwidth();
        }
        double found = Bandwidth.estimate(features, options.quantile(), options.samples());
        return found > 0 ? found : 1;
    }

    private Findings findings(Modes modes) {
        Findings findings = Findings.none()
                .with("bandwidth", modes.bandwidth())
                .with("modes", modes.centres().size())
                .with("iterations", modes.iterations())
                .with("converged", modes.converged())
                .with("centres", modes.table());
        return modes.converged()
                ? findings
                : findings.warn("centres still moved after " + options.iterations() + " steps; allow more iterations");
    }
}
