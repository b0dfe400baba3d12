package org.vung.classic.quickshift;

import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Quickshift in the space of colour and place: links every pixel to its nearest neighbour of higher density and cuts the
 * long links; what hangs together is a region.
 *
 * <p>A. Vedaldi and S. Soatto, "Quick Shift and Kernel Methods for Mode Seeking", ECCV 2008. Labels equal those of
 * scikit-image 0.19 for 8- and 16-bit images, with the same tie-breaking noise drawn from the same seed.
 *
 * <p>Differs from the paper: density and links are sought in a window of 3 kernel widths; noise of 1e-5 breaks ties. Differs
 * from scikit-image: float images are worked in double precision too; grey pictures count as colours without hue, so that
 * their distances are those of L; pixels with a sample that is not finite are read as black.
 */
public final class QuickShift implements Segmenter {

    /** The space in which colours are compared. */
    public enum Space {
        /** CIELAB, L 0 … 100; for pictures, grey or colour. */
        LAB,
        /** The channels themselves, white = 1; for pictures and bands. */
        RAW
    }

    /**
     * What quickshift may be told.
     *
     * @param kernel deviation of the Gaussian that sums the density, at least 1, in pixels and units of weighted colour; σ
     *     in the paper
     * @param distance links longer than this are cut, at least 0, same units; τ in the paper
     * @param ratio weight of colour against place, 0 … 1000; λ in the paper
     * @param sigma deviation of the Gaussian blur beforehand, at least 0, in pixels; 0 is none
     * @param seed of the noise that breaks ties, at least 0
     * @param space where colours are compared
     */
    public record Options(double kernel, double distance, double ratio, double sigma, long seed, Space space) {
        /** Checks every value. */
        public Options {
            require(kernel >= 1 && kernel <= 500, "kernel must be 1 … 500, got " + kernel);
            require(distance >= 0, "distance must be at least 0, got " + distance);
            require(ratio >= 0 && ratio <= 1000, "ratio must be 0 … 1000, got " + ratio);
            require(sigma >= 0 && sigma <= 500, "sigma must be 0 … 500, got " + sigma);
            require(seed >= 0, "seed must be at least 0, got " + seed);
        }

        /**
         * The options of the tutorial's picture: kernel 5, distance 10, ratio 0.5, no blur, seed 42, CIELAB.
         *
         * @return the defaults
         */
        public static Options usual() {
            return new Options(5, 10, 0.5, 0, 42, Space.LAB);
        }

        /**
         * Sets the width of the density.
         *
         * @param kernel at least 1
         * @return a copy
         */
        public Options withKernel(double kernel) {
            return new Options(kernel, distance, ratio, sigma, seed, space);
        }

        /**
         * Sets the longest link.
         *
         * @param distance at least 0
         * @return a copy
         */
        public Options withDistance(double distance) {
            return new Options(kernel, distance, ratio, sigma, seed, space);
        }

        /**
         * Sets the weight of colour.
         *
         * @param ratio 0 … 1000
         * @return a copy
         */
        public Options withRatio(double ratio) {
            return new Options(kernel, distance, ratio, sigma, seed, space);
        }

        /**
         * Sets the blur beforehand.
         *
         * @param sigma at least 0, in pixels
         * @return a copy
         */
        public Options withSigma(double sigma) {
            return new Options(kernel, distance, ratio, sigma, seed, space);
        }

        /**
         * Sets the seed of the noise.
         *
         * @param seed at least 0
         * @return a copy
         */
        public Options withSeed(long seed) {
            return new Options(kernel, distance, ratio, sigma, seed, space);
        }

        /**
         * Sets where colours are compared.
         *
         * @param space CIELAB or the channels themselves
         * @return a copy
         */
        public Options withSpace(Space space) {
            return new Options(kernel, distance, ratio, sigma, seed, space);
        }

        /** Pixels that the density looks at in each direction. */
        int reach() {
            return (int) Math.ceil(3 * kernel);
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
    public QuickShift(Options options) {
        this.options = options;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Findings: {@code regions}; {@code mean_link}, the mean length of the links kept.
     */
    @Override
    public Partition segment(Image image) {
        return segment(image, TieNoise.of(options.seed(), image.size().pixels()));
    }

    /**
     * Segments with noise of one's own.
     *
     * @param image any size
     * @param noise added to the density, one number a pixel, row by row
     * @return regions numbered in the raster order of their densest pixels
     */
    public Partition segment(Image image, double[] noise) {
        WeightedColours colours = WeightedColours.of(image, options);
        return link(colours, noise, options.distance()).cut(options.distance());
    }

    /**
     * The whole tree, with links of any length inside the window, to be cut at distances of one's choice.
     *
     * @param image any size
     * @return the tree
     */
    public LinkTree tree(Image image) {
        double[] noise = TieNoise.of(options.seed(), image.size().pixels());
        return link(WeightedColours.of(image, options), noise, Double.POSITIVE_INFINITY);
    }

    /**
     * The whole tree over colours, or any other features, in double precision.
     *
     * @param size height and width
     * @param colours interleaved, row by row, as many for each pixel; blurred and weighted as the options say, the space is
     *     not asked
     * @param noise added to the density, one number a pixel, row by row
     * @return the tree
     */
    public LinkTree tree(Size size, double[] colours, double[] noise) {
        return link(WeightedColours.of(size, colours.clone(), options), noise, Double.POSITIVE_INFINITY);
    }

    private LinkTree link(WeightedColours colours, double[] noise, double longest) {
        int pixels = colours.size().pixels();
        Options.require(
                noise.length == pixels,
                "noise must hold a number for each of " + pixels + " pixels, got " + noise.length);
        double[] density = Density.of(colours, options.kernel(), options.reach(), noise);
        return new Links(colours, density, options.reach(), longest).nearest();
    }
}
