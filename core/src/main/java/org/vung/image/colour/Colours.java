package org.vung.image.colour;

import java.util.Arrays;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.SampleType;
import org.vung.image.Size;

/**
 * The colours of an image, how many pixels have each, and which of them every pixel has. Immutable. Opacity is ignored.
 *
 * <p>A photo has far fewer colours than pixels, so work that depends on colour alone is done once per colour, weighted by
 * its count, and is still exact. 8-bit images of one or three colour channels and 16-bit images of one give each distinct
 * colour once, in Morton order (the bits of the channels interleaved), so that neighbours in the list are alike; every
 * other image gives each pixel as a colour of its own with count 1, in raster order.
 */
public final class Colours {

    private final Size size;
    private final int channels;
    private final float[] values;
    private final int[] counts;
    private final Naming naming;

    /** Knows which colour a pixel has. */
    interface Naming {
        /** Writes {@code perColour[colour of pixel]} to {@code out[pixel]} for every pixel. */
        void spread(int[] perColour, int[] out);
    }

    Colours(Size size, int channels, float[] values, int[] counts, Naming naming) {
        this.size = size;
        this.channels = channels;
        this.values = values;
        this.counts = counts;
        this.naming = naming;
    }

    /**
     * Counts the colours of an image.
     *
     * @param image any layout and sample type; NaN is kept as it is
     * @return its colours; the time is linear in the pixels
     */
    public static Colours of(Image image) {
        int channels = image.colourChannels();
        if (image.type() == SampleType.UINT8 && channels == 3) {
            return RgbColours.of(image);
        }
        if (image.type() != SampleType.FLOAT32 && channels == 1) {
            return GreyColours.of(image);
        }
        return eachPixel(image);
    }

    /**
     * Every pixel as a colour of its own, in raster order, even where pixels are alike.
     *
     * @param image any layout and sample type
     * @return as many colours as pixels, each with count 1
     */
    public static Colours eachPixel(Image image) {
        int channels = image.colourChannels();
        int width = image.width();
        float[] values = new float[image.size().pixels() * channels];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int at = row * width * channels, column = 0; column < width; column++) {
                    for (int channel = 0; channel < channels; channel++) {
                        values[at++] = image.sample(row, column, channel);
                    }
                }
            }
        });
        int[] ones = new int[image.size().pixels()];
        Arrays.fill(ones, 1);
        return new Colours(
                image.size(),
                channels,
                values,
                ones,
                (perColour, out) -> System.arraycopy(perColour, 0, out, 0, out.length));
    }

    /**
     * The size of the image.
     *
     * @return height and width in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * How many colours there are.
     *
     * @return 1 … number of pixels
     */
    public int count() {
        return counts.length;
    }

    /**
     * Samples per colour, without opacity.
     *
     * @return at least 1
     */
    public int channels() {
        return channels;
    }

    /**
     * One sample of a colour, as stored in the image.
     *
     * @param colour 0 … count − 1
     * @param channel 0 … channels − 1
     * @return 0 … 255, 0 … 65535 or the float
     */
    public float value(int colour, int channel) {
        return values[colour * channels + channel];
    }

    /**
     * All samples of all colours, for reading only.
     *
     * @return interleaved [count · channels], as stored in the image
     */
    public float[] sharedValues() {
        return values;
    }

    /**
     * Pixels per colour, for reading only.
     *
     * @return [count], each at least 1; their sum is the number of pixels
     */
    public int[] sharedCounts() {
        return counts;
    }

    /**
     * Gives every pixel what its colour has.
     *
     * @param perColour a number per colour [count], such as a label
     * @return a number per pixel, row by row [height · width]
     */
    public int[] spread(int[] perColour) {
        if (perColour.length != counts.length) {
            throw new IllegalArgumentException("perColour must have one number for each of " + counts.length
                    + " colours, got " + perColour.length);
        }
        int[] out = new int[size.pixels()];
        naming.spread(perColour, out);
        return out;
    }

    /**
     * The colour of every pixel.
     *
     * @return indices into the colours, row by row [height · width]
     */
    public int[] index() {
        int[] identity = new int[counts.length];
        for (int colour = 0; colour < identity.length; colour++) {
            identity[colour] = colour;
        }
        return spread(identity);
    }

    @Override
    public String toString() {
        return counts.length + " colours of " + channels + " channels in " + size;
    }
}
