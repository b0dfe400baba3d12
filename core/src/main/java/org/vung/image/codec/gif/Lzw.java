package org.vung.image.codec.gif;

import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** GIF's variable-length-code LZW: codes of 2 to 12 bits, lowest bit first, in sub-blocks of at most 255 bytes. */
final class Lzw {

    private static final int MOST_CODES = 4096;

    private final Source source;
    private final Cursor cursor;
    private final short[] prefix = new short[MOST_CODES];
    private final byte[] suffix = new byte[MOST_CODES];
    private final byte[] reversed = new byte[MOST_CODES];
    private int blockLeft;
    private int bits;
    private int bitCount;

    Lzw(Source source, Cursor cursor) {
        this.source = source;
        this.cursor = cursor;
    }

    /** Decodes so many indices from the cursor, which then stands behind the last sub-block. */
    byte[] decode(int pixels) throws ImageException {
        int least = cursor.u8();
        if (least < 1 || least > 11) {
            throw source.bad("GIF's first code must have 1 to 11 bits, got " + least + "; the file is damaged");
        }
        byte[] indices = new byte[pixels];
        int done = decode(least, indices);
        if (done < pixels) {
            throw source.bad("GIF's pixels end after " + done + " of " + pixels + "; the file is truncated");
        }
        skipBlocks(cursor, blockLeft);
        return indices;
    }

    private int decode(int least, byte[] indices) throws ImageException {
        int clear = 1 << least;
        int next = clear + 2;
        int width = least + 1;
        int previous = -1;
        int done = 0;
        for (int code = 0; code < clear; code++) {
            suffix[code] = (byte) code;
        }
        while (done < indices.length) {
            int code = code(width);
            if (code == clear) {
                next = clear + 2;
                width = least + 1;
                previous = -1;
                continue;
            } else if (code < 0 || code == clear + 1) {
                return done;
            } else if (code > next || (code >= clear && previous < 0) || (code == next && next == MOST_CODES)) {
                throw source.bad(
                        "GIF's code " + code + " names no string yet after pixel " + done + "; the file is damaged");
            }
            int string = code == next ? previous : code;
            int length = 0;
            while (string >= clear) {
                reversed[length++] = suffix[string];
                string = prefix[string];
            }
            byte first = suffix[string];
            reversed[length++] = first;
            for (int i = length - 1; i >= 0 && done < indices.length; i--) {
                indices[done++] = reversed[i];
            }
            if (code == next && done < indices.length) {
                indices[done++] = first;
            }
            if (previous >= 0 && next < MOST_CODES) {
                prefix[next] = (short) previous;
                suffix[next++] = first;
                width += next == 1 << width && width < 12 ? 1 : 0;
            }
            previous = code;
        }
        return done;
    }

    /** The next code, or −1 behind the last sub-block. */
    private int code(int width) throws ImageException {
        while (bitCount < width) {
            if (blockLeft == 0) {
                blockLeft = cursor.u8();
                if (blockLeft == 0) {
                    cursor.seek(cursor.position() - 1L);
                    return -1;
                }
            }
            bits |= cursor.u8() << bitCount;
            bitCount += 8;
            blockLeft--;
        }
        int code = bits & (1 << width) - 1;
        bits >>>= width;
        bitCount -= width;
        return code;
    }

    /** Steps over what is left of a sub-block and all that follow it; a file that ends there is taken as it is. */
    static void skipBlocks(Cursor cursor, int left) throws ImageException {
        int length = left;
        do {
            cursor.skip(Math.min(length, cursor.remaining()));
            length = cursor.remaining() > 0 ? cursor.u8() : 0;
        } while (length > 0);
    }
}
