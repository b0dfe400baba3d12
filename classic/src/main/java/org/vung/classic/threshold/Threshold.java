package org.vung.classic.threshold;

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
 * A fixed threshold with OpenCV's five types. As a segmenter: label 1 above the value, label 0 up to it and for NaN; the
 * inverted types swap the two. As a filter: the picture {@code cv2.threshold} writes.
 *
 * <p>As in OpenCV, 8- and 16-bit images take the value rounded down and the maximum rounded to the nearest whole number.
 */
public final class Threshold implements Segmenter, ImageFilter {

    /** What a pixel becomes; T is the value, M the maximum. */
    public enum Type {
        /** M above T, else 0. */
        BINARY,
        /** 0 above T, else M. */
        BINARY_INV,
        /** T above T, else unchanged. */
        TRUNC,
        /** Unchanged above T, else 0. */
        TOZERO,
        /** 0 above T, else unchanged. */
        TOZERO_INV;

        boolean inverted() {
            return this == BINARY_INV || this == TOZERO_INV;
        }
    }

    /**
     * How to cut.
     *
     * @param value in units of the image's samples: 0 … 255, 0 … 65535, or the float
     * @param type what a pixel becomes
     * @param max what the binary types paint, in the same units
     * @param grey how colour becomes grey
     */
    public record Options(double value, Type type, double max, Grey grey) {
        /** Checks that both numbers are numbers. */
        public Options {
            if (Double.isNaN(value) || Double.isNaN(max)) {
                throw new IllegalArgumentException("value and max must be numbers, got " + value + " and " + max);
            }
        }

        /**
         * Black and white: 255 above the value.
         *
         * @param value in units of the image's samples
         * @return the options
         */
        public static Options at(double value) {
            return new Options(value, Type.BINARY, 255, Grey.STANDARD);
        }

        /**
         * Another type.
         *
         * @param other what a pixel becomes
         * @return a copy
         */
        public Options withType(Type other) {
            return new Options(value, other, max, grey);
        }

        /**
         * Another maximum.
         *
         * @param other what the binary types paint
         * @return a copy
         */
        public Options withMax(double other) {
            return new Options(value, type, other, grey);
        }

        /**
         * Another way to grey.
         *
         * @param other how colour becomes grey
         * @return a copy
         */
        public Options withGrey(Grey other) {
            return new Options(value, type, max, other);
        }
    }

    private final Options options;

    /**
     * The method.
     *
     * @param options how to cut
     */
    public Threshold(Options options) {
        this.options = options;
    }

    /**
     * Cuts the image in two.
     *
     * @param image grey, RGB or one band, any sample type
     * @return labels 0 and 1; finding {@code threshold}
     */
    @Override
    public Partition segment(Image image) {
        return partition(
                options.grey().of(image), options.value(), options.type().inverted());
    }

    /**
     * Paints what the type says.
     *
     * @param image grey, RGB or one band, any sample type
     * @return a grey image of the same sample type
     */
    @Override
    public Image filter(Image image) {
        Image grey = options.grey().of(image);
        return switch (grey.type()) {
            case UINT8 -> {
                byte[] picture = new byte[grey.size().pixels()];
                paint(grey, picture);
                yield Image.wrap(grey.size(), Layout.GREY, picture);
            }
            case UINT16, FLOAT32 -> new DeepCut(options).of(grey);
        };
    }

    /**
     * Paints into an array the caller keeps, which saves making and clearing one per image.
     *
     * @param image 8-bit
     * @param target one byte per pixel, row by row; overwritten
     * @throws IllegalArgumentException if the image is not 8-bit or the target has another length
     */
    public void apply(Image image, byte[] target) {
        if (target.length != image.size().pixels()) {
            throw new IllegalArgumentException("target must have one byte for each of the "
                    + image.size().pixels() + " pixels, got " + target.length);
        }
        switch (image.type()) {
            case UINT8 -> paint(options.grey().of(image), target);
            case UINT16, FLOAT32 ->
                throw new IllegalArgumentException(
                        "image must be UINT8 to be painted into bytes, got " + image.type() + "; use filter");
        }
    }

    private void paint(Image grey, byte[] target) {
        byte[] samples = grey.sharedBytes();
        ByteCut cut = new ByteCut(options);
        RowBands.forEach(
                grey.height(), (from, to) -> cut.paint(samples, target, from * grey.width(), to * grey.width()));
    }

    /** Labels 1 above the threshold; with {@code inverted} 1 up to it. A threshold of NaN leaves everything 0. */
    static Partition partition(Image grey, double threshold, boolean inverted) {
        int[] labels = new int[grey.size().pixels()];
        int width = grey.width();
        RowBands.forEach(grey.height(), (from, to) -> {
            switch (grey.type()) {
                case UINT8 -> labelBytes(grey.sharedBytes(), labels, from * width, to * width, threshold);
                case UINT16 -> labelShorts(grey.sharedShorts(), labels, from * width, to * width, threshold);
                case FLOAT32 -> labelFloats(grey.sharedFloats(), labels, from * width, to * width, threshold);
            }
            if (inverted) {
                invert(grey, labels, from * width, to * width);
            }
        });
        LabelMap map = LabelMap.wrap(grey.size(), labels);
        if (Double.isNaN(threshold)) {
            return new Partition(
                    map, Findings.none().warn("No threshold was found, so every pixel is background; try otsu."));
        }
        return new Partition(map, Findings.none().with("threshold", threshold));
    }

    private static void labelBytes(byte[] samples, int[] labels, int from, int to, double threshold) {
        int limit = wholeLimit(threshold);
        for (int at = from; at < to; at++) {
            labels[at] = (limit - (samples[at] & 0xFF)) >>> 31;
        }
    }

    private static void labelShorts(short[] samples, int[] labels, int from, int to, double threshold) {
        int limit = wholeLimit(threshold);
        for (int at = from; at < to; at++) {
            labels[at] = (limit - (samples[at] & 0xFFFF)) >>> 31;
        }
    }

    private static void labelFloats(float[] samples, int[] labels, int from, int to, double threshold) {
        float limit = (float) threshold;
        for (int at = from; at < to; at++) {
            labels[at] = samples[at] > limit ? 1 : 0;
        }
    }

    private static void invert(Image grey, int[] labels, int from, int to) {
        for (int at = from; at < to; at++) {
            labels[at] ^= 1;
        }
        if (grey.type() == SampleType.FLOAT32) {
            float[] samples = grey.sharedFloats();
            for (int at = from; at < to; at++) {
                if (Float.isNaN(samples[at])) {
                    labels[at] = 0;
                }
            }
        }
    }

    /** The largest whole sample that is not above the threshold, clamped to −1 … 65535. */
    private static int wholeLimit(double threshold) {
        return Double.isNaN(threshold) ? 65535 : (int) Math.max(-1, Math.min(65535, Math.floor(threshold)));
    }
}
