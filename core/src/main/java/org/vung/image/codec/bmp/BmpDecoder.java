package org.vung.image.codec.bmp;

import java.nio.ByteOrder;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Reads bitmaps of 1 to 32 bits, plain, run-length coded or with bit fields. A palette that is the plain scale of grey gives
 * a grey picture. The fourth byte of 32 bits is opacity only if a mask says so.
 */
public final class BmpDecoder {

    /** Most pixels a byte of runs can hold; a run is two bytes for 255, moves may leave gaps. */
    private static final double MOST_PIXELS = 4096;

    private final Source source;
    private final Cursor cursor;
    private final BmpHeader header;

    private BmpDecoder(Source source) throws ImageException {
        this.source = source;
        this.cursor = new Cursor(source, ByteOrder.LITTLE_ENDIAN);
        this.header = BmpHeader.read(source, cursor);
    }

    /**
     * Decodes a file.
     *
     * @param source the file
     * @return its one picture
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static List<Frame> decode(Source source) throws ImageException {
        BmpDecoder decoder = new BmpDecoder(source);
        return List.of(decoder.header.bits() <= 8 ? decoder.indexed() : decoder.direct());
    }

    private Frame indexed() throws ImageException {
        int[] palette = palette();
        cursor.seek(header.pixelsAt());
        Size size = header.size();
        byte[] indices;
        if (header.compression() == BmpHeader.PLAIN) {
            indices = unpacked();
        } else {
            source.plausible(size.pixels(), MOST_PIXELS, cursor.remaining());
            indices = new RunLengths(header, cursor).decode();
        }
        return greyScale(palette)
                ? Frame.levels(size, indices, palette.length - 1, -1)
                : Frame.indexed(size, indices, palette);
    }

    private int[] palette() throws ImageException {
        int before = header.pixelsAt() - (int) cursor.position();
        int room = before <= 0 ? header.colours() : before / header.colourBytes();
        int[] palette = new int[Math.max(1, Math.min(header.colours(), room))];
        for (int index = 0; index < palette.length; index++) {
            palette[index] = 0xFF000000 | cursor.u8() | cursor.u8() << 8 | cursor.u8() << 16;
            cursor.skip(header.colourBytes() - 3L);
        }
        return palette;
    }

    private boolean greyScale(int[] palette) {
        int white = palette.length - 1;
        boolean grey = palette.length == 1 << header.bits();
        for (int index = 0; index <= white && grey; index++) {
            grey = palette[index] == (0xFF000000 | (index * 510 + white) / (2 * white) * 0x010101);
        }
        return grey;
    }

    private byte[] unpacked() throws ImageException {
        plainData();
        Size size = header.size();
        int bits = header.bits();
        int mask = (1 << bits) - 1;
        byte[] indices = new byte[size.pixels()];
        byte[] content = source.sharedContent();
        for (int stored = 0; stored < size.height(); stored++) {
            int from = header.pixelsAt() + stored * header.stride();
            int at = size.index(header.row(stored), 0);
            for (int column = 0, bit = 0; column < size.width(); column++, bit += bits) {
                indices[at++] = (byte) (content[from + (bit >> 3)] >> (8 - bits - (bit & 7)) & mask);
            }
        }
        return indices;
    }

    /** All rows must be there; only the padding of the last one may be missing. */
    private void plainData() throws ImageException {
        long needed = (long) header.stride() * (header.size().height() - 1)
                + ((long) header.size().width() * header.bits() + 7) / 8;
        if (header.pixelsAt() + needed > source.length()) {
            throw source.bad("BMP needs " + needed + " bytes of pixels from byte " + header.pixelsAt()
                    + ", the file ends at byte " + source.length() + "; the file is truncated");
        }
    }

    private Frame direct() throws ImageException {
        BitFields fields = fields();
        cursor.seek(header.pixelsAt());
        plainData();
        Size size = header.size();
        int channels = fields.hasAlpha() ? 4 : 3;
        byte[] samples = new byte[size.pixels() * channels];
        for (int stored = 0; stored < size.height(); stored++) {
            int from = header.pixelsAt() + stored * header.stride();
            int at = size.index(header.row(stored), 0) * channels;
            fields.unpack(source.sharedContent(), from, header.bits() / 8, samples, at, size.width());
        }
        return Frame.of(Image.wrap(size, channels == 4 ? Layout.RGBA : Layout.RGB, samples));
    }

    private BitFields fields() throws ImageException {
        if (header.compression() == BmpHeader.PLAIN) {
            return header.bits() == 16
                    ? new BitFields(0x7C00, 0x03E0, 0x001F, 0)
                    : new BitFields(0xFF0000, 0x00FF00, 0x0000FF, 0);
        }
        int red = cursor.i32();
        int green = cursor.i32();
        int blue = cursor.i32();
        boolean alpha = header.compression() == BmpHeader.ALPHA_BIT_FIELDS || header.headerBytes() >= 56;
        return new BitFields(red, green, blue, alpha ? cursor.i32() : 0);
    }
}
