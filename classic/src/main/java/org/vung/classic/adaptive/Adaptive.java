package org.vung.classic.adaptive;

import org.vung.Findings;
import org.vung.ImageFilter;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.grid.RowBands;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.label.LabelMap;

/**
 * Foreground is what exceeds the mean of the square around it less c, as {@code cv2.adaptiveThreshold}; the image is continued
 * by its border pixels. After P. Wellner, "Adaptive thresholding for the DigitalDesk", Xerox EPC-93-110, 1993.
 *
 * <p>Differs from the paper: the square is centred instead of trailing, c is a number of grey levels instead of a share, and
 * the mean may be weighed by a Gaussian. As in OpenCV 4.6, whose pictures this repeats, the mean is rounded to a whole number
 * before it is compared, and of c only the next whole number counts (above it for {@code BINARY}, below it for
 * {@code BINARY_INV}). 16-bit and float images are brought to 8 bits first, and the findings say so.
 */
public final class Adaptive implements Segmenter, ImageFilter {

    private static final int BAND_ROWS_PER_BLOCK = 4;

    /** How the pixels of the square count. */
    public enum Weights {
        /** All alike. */
        MEAN,
        /** By a Gaussian of deviation 0.15 block + 0.35, the corners as far as the block reaches. */
        GAUSSIAN
    }

    /** What becomes foreground. */
    public enum Type {
        /** Pixels above their threshold. */
        BINARY,
        /** Pixels up to their threshold, such as dark writing. */
        BINARY_INV
    }

    /**
     * How to cut.
     *
     * @param block side of the square in pixels, odd, 3 … 2047
     * @param c what the threshold lies below the mean, in grey levels of 0 … 255; may be negative
     * @param weights how the pixels of the square count
     * @param type what becomes foreground
     * @param max what the filter paints foreground with, 0 … 255, the rest is 0
     * @param grey how colour becomes grey
     */
    public record Options(int block, double c, Weights weights, Type type, double max, Grey grey) {
        /** Checks the ranges. */
        public Options {
            if (block < 3 || block > 2047 || block % 2 == 0) {
                throw new IllegalArgumentException("block must be odd and 3 to 2047, got " + block);
            }
            if (!Double.isFinite(c) || !Double.isFinite(max)) {
                throw new IllegalArgumentException("c and max must be finite, got " + c + " and " + max);
            }
        }

        /**
         * Block 11, c 2, equal weights, white above the threshold.
         *
         * @return the options
         */
        public static Options standard() {
            return new Options(11, 2, Weights.MEAN, Type.BINARY, 255, Grey.STANDARD);
        }

        /**
         * Another square.
         *
         * @param side odd, 3 … 2047
         * @return a copy
         */
        public Options withBlock(int side) {
            return new Options(side, c, weights, type, max, grey);
        }

        /**
         * Another constant.
         *
         * @param levels what the threshold lies below the mean
         * @return a copy
         */
        public Options withC(double levels) {
            return new Options(block, levels, weights, type, max, grey);
        }

        /**
         * Other weights.
         *
         * @param other how the pixels of the square count
         * @return a copy
         */
        public Options withWeights(Weights other) {
            return new Options(block, c, other, type, max, grey);
        }

        /**
         * Another type.
         *
         * @param other what becomes foreground
         * @return a copy
         */
        public Options withType(Type other) {
            return new Options(block, c, weights, other, max, grey);
        }
    }

    private final Options options;

    /**
     * The method.
     *
     * @param options how to cut
     */
    public Adaptive(Options options) {
        this.options = options;
    }

    /**
     * Cuts the image in two.
     *
     * @param image grey, RGB or one band, any sample type
     * @return label 1 for foreground, else 0; a warning if the image was brought to 8 bits
     */
    @Override
    public Partition segment(Image image) {
        Image grey = options.grey().of(image).to8Bit();
        byte[] bits = new byte[grey.size().pixels()];
        paint(grey, bits, 1);
        int[] labels = new int[bits.length];
        RowBands.forEach(grey.height(), (from, to) -> {
            for (int at = from * grey.width(); at < to * grey.width(); at++) {
                labels[at] = bits[at];
            }
        });
        Findings findings = Findings.none();
        if (image.type() != SampleType.UINT8) {
            findings = findings.warn("The image was brought to 8 bits, as c counts grey levels of 0 to 255;"
                    + " sauvola and niblack work at full depth.");
        }
        return new Partition(LabelMap.wrap(grey.size(), labels), findings);
    }

    /**
     * Paints the foreground.
     *
     * @param image grey, RGB or one band, any sample type
     * @return an 8-bit grey image
     */
    @Override
    public Image filter(Image image) {
        byte[] picture = new byte[image.size().pixels()];
        apply(image, picture);
        return Image.wrap(image.size(), Layout.GREY, picture);
    }

    /**
     * Paints into an array the caller keeps.
     *
     * @param image grey, RGB or one band, any sample type
     * @param target one byte per pixel, row by row; overwritten
     * @throws IllegalArgumentException if the target has another length
     */
    public void apply(Image image, byte[] target) {
        if (target.length != image.size().pixels()) {
            throw new IllegalArgumentException("target must have one byte for each of the "
                    + image.size().pixels() + " pixels, got " + target.length);
        }
        paint(options.grey().of(image).to8Bit(), target, (int) Math.max(0, Math.min(255, Math.rint(options.max()))));
    }

    private void paint(Image grey, byte[] target, int foreground) {
        boolean inverted = options.type() == Type.BINARY_INV;
        double delta = inverted ? Math.floor(options.c()) : Math.ceil(options.c());
        int levels = (int) Math.max(-512, Math.min(512, delta));
        byte above = (byte) (inverted ? 0 : foreground);
        byte below = (byte) (inverted ? foreground : 0);
        RowBands.forEach(grey.height(), BAND_ROWS_PER_BLOCK * options.block(), (from, to) -> {
            switch (options.weights()) {
                case MEAN -> new BoxBand(grey, options.block(), levels).paint(target, above, below, from, to);
                case GAUSSIAN -> new GaussianBand(grey, options.block(), levels).paint(target, above, below, from, to);
            }
        });
    }
}
