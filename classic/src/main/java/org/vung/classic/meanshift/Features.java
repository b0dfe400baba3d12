package org.vung.classic.meanshift;

import java.util.Arrays;
import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.Layout;
import org.vung.image.colour.Colours;

/** The distinct colours of an image as points in the space where they are compared, and how many pixels have each. */
final class Features {

    private final Colours colours;
    private final int dimensions;
    private final double[] points;

    private Features(Colours colours, int dimensions, double[] points) {
        this.colours = colours;
        this.dimensions = dimensions;
        this.points = points;
    }

    static Features of(Image image, Space space) {
        Colours colours = Colours.of(image);
        Features features = switch (space) {
            case RGB ->
                new Features(
                        colours,
                        colours.channels(),
                        levels(colours, 255.0 / image.type().white()));
            case LAB -> new Features(colours, 3, lab(colours, image));
        };
        features.blacken();
        return features;
    }

    /** Samples of white = 255. */
    private static double[] levels(Colours colours, double scale) {
        float[] values = colours.sharedValues();
        double[] points = new double[values.length];
        for (int at = 0; at < points.length; at++) {
            points[at] = values[at] * scale;
        }
        return points;
    }

    private static double[] lab(Colours colours, Image image) {
        if (image.layout() == Layout.BANDS) {
            throw new IllegalArgumentException(
                    "image must be a picture to be compared in CIELAB, got " + image + "; use space rgb");
        }
        double white = image.type().white();
        int last = colours.channels() - 1;
        double[] points = new double[colours.count() * 3];
        for (int colour = 0; colour < colours.count(); colour++) {
            double[] lab = Lab.of(
                    colours.value(colour, 0) / white,
                    colours.value(colour, Math.min(1, last)) / white,
                    colours.value(colour, last) / white);
            System.arraycopy(lab, 0, points, colour * 3, 3);
        }
        return points;
    }

    /** A colour with a sample that is not finite counts as black. */
    private void blacken() {
        for (int at = 0; at < points.length; at++) {
            if (!Double.isFinite(points[at])) {
                int start = at / dimensions * dimensions;
                Arrays.fill(points, start, start + dimensions, 0);
            }
        }
    }

    int dimensions() {
        return dimensions;
    }

    int count() {
        return colours.count();
    }

    int pixels() {
        return colours.size().pixels();
    }

    /** Interleaved [count · dimensions]. */
    double[] points() {
        return points;
    }

    /** One colour [dimensions], a copy. */
    double[] point(int colour) {
        return Arrays.copyOfRange(points, colour * dimensions, (colour + 1) * dimensions);
    }

    /** Pixels per colour. */
    int[] counts() {
        return colours.sharedCounts();
    }

    int[] spread(int[] perColour) {
        return colours.spread(perColour);
    }
}
