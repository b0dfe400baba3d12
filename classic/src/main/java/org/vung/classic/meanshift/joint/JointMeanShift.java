package org.vung.classic.meanshift.joint;

import org.vung.Findings;
import org.vung.ImageFilter;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * Mean shift in the joint space of place and colour: filtering that keeps edges, and segmentation by the basins of the
 * modes.
 *
 * <p>D. Comaniciu and P. Meer, "Mean Shift: A Robust Approach toward Feature Space Analysis", PAMI 24(5), 2002: the box
 * "mean shift filtering" gives {@link #filter}, the box "mean shift segmentation" {@link #segment}. The way it goes, step by
 * step at the image's own size, is the definition of OpenCV's {@code pyrMeanShiftFiltering}, which takes short cuts by a
 * pyramid and at most 5 steps.
 *
 * <p>Differs from the paper: the window in space is a square; colours are RGB; centres stand on whole pixels and sixteenths
 * of a level; pixels of nearly one colour and place share a way ({@code sharing}); ends are
 * joined along neighbours in the grid. Samples outside 0 … white are clamped, NaN is 0.
 */
public final class JointMeanShift implements Segmenter, ImageFilter {

    /**
     * What joint mean shift may be told.
     *
     * @param spatial reach of the window, 1 … 200, in pixels; h_s in the paper
     * @param range radius in colour, above 0 … 442, white = 255; h_r in the paper
     * @param iterations the most steps of a centre, 1 … 1000
     * @param sharing how near in colour, in ranges, a pixel must be to a centre that passes within a tenth of the window to
     *     go its way, 0 … 1; at 0 every pixel climbs by itself
     */
    public record Options(int spatial, double range, int iterations, double sharing) {
        /** Checks every value. */
        public Options {
            require(spatial >= 1 && spatial <= 200, "spatial must be 1 … 200, got " + spatial);
            require(range > 0 && range <= 442, "range must be above 0 … 442, got " + range);
            require(iterations >= 1 && iterations <= 1000, "iterations must be 1 … 1000, got " + iterations);
            require(sharing >= 0 && sharing <= 1, "sharing must be 0 … 1, got " + sharing);
        }

        /**
         * Window and radius given, 100 steps, sharing at 0.4 of the range.
         *
         * @param spatial in pixels
         * @param range in levels
         * @return the options
         */
        public static Options of(int spatial, double range) {
            return new Options(spatial, range, 100, 0.4);
        }

        /**
         * Sets the most steps.
         *
         * @param iterations 1 … 1000
         * @return a copy
         */
        public Options withIterations(int iterations) {
            return new Options(spatial, range, iterations, sharing);
        }

        /**
         * Sets how readily centres share their way.
         *
         * @param sharing 0 … 1
         * @return a copy
         */
        public Options withSharing(double sharing) {
            return new Options(spatial, range, iterations, sharing);
        }

        private static void require(boolean holds, String complaint) {
            if (!holds) {
                throw new IllegalArgumentException(complaint);
            }
        }
    }

    private final Options options;

    /**
     * A segmenter and filter with these options.
     *
     * @param options checked already
     */
    public JointMeanShift(Options options) {
        this.options = options;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Regions are connected. Findings: {@code regions}; {@code iterations}, the most steps of any centre; {@code
     * converged}.
     */
    @Override
    public Partition segment(Image image) {
        JointModes modes = JointModes.of(JointSpace.of(image), options);
        LabelMap labels = LabelMap.wrap(image.size(), modes.basins(options.spatial(), options.range()));
        Findings findings = Findings.none()
                .with("regions", labels.count())
                .with("iterations", modes.most())
                .with("converged", modes.converged());
        return new Partition(
                labels,
                modes.converged()
                        ? findings
                        : findings.warn(
                                "centres still moved after " + options.iterations() + " steps; allow more iterations"));
    }

    /**
     * Gives every pixel the colour at which its centre came to rest.
     *
     * @param image any size, at most 3 channels beside opacity; never changed
     * @return an image of the same size and sample type without opacity
     */
    @Override
    public Image filter(Image image) {
        JointModes modes = JointModes.of(JointSpace.of(image), options);
        double scale = image.type().white() / 255.0;
        return Painting.paint(image, (pixel, channel) -> modes.level(pixel, channel) * scale);
    }
}
