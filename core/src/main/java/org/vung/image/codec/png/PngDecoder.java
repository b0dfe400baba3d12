package org.vung.image.codec.png;

import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Reads PNG of every colour type and depth, interlaced or not; of an animated PNG its still image. Opacity comes from the
 * fourth channel or from tRNS; the eXIf chunk turns the picture upright; colour profiles and gamma are ignored.
 *
 * <p>Nothing but the pixels is allocated: text chunks are stepped over, and a header that declares more than deflate can
 * make of the data that is there is refused before.
 */
public final class PngDecoder {

    /** Most bytes one byte of deflate can become. */
    private static final double MOST_INFLATION = 1032;

    private PngDecoder() {}

    /**
     * Decodes a file.
     *
     * @param source the file
     * @return its one picture
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static List<Frame> decode(Source source) throws ImageException {
        Chunks chunks = chunks(source);
        Frame frame = frame(source, chunks, chunks.header(), sink -> Passes.read(source, chunks, sink));
        return List.of(frame.upright(chunks.orientation()));
    }

    /**
     * What the header tells.
     *
     * @param source the file
     * @return its size and orientation
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static Facts facts(Source source) throws ImageException {
        Chunks chunks = chunks(source);
        return Facts.of(chunks.header().size(), chunks.orientation(), 1);
    }

    /** Where the parts of a file lie, whose data can fill what its header declares. */
    static Chunks chunks(Source source) throws ImageException {
        Chunks chunks = Chunks.of(source);
        Header header = chunks.header();
        double raw =
                (double) header.stride(header.size().width()) * header.size().height();
        source.plausible(raw, MOST_INFLATION, chunks.dataBytes());
        return chunks;
    }

    /** Hands every row to a sink. */
    @FunctionalInterface
    interface Feed {
        void into(Passes.Sink sink) throws ImageException;
    }

    /** The picture of a header's size that rows make, not yet upright. */
    static Frame frame(Source source, Chunks chunks, Header header, Feed feed) throws ImageException {
        return header.depth() == 16 ? deep(chunks, header, feed) : shallow(source, chunks, header, feed);
    }

    /** 16 bits a sample. */
    private static Frame deep(Chunks chunks, Header header, Feed feed) throws ImageException {
        int channels = header.channels();
        short[] samples = new short[header.size().pixels() * channels];
        feed.into((row, columns, at, step) -> {
            for (int column = 0, in = 0; column < columns; column++, at += step) {
                for (int channel = 0; channel < channels; channel++, in += 2) {
                    samples[at * channels + channel] = (short) ((row[in] << 8) | (row[in + 1] & 0xFF));
                }
            }
        });
        byte[] clear = chunks.transparency();
        if (clear.length < 2 * channels || channels == 2 || channels == 4) {
            return Frame.of(Image.wrap(header.size(), Layout.usual(channels), samples));
        }
        short[] keyed = new short[header.size().pixels() * (channels + 1)];
        for (int in = 0, out = 0; in < samples.length; in += channels) {
            boolean same = true;
            for (int channel = 0; channel < channels; channel++) {
                same &= samples[in + channel] == (short) key(clear, channel);
                keyed[out++] = samples[in + channel];
            }
            keyed[out++] = (short) (same ? 0 : 0xFFFF);
        }
        return Frame.of(Image.wrap(header.size(), Layout.usual(channels + 1), keyed));
    }

    /** 1 to 8 bits a sample. */
    private static Frame shallow(Source source, Chunks chunks, Header header, Feed feed) throws ImageException {
        Size size = header.size();
        int channels = header.channels();
        int depth = header.depth();
        byte[] samples = new byte[size.pixels() * channels];
        if (depth < 8) {
            feed.into((row, columns, at, step) -> unpack(row, columns, depth, samples, at, step));
        } else {
            feed.into((row, columns, at, step) -> spread(row, columns, channels, samples, at, step));
        }
        byte[] clear = chunks.transparency();
        return switch (header.colour()) {
            case Header.PALETTE -> Frame.indexed(size, samples, palette(source, chunks));
            case Header.GREY -> Frame.levels(size, samples, (1 << depth) - 1, clear.length < 2 ? -1 : key(clear, 0));
            case Header.RGB ->
                clear.length < 6
                        ? Frame.of(Image.wrap(size, Layout.RGB, samples))
                        : Frame.of(Image.wrap(size, Layout.RGBA, keyed(samples, clear)));
            default -> Frame.of(Image.wrap(size, Layout.usual(channels), samples));
        };
    }

    private static void unpack(byte[] row, int columns, int depth, byte[] samples, int at, int step) {
        int mask = (1 << depth) - 1;
        for (int column = 0, bit = 0; column < columns; column++, bit += depth, at += step) {
            samples[at] = (byte) (row[bit >> 3] >> (8 - depth - (bit & 7)) & mask);
        }
    }

    private static void spread(byte[] row, int columns, int channels, byte[] samples, int at, int step) {
        if (step == 1) {
            System.arraycopy(row, 0, samples, at * channels, columns * channels);
            return;
        }
        for (int column = 0, in = 0; column < columns; column++, at += step) {
            for (int channel = 0; channel < channels; channel++) {
                samples[at * channels + channel] = row[in++];
            }
        }
    }

    private static byte[] keyed(byte[] samples, byte[] clear) {
        byte[] keyed = new byte[samples.length / 3 * 4];
        byte red = (byte) key(clear, 0);
        byte green = (byte) key(clear, 1);
        byte blue = (byte) key(clear, 2);
        for (int in = 0, out = 0; in < samples.length; in += 3, out += 4) {
            keyed[out] = samples[in];
            keyed[out + 1] = samples[in + 1];
            keyed[out + 2] = samples[in + 2];
            boolean same = samples[in] == red && samples[in + 1] == green && samples[in + 2] == blue;
            keyed[out + 3] = (byte) (same ? 0 : 255);
        }
        return keyed;
    }

    private static int key(byte[] clear, int channel) {
        return ((clear[2 * channel] & 0xFF) << 8) | (clear[2 * channel + 1] & 0xFF);
    }

    private static int[] palette(Source source, Chunks chunks) throws ImageException {
        byte[] rgb = chunks.palette();
        byte[] opacity = chunks.transparency();
        if (rgb.length < 3) {
            throw source.bad("PNG has palette indices but no PLTE chunk; the file is damaged");
        }
        int[] palette = new int[rgb.length / 3];
        for (int index = 0; index < palette.length; index++) {
            int alpha = index < opacity.length ? opacity[index] & 0xFF : 255;
            palette[index] = alpha << 24
                    | (rgb[3 * index] & 0xFF) << 16
                    | (rgb[3 * index + 1] & 0xFF) << 8
                    | (rgb[3 * index + 2] & 0xFF);
        }
        return palette;
    }
}
