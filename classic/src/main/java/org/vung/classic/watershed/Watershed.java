package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.grid.Components;
import org.vung.grid.DistanceTransform;
import org.vung.grid.Neighbourhood;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * Watershed segmentation with markers of its own.
 *
 * <p>Source: S. Beucher and F. Meyer, "The Morphological Approach to Segmentation: The Watershed Transformation" (1993).
 * The flooding is {@link Flooding}, which also takes relief and markers from outside.
 *
 * <p>On the gradient: the relief is the length of the Sobel gradient of the smoothed brightness; markers are its minima,
 * kept apart, or a regular grid. On distance, for blobs that touch: Otsu's threshold on the smoothed brightness parts
 * objects from ground; the relief is the negative distance to the ground, so that markers stand at the middles of blobs.
 *
 * <p>Differs from the paper: markers are not chosen by hand; minima closer than the minimal distance to a lower one are
 * dropped; missing samples (NaN) count as the least of the image.
 */
public final class Watershed implements Segmenter {

    /** What the water rises in. */
    public enum On {
        /** The slope of the brightness: regions end at edges. */
        GRADIENT,
        /** The distance to the ground: touching blobs are cut at their necks. */
        DISTANCE
    }

    /** Which side of the threshold objects are on. */
    public enum Objects {
        /** The side that holds fewer pixels of the image's rim. */
        AUTO,
        /** Above the threshold. */
        BRIGHT,
        /** Up to the threshold. */
        DARK
    }

    /**
     * How to flood and from where.
     *
     * @param on what the water rises in
     * @param markers about how many markers on a regular grid; 0 takes the minima of the relief
     * @param sigma smoothing of the brightness in pixels, 0 … 1000
     * @param minDistance minima stay if they are so many rows or columns from every lower one that stayed, at least 1
     * @param objects which side objects are on, for {@link On#DISTANCE}
     * @param flooding how water flows
     */
    public record Options(On on, int markers, double sigma, int minDistance, Objects objects, Flooding flooding) {

        /** Checks the ranges. */
        public Options {
            if (markers < 0) {
                throw new IllegalArgumentException("markers must be at least 0, got " + markers);
            }
            if (!(sigma >= 0 && sigma <= 1000)) {
                throw new IllegalArgumentException("sigma must be 0 … 1000 pixels, got " + sigma);
            }
            if (minDistance < 1) {
                throw new IllegalArgumentException("minDistance must be at least 1 pixel, got " + minDistance);
            }
        }

        /**
         * Minima 5 pixels apart after smoothing by 1 pixel, plain flooding between edges of pixels.
         *
         * @param on what the water rises in
         * @return the options
         */
        public static Options on(On on) {
            return new Options(on, 0, 1, 5, Objects.AUTO, Flooding.plain(Neighbourhood.FOUR));
        }

        /**
         * Another number of markers.
         *
         * @param count about how many on a regular grid; 0 takes the minima
         * @return a copy
         */
        public Options withMarkers(int count) {
            return new Options(on, count, sigma, minDistance, objects, flooding);
        }

        /**
         * Another smoothing.
         *
         * @param pixels 0 … 1000
         * @return a copy
         */
        public Options withSigma(double pixels) {
            return new Options(on, markers, pixels, minDistance, objects, flooding);
        }

        /**
         * Another way of flooding.
         *
         * @param other neighbourhood, compactness, line
         * @return a copy
         */
        public Options withFlooding(Flooding other) {
            return new Options(on, markers, sigma, minDistance, objects, other);
        }
    }

    private final Options options;

    /**
     * The method.
     *
     * @param options how to flood and from where
     */
    public Watershed(Options options) {
        this.options = options;
    }

    /**
     * Floods one image. On the gradient regions are numbered from 0 in the order of their markers; with a line, and on
     * distance, label 0 is the line and the ground.
     */
    @Override
    public Partition segment(Image image) {
        double[] grey = Relief.brightness(image, options.sigma());
        return options.on() == On.GRADIENT ? onGradient(grey, image.size()) : onDistance(grey, image.size());
    }

    private Partition onGradient(double[] grey, Size size) {
        boolean[] everywhere = new boolean[size.pixels()];
        Arrays.fill(everywhere, true);
        double[] slope = Relief.slope(grey, size);
        int[] markers = markers(slope, everywhere, size);
        return partition(options.flooding().flood(slope, markers, everywhere, size), markers, size, Findings.none());
    }

    private Partition onDistance(double[] grey, Size size) {
        double threshold = Foreground.threshold(grey);
        if (Double.isNaN(threshold)) {
            return new Partition(
                    LabelMap.wrap(size, new int[size.pixels()]),
                    Findings.none()
                            .with("markers", 0)
                            .warn("The image has one brightness, so there are no objects; all of it is ground."));
        }
        boolean[] objects = Foreground.mask(grey, threshold, options.objects(), size);
        double[] depth = DistanceTransform.toOutside(objects, size.height(), size.width());
        Arrays.setAll(depth, pixel -> -depth[pixel]);
        int[] markers = markers(depth, objects, size);
        int[] labels = options.flooding().flood(depth, markers, objects, size);
        return partition(labels, markers, size, Findings.none().with("threshold", threshold));
    }

    private int[] markers(double[] relief, boolean[] part, Size size) {
        if (options.markers() > 0) {
            return Markers.grid(options.markers(), part, size);
        }
        int[] islands = Components.label(part, size.height(), size.width(), Neighbourhood.EIGHT);
        return Markers.apart(Markers.minima(relief, part, size), relief, islands, size, options.minDistance());
    }

    private static Partition partition(int[] labels, int[] markers, Size size, Findings findings) {
        boolean[] seen = new boolean[Arrays.stream(markers).max().orElse(0) + 1];
        int count = 0;
        for (int marker : markers) {
            count += marker > 0 && !seen[marker] ? 1 : 0;
            seen[marker] = true;
        }
        return new Partition(LabelMap.wrap(size, labels).compacted(), findings.with("markers", count));
    }
}
