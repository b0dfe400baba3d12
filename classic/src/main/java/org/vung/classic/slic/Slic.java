package org.vung.classic.slic;

import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * Simple linear iterative clustering (Achanta et al., TPAMI 2012): k-means over colour and place in which a pixel looks
 * only at the centres near it, from a regular grid of seeds.
 *
 * <p>Differs from the paper, each time as scikit-image 0.19 does, whose labels it reproduces:
 *
 * <ul>
 *   <li>Samples are stretched to 0 … 1 by the image's least and largest before they become CIELAB.
 *   <li>Seeds stay on the grid; they are not moved to the lowest gradient around.
 *   <li>A centre is sought by pixels up to two steps away in each direction, not one.
 *   <li>The iterations are counted; there is no residual error. They end early only when no pixel changes its region.
 *   <li>Patches below a share of the mean area join a neighbouring region, those above a multiple of it are cut.
 * </ul>
 *
 * <p>Missing samples (NaN, infinite) take the least finite value of the image; opacity is ignored. Images without three
 * colours are clustered on their samples as they are. Float images are computed in double precision, where scikit-image
 * stays in single.
 *
 * <p>Cost and memory are linear in pixels: 8 bytes a channel, and 12 more, for each pixel.
 */
public final class Slic implements Segmenter {

    private final Options options;

    /** The space in which colours are compared. */
    public enum Space {
        /** CIELAB for images of three colours; samples for all others. */
        LAB,
        /** Samples stretched to 0 … 1. */
        RGB
    }

    /**
     * What the method may vary.
     *
     * @param segments wanted number of regions, at least 1; the grid of seeds comes near it
     * @param compactness weight of place against colour, m in the paper, above 0; for {@code zero} only the start
     * @param iterations at most so many rounds, at least 1
     * @param sigma standard deviation in pixels of a smoothing beforehand, 0 … 1000; 0 for none
     * @param space where colours are compared
     * @param zero SLICO: every region adapts its own compactness
     * @param connectivity what becomes of patches that are cut off, small or large
     */
    public record Options(
            int segments,
            double compactness,
            int iterations,
            double sigma,
            Space space,
            boolean zero,
            Connectivity connectivity) {

        /** Checks every value. */
        public Options {
            if (segments < 1) {
                throw new IllegalArgumentException("segments must be at least 1, got " + segments);
            }
            if (!(compactness > 0 && compactness <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("compactness must be above 0, got " + compactness);
            }
            if (iterations < 1) {
                throw new IllegalArgumentException("iterations must be at least 1, got " + iterations);
            }
            if (!(sigma >= 0 && sigma <= 1000)) {
                throw new IllegalArgumentException("sigma must be 0 … 1000 pixels, got " + sigma);
            }
        }

        /**
         * Compactness 10, 10 iterations, no smoothing, CIELAB, connected regions.
         *
         * @param segments see {@link #segments()}
         * @return the options
         */
        public static Options segments(int segments) {
            return new Options(segments, 10, 10, 0, Space.LAB, false, Connectivity.usual());
        }

        /**
         * Another compactness.
         *
         * @param weight see {@link #compactness()}
         * @return a copy
         */
        public Options withCompactness(double weight) {
            return new Options(segments, weight, iterations, sigma, space, zero, connectivity);
        }

        /**
         * Another number of rounds.
         *
         * @param rounds see {@link #iterations()}
         * @return a copy
         */
        public Options withIterations(int rounds) {
            return new Options(segments, compactness, rounds, sigma, space, zero, connectivity);
        }

        /**
         * Another smoothing.
         *
         * @param pixels see {@link #sigma()}
         * @return a copy
         */
        public Options withSigma(double pixels) {
            return new Options(segments, compactness, iterations, pixels, space, zero, connectivity);
        }

        /**
         * Another space.
         *
         * @param other see {@link #space()}
         * @return a copy
         */
        public Options withSpace(Space other) {
            return new Options(segments, compactness, iterations, sigma, other, zero, connectivity);
        }

        /**
         * SLICO.
         *
         * @param adapts see {@link #zero()}
         * @return a copy
         */
        public Options withZero(boolean adapts) {
            return new Options(segments, compactness, iterations, sigma, space, adapts, connectivity);
        }

        /**
         * Another treatment of patches.
         *
         * @param other see {@link #connectivity()}
         * @return a copy
         */
        public Options withConnectivity(Connectivity other) {
            return new Options(segments, compactness, iterations, sigma, space, zero, other);
        }
    }

    /**
     * Makes the method.
     *
     * @param options what it may vary
     */
    public Slic(Options options) {
        this.options = options;
    }

    /**
     * Segments an image of any layout and type.
     *
     * @return regions numbered in raster order (connected), or clusters numbered in the order of their seeds; findings
     *     {@code regions}, {@code seeds}, {@code iterations} and {@code converged} (no pixel changed in the last round)
     */
    @Override
    public Partition segment(Image image) {
        Size size = image.size();
        SeedGrid seeds = SeedGrid.over(size, options.segments);
        Features features = Features.of(image, options);
        Centres centres = new Centres(features, seeds, options.zero);
        int[] clusters = new int[size.pixels()];
        centres.assign(clusters);
        int rounds = 1;
        boolean changed = true;
        while (changed && rounds < options.iterations) {
            centres.moveToMeans(clusters);
            changed = centres.assign(clusters);
            rounds++;
        }
        LabelMap labels = LabelMap.wrap(size, options.connectivity.apply(clusters, size, seeds.count()))
                .compacted();
        return new Partition(
                labels,
                Findings.none()
                        .with("regions", labels.count())
                        .with("seeds", seeds.count())
                        .with("iterations", rounds)
                        .with("converged", !changed));
    }
}
