package org.vung.image.codec.jpeg;

import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Reads baseline and progressive JPEG of 8 bits with 1, 3 or 4 components. Adobe's and JFIF's marks decide between YCbCr, RGB,
 * CMYK and YCCK as in libjpeg; inks become RGB by multiplication, colour profiles are ignored. The Exif orientation is
 * applied.
 *
 * <p>A file whose data runs out is refused. A file that is whole but has a damaged stretch is read as libjpeg reads it,
 * with the stretch smeared or grey.
 */
public final class JpegDecoder {

    /** Most pixels of one byte: at least one bit for every block of 64. */
    private static final double MOST_PIXELS = 512;

    private JpegDecoder() {}

    /**
     * Decodes a file.
     *
     * @param source the file
     * @return its one picture
     * @throws ImageException if it is damaged, truncated, of another process or beyond the limits
     */
    public static List<Frame> decode(Source source) throws ImageException {
        Markers markers = Markers.of(source);
        FrameHeader header = markers.frame();
        Size size = header.check(source);
        source.plausible(size.pixels(), MOST_PIXELS, source.length());
        if (!markers.ended() && header.process() == FrameHeader.PROGRESSIVE) {
            throw source.bad("progressive JPEG has no end mark, scans are missing; the file is truncated");
        }
        Frame frame = Frame.of(picture(source, markers, size));
        return List.of(frame.upright(markers.orientation()));
    }

    /**
     * What the headers tell.
     *
     * @param source the file
     * @return its size and orientation
     * @throws ImageException if it is damaged, truncated, of another process or beyond the limits
     */
    public static Facts facts(Source source) throws ImageException {
        Markers markers = Markers.of(source);
        return Facts.of(markers.frame().check(source), markers.orientation(), 1);
    }

    private static Image picture(Source source, Markers markers, Size size) throws ImageException {
        int components = markers.frame().components().length;
        if (components == 3 && isYcc(markers)) {
            return Image.wrap(size, Layout.RGB, NativeReader.yccAsRgb(source, markers, size));
        }
        byte[] samples = NativeReader.stored(source, markers, size);
        if (components < 4) {
            return Image.wrap(size, Layout.usual(components), samples);
        }
        if (markers.adobeTransform() > 0) {
            Colours.cmykFromYcck(samples, size.height());
        }
        return Image.wrap(size, Layout.RGB, Colours.rgbFromCmyk(samples));
    }

    /** Three components are YCbCr unless Adobe's mark, or in its absence their names, say that they are red, green, blue. */
    private static boolean isYcc(Markers markers) throws ImageException {
        int[] ids = markers.frame().components();
        boolean named = ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B';
        return markers.jfif() || (markers.adobeTransform() < 0 ? !named : markers.adobeTransform() != 0);
    }
}
