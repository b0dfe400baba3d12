package org.vung.image.codec.png;

import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * The IHDR chunk.
 *
 * @param size height and width
 * @param depth bits per sample: 1, 2, 4, 8 or 16
 * @param colour 0 grey, 2 RGB, 3 palette, 4 grey with opacity, 6 RGB with opacity
 * @param interlaced whether the rows come in the seven passes of Adam7
 */
record Header(Size size, int depth, int colour, boolean interlaced) {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    /** Reads the 13 bytes of the chunk; the size is checked against the limits. */
    static Header read(Source source, Cursor cursor) throws ImageException {
        long width = cursor.u32();
        long height = cursor.u32();
        int depth = cursor.u8();
        int colour = cursor.u8();
        boolean known = switch (colour) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known) {
            throw source.bad("PNG has no colour type " + colour + " of " + depth + " bits; the file is damaged");
        }
        int compression = cursor.u8();
        int filter = cursor.u8();
        int interlace = cursor.u8();
        if (compression != 0 || filter != 0 || interlace > 1) {
            throw source.bad("PNG has no compression " + compression + ", filter " + filter + ", interlace " + interlace
                    + "; the file is damaged");
        }
        int bytes = channels(colour) * (depth == 16 ? 2 : 1);
        return new Header(source.size(height, width, bytes), depth, colour, interlace == 1);
    }

    /** The header of so many of the rows. */
    Header ofRows(int rows) {
        return new Header(new Size(rows, size.width()), depth, colour, interlaced);
    }

    /** Samples per pixel in the file: 1 … 4. */
    int channels() {
        return channels(colour);
    }

    private static int channels(int colour) {
        return switch (colour) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    /** Bits per pixel in the file: 1 … 64. */
    int bits() {
        return channels() * depth;
    }

    /** Bytes of a row of so many pixels, the filter byte not counted. */
    int stride(int columns) {
        return (int) (((long) columns * bits() + 7) / 8);
    }

    /** Distance in bytes to the byte a filter predicts from. */
    int reach() {
        return Math.max(1, bits() / 8);
    }
}
