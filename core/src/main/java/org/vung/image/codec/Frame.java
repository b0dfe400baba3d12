package org.vung.image.codec;

import org.jspecify.annotations.Nullable;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;

/**
 * One picture of a file as it is stored: samples, or indices with the palette that gives them colour.
 *
 * @param samples the picture; with a palette, one channel of indices
 * @param palette colours 0xAARRGGBB by index, or null if the samples are the picture; indices beyond it are black
 * @param grey whether the palette is a scale of grey, of which blue is used
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a decoder to the front door, never compared or kept
public record Frame(Image samples, int @Nullable [] palette, boolean grey) {

    private static final int BLACK = 0xFF000000;

    /**
     * A picture without a palette.
     *
     * @param image its samples
     * @return the frame
     */
    public static Frame of(Image image) {
        return new Frame(image, null, false);
    }

    /**
     * A picture with a palette of at most 256 colours.
     *
     * @param size height and width
     * @param indices row by row, unsigned; given away
     * @param palette colours 0xAARRGGBB by index; indices beyond it are black
     * @return the frame
     */
    public static Frame indexed(Size size, byte[] indices, int[] palette) {
        return new Frame(Image.wrap(size, Layout.GREY, indices), palette, false);
    }

    /**
     * A grey picture of few bits: labels as they are stored, shown stretched to 0 … 255.
     *
     * @param size height and width
     * @param values row by row, unsigned, 0 … white; given away
     * @param white the value of full brightness, 1 … 255
     * @param clear the value that is transparent, or −1
     * @return the frame
     */
    public static Frame levels(Size size, byte[] values, int white, int clear) {
        int[] palette = new int[white + 1];
        for (int level = 0; level <= white; level++) {
            int shade = (level * 510 + white) / (2 * white);
            palette[level] = (level == clear ? 0 : BLACK) | shade * 0x010101;
        }
        Image samples = Image.wrap(size, Layout.GREY, values);
        return white == 255 && clear < 0 ? of(samples) : new Frame(samples, palette, true);
    }

    /**
     * A picture of few shades: labels as they are stored, shown as the shade of each.
     *
     * @param size height and width
     * @param values row by row, unsigned; given away
     * @param shades 0xAARRGGBB with equal red, green and blue, by value
     * @return the frame
     */
    public static Frame greys(Size size, byte[] values, int... shades) {
        return new Frame(Image.wrap(size, Layout.GREY, values), shades, true);
    }

    /**
     * The frame turned upright.
     *
     * @param orientation 1 … 8 as Exif and TIFF number it
     * @return this frame if it is upright
     */
    public Frame upright(int orientation) {
        return orientation == 1 ? this : new Frame(Orientation.upright(samples, orientation), palette, grey);
    }

    /**
     * The picture in colour: the palette, if there is one, applied.
     *
     * @return 8-bit grey or RGB, with opacity where the palette has a colour that is not opaque; the samples where there is
     *     no palette
     */
    public Image picture() {
        if (palette == null) {
            return samples;
        }
        boolean opaque = true;
        for (int colour : palette) {
            opaque &= colour >>> 24 == 255;
        }
        Layout layout = grey ? opaque ? Layout.GREY : Layout.GREY_ALPHA : opaque ? Layout.RGB : Layout.RGBA;
        byte[] colours = new byte[samples.size().pixels() * channels(layout)];
        RowBands.forEach(samples.height(), (from, to) -> paint(palette, layout, colours, from, to));
        return Image.wrap(samples.size(), layout, colours);
    }

    private static int channels(Layout layout) {
        return (layout == Layout.GREY || layout == Layout.GREY_ALPHA ? 1 : 3) + (layout.hasAlpha() ? 1 : 0);
    }

    /** Grey is the blue byte; colour is red, green, blue; opacity comes last. */
    private void paint(int[] palette, Layout layout, byte[] colours, int from, int to) {
        int width = samples.width();
        int at = from * width * channels(layout);
        byte[] bytes = samples.type() == SampleType.UINT8 ? samples.sharedBytes() : null;
        for (int row = from; row < to; row++) {
            int start = row * width;
            for (int column = 0; column < width; column++) {
                int index = bytes == null ? (int) samples.sample(row, column, 0) : bytes[start + column] & 0xFF;
                int colour = index < palette.length ? palette[index] : BLACK;
                if (!grey) {
                    colours[at++] = (byte) (colour >> 16);
                    colours[at++] = (byte) (colour >> 8);
                }
                colours[at++] = (byte) colour;
                if (layout.hasAlpha()) {
                    colours[at++] = (byte) (colour >>> 24);
                }
            }
        }
    }
}
