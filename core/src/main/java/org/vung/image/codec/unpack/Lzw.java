package org.vung.image.codec.unpack;

import org.vung.image.codec.ImageException;

/**
 * LZW as TIFF has it: codes of 9 … 12 bits, high bit first, one code early (TIFF 6.0, section 13). A string of the table
 * is a stretch of what was unpacked before, so the table holds only where each begins and how long it is.
 */
public final class Lzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_STRING = 258;
    private static final int MOST_CODES = 4096;

    private final Packed packed;
    private final byte[] out;
    private final int[] starts = new int[MOST_CODES];
    private final int[] lengths = new int[MOST_CODES];
    private int at;
    private long window;
    private int windowBits;

    private Lzw(Packed packed, int expected) {
        this.packed = packed;
        this.out = new byte[expected];
        this.at = packed.offset();
    }

    /**
     * Unpacks.
     *
     * @param packed the codes
     * @param expected bytes that the rows take
     * @return exactly so many bytes; what the codes hold beyond is left out
     * @throws ImageException if a code is not in the table or the codes end early
     */
    public static byte[] unpack(Packed packed, int expected) throws ImageException {
        if (packed.length() > 1
                && packed.bytes()[packed.offset()] == 0
                && (packed.bytes()[packed.offset() + 1] & 1) == 1) {
            throw packed.source()
                    .bad("LZW with the low bit first, as before TIFF 5.0, is not read; save the file again");
        }
        return new Lzw(packed, expected).unpack();
    }

    private byte[] unpack() throws ImageException {
        int width = 9;
        int next = FIRST_STRING;
        int previous = 0;
        int previousLength = 0;
        int filled = 0;
        while (filled < out.length) {
            int code = code(width);
            if (code == END) {
                break;
            }
            if (code == CLEAR) {
                width = 9;
                next = FIRST_STRING;
                previousLength = 0;
                continue;
            }
            if (previousLength > 0 && next < MOST_CODES) {
                starts[next] = previous;
                lengths[next++] = previousLength + 1;
                width = next >= (1 << width) - 1 && width < 12 ? width + 1 : width;
            }
            if (code >= next || (code > 255 && previousLength == 0)) {
                throw packed.damaged("has LZW code " + code + " beyond its table of " + next);
            }
            previous = filled;
            previousLength = copy(code, filled);
            filled += Math.min(previousLength, out.length - filled);
        }
        if (filled < out.length) {
            throw packed.tooShort(filled, out.length);
        }
        return out;
    }

    /** The length of the string, which may reach into itself: its last byte can be its own first. */
    private int copy(int code, int to) {
        if (code < CLEAR) {
            out[to] = (byte) code;
            return 1;
        }
        int from = starts[code];
        int count = Math.min(lengths[code], out.length - to);
        if (from + count <= to) {
            System.arraycopy(out, from, out, to, count);
        } else {
            for (int i = 0; i < count; i++) {
                out[to + i] = out[from + i];
            }
        }
        return lengths[code];
    }

    /** The next code; the end of the bytes is an end of the codes. */
    private int code(int width) {
        while (windowBits < width) {
            if (at >= packed.end()) {
                return END;
            }
            window = window << 8 | (packed.bytes()[at++] & 0xFF);
            windowBits += 8;
        }
        windowBits -= width;
        return (int) (window >>> windowBits) & ((1 << width) - 1);
    }
}
