package org.vung.image;

import java.util.Arrays;
import org.vung.grid.RowBands;

/**
 * An immutable raster: rows × columns × channels of one {@link SampleType}, interleaved in one array, row by row.
 *
 * <p>The {@code of} factories copy the array they are given; the {@code wrap} factories take it over, and the caller must
 * not write to it again. The {@code shared…} accessors hand out the array itself for kernels that read it; writing to it
 * breaks every holder of the image.
 */
public final class Image {

    private final Size size;
    private final Layout layout;
    private final int channels;
    private final SampleType type;
    private final Object samples;

    private Image(Size size, Layout layout, SampleType type, Object samples, int length) {
        int pixels = size.pixels();
        int channels = length / pixels;
        if ((long) channels * pixels != length || !layout.fits(channels)) {
            throw new IllegalArgumentException("samples must fill a " + size + " " + layout + " image, got " + length
                    + " for " + pixels + " pixels");
        }
        this.size = size;
        this.layout = layout;
        this.channels = channels;
        this.type = type;
        this.samples = samples;
    }

    /**
     * An 8-bit image over a copy of the samples.
     *
     * @param size height and width
     * @param layout meaning of the channels
     * @param samples interleaved, row by row, unsigned 0 … 255
     * @return the image
     */
    public static Image of(Size size, Layout layout, byte[] samples) {
        return wrap(size, layout, samples.clone());
    }

    /**
     * A 16-bit image over a copy of the samples.
     *
     * @param size height and width
     * @param layout meaning of the channels
     * @param samples interleaved, row by row, unsigned 0 … 65535
     * @return the image
     */
    public static Image of(Size size, Layout layout, short[] samples) {
        return wrap(size, layout, samples.clone());
    }

    /**
     * A float image over a copy of the samples.
     *
     * @param size height and width
     * @param layout meaning of the channels
     * @param samples interleaved, row by row
     * @return the image
     */
    public static Image of(Size size, Layout layout, float[] samples) {
        return wrap(size, layout, samples.clone());
    }

    /**
     * An 8-bit image that takes the array over.
     *
     * @param size height and width
     * @param layout meaning of the channels
     * @param samples interleaved, row by row, unsigned 0 … 255; given away
     * @return the image
     */
    public static Image wrap(Size size, Layout layout, byte[] samples) {
        return new Image(size, layout, SampleType.UINT8, samples, samples.length);
    }

    /**
     * A 16-bit image that takes the array over.
     *
     * @param size height and width
     * @param layout meaning of the channels
     * @param samples interleaved, row by row, unsigned 0 … 65535; given away
     * @return the image
     */
    public static Image wrap(Size size, Layout layout, short[] samples) {
        return new Image(size, layout, SampleType.UINT16, samples, samples.length);
    }

    /**
     * A float image that takes the array over.
     *
     * @param size height and width
     * @param layout meaning of the channels
     * @param samples interleaved, row by row; given away
     * @return the image
     */
    public static Image wrap(Size size, Layout layout, float[] samples) {
        return new Image(size, layout, SampleType.FLOAT32, samples, samples.length);
    }

    /**
     * Height and width.
     *
     * @return the size in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * Rows.
     *
     * @return the height in pixels
     */
    public int height() {
        return size.height();
    }

    /**
     * Columns.
     *
     * @return the width in pixels
     */
    public int width() {
        return size.width();
    }

    /**
     * What the channels mean.
     *
     * @return the layout
     */
    public Layout layout() {
        return layout;
    }

    /**
     * Samples per pixel, opacity included.
     *
     * @return the number of channels, at least 1
     */
    public int channels() {
        return channels;
    }

    /**
     * Samples per pixel without opacity.
     *
     * @return the number of channels a method works on
     */
    public int colourChannels() {
        return layout.hasAlpha() ? channels - 1 : channels;
    }

    /**
     * How samples are stored.
     *
     * @return the sample type
     */
    public SampleType type() {
        return type;
    }

    /**
     * One sample as stored, not scaled.
     *
     * @param row 0 … height − 1
     * @param column 0 … width − 1
     * @param channel 0 … channels − 1
     * @return 0 … 255, 0 … 65535 or the float
     */
    public float sample(int row, int column, int channel) {
        int at = size.index(row, column) * channels + channel;
        return switch (type) {
            case UINT8 -> ((byte[]) samples)[at] & 0xFF;
            case UINT16 -> ((short[]) samples)[at] & 0xFFFF;
            case FLOAT32 -> ((float[]) samples)[at];
        };
    }

    /**
     * The 8-bit samples themselves, for reading only.
     *
     * @return the array behind the image
     * @throws IllegalStateException if the image is not {@link SampleType#UINT8}
     */
    public byte[] sharedBytes() {
        return (byte[]) shared(SampleType.UINT8);
    }

    /**
     * The 16-bit samples themselves, for reading only.
     *
     * @return the array behind the image
     * @throws IllegalStateException if the image is not {@link SampleType#UINT16}
     */
    public short[] sharedShorts() {
        return (short[]) shared(SampleType.UINT16);
    }

