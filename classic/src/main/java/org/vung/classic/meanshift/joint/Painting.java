package org.vung.classic.meanshift.joint;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.label.ColourSums;
import org.vung.label.LabelMap;

/** Writes filtered colours back as a picture of the image's sample type, without opacity. */
public final class Painting {

    /** The colour of a pixel. */
    @FunctionalInterface
    interface Brush {
        /** One sample as stored, before rounding. */
        double sample(int pixel, int channel);
    }

    private Painting() {}

    /**
     * Every pixel in the mean colour of its region.
     *
     * @param image any sample type and layout
     * @param labels regions of the image's size
     * @return a picture of the image's sample type, without opacity
     */
    public static Image means(Image image, LabelMap labels) {
        int channels = image.colourChannels();
        double[] sums = ColourSums.of(image, labels);
        int[] areas = labels.areas();
        int[] regions = labels.sharedLabels();
        return paint(image, (pixel, channel) -> sums[regions[pixel] * channels + channel] / areas[regions[pixel]]);
    }

    /** Asks the brush for every sample, rounds and clamps it to the sample type. */
    static Image paint(Image image, Brush brush) {
        int channels = image.colourChannels();
        int length = image.size().pixels() * channels;
        Layout layout = layout(image.layout());
        switch (image.type()) {
            case UINT8 -> {
                byte[] samples = new byte[length];
                fill(image, (at, value) -> samples[at] = (byte) Math.max(0, Math.min(255, Math.round(value))), brush);
                return Image.wrap(image.size(), layout, samples);
            }
            case UINT16 -> {
                short[] samples = new short[length];
                fill(
                        image,
                        (at, value) -> samples[at] = (short) Math.max(0, Math.min(65535, Math.round(value))),
                        brush);
                return Image.wrap(image.size(), layout, samples);
            }
            default -> {
                float[] samples = new float[length];
                fill(image, (at, value) -> samples[at] = (float) value, brush);
                return Image.wrap(image.size(), layout, samples);
            }
        }
    }

    private static Layout layout(Layout layout) {
        return switch (layout) {
            case GREY, GREY_ALPHA -> Layout.GREY;
            case RGB, RGBA -> Layout.RGB;
            case BANDS -> Layout.BANDS;
        };
    }

    @FunctionalInterface
    private interface Store {
        void put(int at, double value);
    }

    private static void fill(Image image, Store store, Brush brush) {
        int channels = image.colourChannels();
        RowBands.forEach(image.height(), (from, to) -> {
            for (int pixel = from * image.width(); pixel < to * image.width(); pixel++) {
                for (int channel = 0; channel < channels; channel++) {
                    store.put(pixel * channels + channel, brush.sample(pixel, channel));
                }
            }
        });
    }
}
