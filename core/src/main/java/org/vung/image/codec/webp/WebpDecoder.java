package org.vung.image.codec.webp;

import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;
import org.vung.image.codec.vp8.Vp8Decoder;

/**
 * Reads WebP, lossy and lossless, with or without opacity; of an animation its first frame on its canvas. The Exif
 * orientation is applied, colour profiles are ignored.
 */
public final class WebpDecoder {

    /** Most pixels of a byte of VP8: a macroblock of 256 takes at least 3.2 bits for its modes. */
    private static final double MOST_LOSSY = 640;

    /** Most pixels of a byte of VP8L: a copy of 4,096 takes at least 10 bits. */
    private static final double MOST_LOSSLESS = 3277;

    /** A lossless picture of one colour takes no bits at all; up to so many pixels that is believed. */
    private static final int ONE_COLOUR = 1 << 22;

    private WebpDecoder() {}

    /**
     * Decodes a file.
     *
     * @param source the file
     * @return its first picture
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static List<Frame> decode(Source source) throws ImageException {
        Container container = Container.of(source);
        Size canvas = container.canvas();
        Size size = container.size();
        if (container.lossless()) {
            source.plausible(size.pixels() - (double) ONE_COLOUR, MOST_LOSSLESS, container.dataBytes());
        } else {
            source.plausible(size.pixels(), MOST_LOSSY, container.dataBytes());
        }
        if (container.opacityBytes() > 0) {
            source.plausible(size.pixels() - (double) ONE_COLOUR, MOST_LOSSLESS, container.opacityBytes());
        }
        source.plausible(canvas.pixels() - (double) ONE_COLOUR, MOST_LOSSLESS, source.length());
        Image picture = container.lossless() ? lossless(source, container, size) : lossy(source, container, size);
        Image whole = size.equals(canvas) ? picture : onCanvas(picture, container, canvas);
        return List.of(Frame.of(whole).upright(container.orientation()));
    }

    /**
     * What the header tells.
     *
     * @param source the file
     * @return its size and orientation
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static Facts facts(Source source) throws ImageException {
        Container container = Container.of(source);
        return Facts.of(container.canvas(), container.orientation(), 1);
    }

    /** Five bytes of header come before the bits. */
    private static Image lossless(Source source, Container container, Size size) throws ImageException {
        int end = container.dataAt() + container.dataBytes();
        int[] colours = new Lossless(new Bits(source, container.dataAt() + 5, end)).decode(size.height(), size.width());
        int channels = container.transparent() ? 4 : 3;
        byte[] samples = new byte[colours.length * channels];
        for (int pixel = 0, at = 0; pixel < colours.length; pixel++, at += channels) {
            samples[at] = (byte) (colours[pixel] >> 16);
            samples[at + 1] = (byte) (colours[pixel] >> 8);
            samples[at + 2] = (byte) colours[pixel];
            if (channels == 4) {
                samples[at + 3] = (byte) (colours[pixel] >>> 24);
            }
        }
        return Image.wrap(size, Layout.usual(channels), samples);
    }

    private static Image lossy(Source source, Container container, Size size) throws ImageException {
        int at = container.dataAt();
        if (container.opacityBytes() == 0) {
            byte[] rgb = Vp8Decoder.decode(source, at, at + container.dataBytes(), size, 3);
            return Image.wrap(size, Layout.RGB, rgb);
        }
        int from = container.opacityAt();
        int to = from + container.opacityBytes();
        byte[] opacity = AlphaPlane.decode(source, from, to, size.height(), size.width());
        byte[] rgba = Vp8Decoder.decode(source, at, at + container.dataBytes(), size, 4);
        for (int pixel = 0; pixel < opacity.length; pixel++) {
            rgba[4 * pixel + 3] = opacity[pixel];
        }
        return Image.wrap(size, Layout.RGBA, rgba);
    }

    /** The first frame of an animation that does not fill its canvas lies on transparent ground. */
    private static Image onCanvas(Image picture, Container container, Size canvas) {
        byte[] samples = new byte[canvas.pixels() * 4];
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                int at = 4 * canvas.index(container.top() + row, container.left() + column);
                for (int channel = 0; channel < 3; channel++) {
                    samples[at + channel] = (byte) picture.sample(row, column, channel);
                }
                samples[at + 3] = (byte) (picture.layout().hasAlpha() ? picture.sample(row, column, 3) : 255);
            }
        }
        return Image.wrap(canvas, Layout.RGBA, samples);
    }
}
