package org.vung.image.contrast;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;

/**
 * Spreads the grey values of an image over 0 … 255: 255 · (grey − least) / (largest − least), rounded down. The grey of a
 * colour is .299 R + .587 G + .114 B in double precision, not rounded before. Samples that are not finite count for neither end
 * and become 0; an image of one value becomes 0.
 *
 * <p>Any rising line that was laid through the grey values before, such as subtracting a mean and dividing by a deviation, is
 * undone by this and need not be done.
 */
public record Stretch() implements Contrast {

    /** What rounding may take from a whole number. */
    private static final double SLACK = 1e-6;

    @Override
    public Image of(Image image) {
        Greys greys = Greys.of(image);
        Range range = RowBands.map(image.height(), (from, to) -> range(greys, from, to)).stream()
                .reduce(Range.NONE, Range::hull);
        double scale = range.length() > 0 ? 255 / range.length() : 0;
        byte[] stretched = new byte[image.size().pixels()];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < image.width(); column++) {
                    double value = (greys.at(row, column) - range.least) * scale + SLACK;
                    stretched[row * image.width() + column] = (byte) (int) Math.max(0, Math.min(255, value));
                }
            }
        });
        return Image.wrap(image.size(), Layout.GREY, stretched);
    }

    private static Range range(Greys greys, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = from; row < to; row++) {
            for (int column = 0; column < greys.image().width(); column++) {
                double grey = greys.at(row, column);
                if (Double.isFinite(grey)) {
                    least = Math.min(least, grey);
                    most = Math.max(most, grey);
                }
            }
        }
        return new Range(least, most);
    }

    private record Range(double least, double most) {

        private static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        private static Range hull(Range one, Range other) {
            return new Range(Math.min(one.least, other.least), Math.max(one.most, other.most));
        }

        private double length() {
            return most - least;
        }
    }

    /** The grey of each pixel, as stored, in double precision. */
    private record Greys(Image image, boolean colour) {

        private static Greys of(Image image) {
            if (image.layout() == Layout.BANDS && image.channels() > 1) {
                throw new IllegalArgumentException(
                        "image must be grey or RGB to be stretched, got " + image + "; choose one of its bands first");
            }
            return new Greys(image, image.colourChannels() == 3);
        }

        private double at(int row, int column) {
            return colour
                    ? 0.299 * image.sample(row, column, 0)
                            + 0.587 * image.sample(row, column, 1)
                            + 0.114 * image.sample(row, column, 2)
                    : image.sample(row, column, 0);
        }
    }

    @Override
    public String text() {
        return "stretch";
    }
}
