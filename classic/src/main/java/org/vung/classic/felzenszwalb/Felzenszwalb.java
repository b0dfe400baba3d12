package org.vung.classic.felzenszwalb;

import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.UnitSamples;
import org.vung.label.LabelMap;

/**
 * Efficient graph-based segmentation (Felzenszwalb &amp; Huttenlocher, IJCV 2004): edges between neighbouring pixels are
 * taken from the cheapest to the dearest, and an edge joins two regions if it costs less than the dearest edge inside
 * either of them plus a bonus of scale ÷ area. Regions below a least area are joined to a neighbour at the end.
 *
 * <p>Differs from the paper:
 *
 * <ul>
 *   <li>Colours lie in 0 … 1, so the scale (k in the paper) is divided by 255, as scikit-image does.
 *   <li>One graph over all channels with Euclidean costs; the paper segments each colour channel and intersects.
 *   <li>Edges of equal cost are taken in the order that NumPy 1.24's quicksort leaves them, the bonus is rounded to
 *       single precision and an edge must cost strictly less: the labels are those of scikit-image 0.19, which depend on
 *       such details. With a sigma other than 0.8 NumPy's {@code exp} may round the smoothing kernel differently on
 *       processors with AVX-512.
 *   <li>Missing samples (NaN, infinite) take the least finite value of the image; opacity is ignored.
 * </ul>
 *
 * <p>Cost grows with the pixels (n log n in the sort); memory peaks at about 56 bytes a pixel beside the image for grey
 * and 72 for RGB.
 */
public final class Felzenszwalb implements Segmenter {

    private static final double PAPER_WHITE = 255;

    private final Options options;

    /**
     * What the method may vary.
     *
     * @param scale k in the paper: the larger, the larger the regions; at least 0
     * @param sigma standard deviation in pixels of the smoothing beforehand, 0 … 1000; 0 for none
     * @param minArea regions below so many pixels are joined to a neighbour; at least 0
     */
    public record Options(double scale, double sigma, int minArea) {

        /** Checks every value. */
        public Options {
            if (!(scale >= 0 && scale <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("scale must be at least 0, got " + scale);
            }
            if (!(sigma >= 0 && sigma <= 1000)) {
                throw new IllegalArgumentException("sigma must be 0 … 1000 pixels, got " + sigma);
            }
            if (minArea < 0) {
                throw new IllegalArgumentException("min-area must be at least 0 pixels, got " + minArea);
            }
        }

        /**
         * The usual smoothing of 0.8 pixels and least area of 20 pixels.
         *
         * @param scale see {@link #scale()}
         * @return the options
         */
        public static Options scale(double scale) {
            return new Options(scale, 0.8, 20);
        }

        /**
         * Another smoothing.
         *
         * @param pixels see {@link #sigma()}
         * @return a copy
         */
        public Options withSigma(double pixels) {
            return new Options(scale, pixels, minArea);
        }

        /**
         * Another least area.
         *
         * @param pixels see {@link #minArea()}
         * @return a copy
         */
        public Options withMinArea(int pixels) {
            return new Options(scale, sigma, pixels);
        }
    }

    /**
     * Makes the method.
     *
     * @param options what it may vary
     */
    public Felzenszwalb(Options options) {
        this.options = options;
    }

    /**
     * Segments an image of any layout and type.
     *
     * @return connected regions (8 neighbours), numbered in raster order; finding {@code regions}
     * @throws IllegalArgumentException if the image has more than 500 million pixels
     */
    @Override
    public Partition segment(Image image) {
        GridEdges edges = GridEdges.of(smoothed(image), image.size(), image.colourChannels());
        edges.sort();
        Regions regions = new Regions(image.size().pixels(), options.scale / PAPER_WHITE);
        int kept = edges.joinAlike(regions);
        edges.joinSmall(regions, kept, options.minArea);
        LabelMap labels = LabelMap.wrap(image.size(), regions.labels());
        return new Partition(labels, Findings.none().with("regions", labels.count()));
    }

    private double[] smoothed(Image image) {
        GridEdges.checkSize(image.size());
        double[] samples = UnitSamples.of(image);
        return options.sigma == 0
                ? samples
                : new Gaussian(options.sigma).smooth(samples, image.size(), image.colourChannels());
    }
}
