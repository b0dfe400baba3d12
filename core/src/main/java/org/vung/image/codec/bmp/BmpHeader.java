package org.vung.image.codec.bmp;

import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * The file header and any of the information headers: OS/2 (12, 16 or 64 bytes), Windows (40, 52, 56, 108, 124).
 *
 * @param size height and width
 * @param topDown whether the first stored row is the upper one
 * @param bits per pixel: 1, 2, 4, 8 with a palette, 16, 24, 32 without
 * @param compression one of the constants
 * @param colours entries of the palette
 * @param headerBytes length of the information header
 * @param pixelsAt where the pixels begin
 */
record BmpHeader(Size size, boolean topDown, int bits, int compression, int colours, int headerBytes, int pixelsAt) {

    static final int PLAIN = 0;
    static final int RLE8 = 1;
    static final int RLE4 = 2;
    static final int BIT_FIELDS = 3;
    static final int ALPHA_BIT_FIELDS = 6;

    private static final int FILE_HEADER = 14;

    /** Reads both headers; the cursor then stands at the masks of bit fields or at the palette. */
    static BmpHeader read(Source source, Cursor cursor) throws ImageException {
        cursor.seek(10);
        long pixelsAt = cursor.u32();
        long length = cursor.u32();
        if (length != 12 && (length < 16 || length > 124)) {
            throw source.bad(
                    "BMP's header must have 12 or 16 to 124 bytes, got " + length + "; save it as a Windows bitmap");
        }
        boolean small = length == 12;
        long width = small ? cursor.u16() : cursor.i32();
        long height = small ? cursor.u16() : cursor.i32();
        cursor.skip(2);
        int bits = cursor.u16();
        long compression = length >= 20 ? cursor.u32() : PLAIN;
        long used = 0;
        if (length >= 36) {
            cursor.skip(12);
            used = cursor.u32();
        }
        check(source, bits, compression, length);
        int bytes = bits <= 8 ? 1 : bits == 24 ? 3 : 4;
        Size size = source.size(Math.abs(height), width, bytes);
        int masks = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS ? FILE_HEADER + 40 : 0;
        cursor.seek(masks > 0 ? masks : FILE_HEADER + length);
        int most = bits <= 8 ? 1 << bits : 0;
        int colours = used > 0 && used < most ? (int) used : most;
        if (cursor.position() == pixelsAt && colours > 0) {
            pixelsAt += (long) colours * (small ? 3 : 4); // the writer forgot its palette
        }
        if (pixelsAt > source.length()) {
            throw source.bad("BMP's pixels should begin at byte " + pixelsAt + ", the file ends at byte "
                    + source.length() + "; the file is truncated");
        }
        return new BmpHeader(size, height < 0, bits, (int) compression, colours, (int) length, (int) pixelsAt);
    }

    private static void check(Source source, int bits, long compression, long length) throws ImageException {
        boolean known;
        if (compression == PLAIN) {
            known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
        } else if (compression == RLE8 || compression == RLE4) {
            known = bits == (compression == RLE8 ? 8 : 4);
        } else {
            boolean fields = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
            known = fields && length >= 40 && length != 64 && (bits == 16 || bits == 32);
        }
        if (!known) {
            throw source.bad("BMP of " + bits + " bits with compression " + compression
                    + " is not supported; save it without compression");
        }
    }

    /** Bytes of a palette entry. */
    int colourBytes() {
        return headerBytes == 12 ? 3 : 4;
    }

    /** Bytes of a row, padded to four. */
    int stride() {
        return (int) (((long) size.width() * bits + 31) / 32 * 4);
    }

    /** Where a stored row goes. */
    int row(int stored) {
        return topDown ? stored : size.height() - 1 - stored;
    }
}