    /**
     * The float samples themselves, for reading only.
     *
     * @return the array behind the image
     * @throws IllegalStateException if the image is not {@link SampleType#FLOAT32}
     */
    public float[] sharedFloats() {
        return (float[]) shared(SampleType.FLOAT32);
    }

    /**
     * Some rows, copied.
     *
     * @param from first row
     * @param count rows, at least 1
     * @return an image of this width, layout and sample type
     * @throws IllegalArgumentException if the image has no such rows
     */
    public Image rows(int from, int count) {
        if (from < 0 || count < 1 || count > size.height() - from) {
            throw new IllegalArgumentException(
                    "rows must lie within 0 … " + (size.height() - 1) + ", got " + count + " from row " + from + " on");
        }
        Image part = blank(new Size(count, size.width()));
        int row = size.width() * channels;
        System.arraycopy(samples, from * row, part.samples, 0, count * row);
        return part;
    }

    /**
     * An image of this layout and sample type whose samples are 0, for its maker to fill.
     *
     * @param other its height and width
     * @return a new image
     */
    public Image blank(Size other) {
        int length = Math.multiplyExact(other.pixels(), channels);
        return switch (type) {
            case UINT8 -> wrap(other, layout, new byte[length]);
            case UINT16 -> wrap(other, layout, new short[length]);
            case FLOAT32 -> wrap(other, layout, new float[length]);
        };
    }

    /**
     * The samples themselves, of whatever type, to be copied by {@link System#arraycopy} between images of one type.
     *
     * @return the array behind the image: {@code byte[]}, {@code short[]} or {@code float[]}
     */
    public Object sharedSamples() {
        return samples;
    }

    /**
     * All samples divided by {@link SampleType#white()}, opacity dropped; what scikit-image calls {@code img_as_float}.
     *
     * @return interleaved samples [height · width · colourChannels]; pictures lie in 0 … 1
     */
    public float[] unitFloats() {
        int colours = colourChannels();
        float[] unit = new float[size.pixels() * colours];
        float scale = 1f / type.white();
        RowBands.forEach(size.height(), (from, to) -> {
            for (int pixel = from * size.width(); pixel < to * size.width(); pixel++) {
                for (int channel = 0; channel < colours; channel++) {
                    unit[pixel * colours + channel] = stored(pixel * channels + channel) * scale;
                }
            }
        });
        return unit;
    }

    /**
     * The image in 8 bits: 16-bit samples divided by 257 and rounded, floats times 255, rounded and clamped (NaN is 0).
     *
     * @return this image if it has 8 bits already
     */
    public Image to8Bit() {
        if (type == SampleType.UINT8) {
            return this;
        }
        byte[] bytes = new byte[size.pixels() * channels];
        float scale = 255f / type.white();
        RowBands.forEach(size.height(), (from, to) -> {
            for (int at = from * size.width() * channels; at < to * size.width() * channels; at++) {
                bytes[at] = (byte) Math.max(0, Math.min(255, Math.round(stored(at) * scale)));
            }
        });
        return wrap(size, layout, bytes);
    }

    /**
     * The image without its opacity.
     *
     * @return this image if it has none
     */
    public Image withoutAlpha() {
        return layout.hasAlpha() ? select(layout == Layout.RGBA ? Layout.RGB : Layout.GREY, channels - 1) : this;
    }

    private Image select(Layout kept, int count) {
        int pixels = size.pixels();
        Object copy = switch (type) {
            case UINT8 -> new byte[pixels * count];
            case UINT16 -> new short[pixels * count];
            case FLOAT32 -> new float[pixels * count];
        };
        for (int pixel = 0; pixel < pixels; pixel++) {
            System.arraycopy(samples, pixel * channels, copy, pixel * count, count);
        }
        return new Image(size, kept, type, copy, pixels * count);
    }

    private float stored(int at) {
        return switch (type) {
            case UINT8 -> ((byte[]) samples)[at] & 0xFF;
            case UINT16 -> ((short[]) samples)[at] & 0xFFFF;
            case FLOAT32 -> ((float[]) samples)[at];
        };
    }

    private Object shared(SampleType wanted) {
        if (type != wanted) {
            throw new IllegalStateException("image must be " + wanted + ", got " + type);
        }
        return samples;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image that
                && size.equals(that.size)
                && layout == that.layout
                && type == that.type
                && sameSamples(that);
    }

    private boolean sameSamples(Image that) {
        return switch (type) {
            case UINT8 -> Arrays.equals((byte[]) samples, (byte[]) that.samples);
            case UINT16 -> Arrays.equals((short[]) samples, (short[]) that.samples);
            case FLOAT32 -> Arrays.equals((float[]) samples, (float[]) that.samples);
        };
    }

    @Override
    public int hashCode() {
        int content = switch (type) {
            case UINT8 -> Arrays.hashCode((byte[]) samples);
            case UINT16 -> Arrays.hashCode((short[]) samples);
            case FLOAT32 -> Arrays.hashCode((float[]) samples);
        };
        return 31 * size.hashCode() + content;
    }

    @Override
    public String toString() {
        return size + " " + layout + " " + type;
    }
}
