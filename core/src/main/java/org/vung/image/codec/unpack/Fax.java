package org.vung.image.codec.unpack;

import java.util.Arrays;
import org.vung.image.codec.ImageException;

/**
 * Black and white pictures as fax machines send them: ITU-T T.4 (Group 3, one- and two-dimensional, and the byte-aligned
 * rows of TIFF's compression 2) and T.6 (Group 4). A row is a list of the columns where the colour changes; a
 * two-dimensional row is told by its difference from the row above.
 *
 * <p>Differs from the recommendations: their uncompressed mode is refused.
 */
public final class Fax {

    /** How rows are coded. */
    public enum Coding {
        /** One-dimensional rows, each from a new byte on: TIFF's compression 2. */
        ROWS,
        /** Group 3: rows begin with an end-of-line code. */
        GROUP_3,
        /** Group 3 with a bit after each end of line that says whether the row is one-dimensional. */
        GROUP_3_TWO_DIMENSIONAL,
        /** Group 4: all rows two-dimensional, nothing between them. */
        GROUP_4
    }

    private static final int END_OF_LINE_ZEROS = 11;

    private final Packed packed;
    private final Coding coding;
    private final int width;
    private final long lastBit;
    private long bit;
    /** Columns where the colour changes, white to black first, in the row above and in this one; then {@code width}. */
    private int[] above;

    private int[] changes;
    private int count;

    private Fax(Packed packed, Coding coding, int width) {
        this.packed = packed;
        this.coding = coding;
        this.width = width;
        this.bit = packed.offset() * 8L;
        this.lastBit = packed.end() * 8L;
        this.above = new int[width + 5];
        this.changes = new int[width + 5];
        Arrays.fill(above, width);
    }

    /**
     * Unpacks.
     *
     * @param packed the codes, high bit first
     * @param coding how rows are coded
     * @param width columns, at least 1
     * @param rows rows, at least 1
     * @return rows of ⌈width / 8⌉ bytes, high bit first, 1 for black
     * @throws ImageException if a code is unknown, a row does not fit the width or rows are missing
     */
    public static byte[] unpack(Packed packed, Coding coding, int width, int rows) throws ImageException {
        return new Fax(packed, coding, width).rows(rows);
    }

    private byte[] rows(int rows) throws ImageException {
        int rowBytes = (width + 7) / 8;
        byte[] out = new byte[Math.multiplyExact(rowBytes, rows)];
        for (int row = 0; row < rows; row++) {
            boolean oneDimensional = startRow(row, rows);
            count = 0;
            if (oneDimensional) {
                runs(row);
            } else {
                differences(row);
            }
            Arrays.fill(changes, count, count + 4, width);
            for (int at = 0; at < count; at += 2) {
                blacken(out, row * rowBytes, changes[at], changes[at + 1]);
            }
            int[] swap = above;
            above = changes;
            changes = swap;
        }
        return out;
    }

    /** Steps over what stands between rows; whether the row is one-dimensional. */
    private boolean startRow(int row, int rows) throws ImageException {
        switch (coding) {
            case ROWS -> {
                bit = (bit + 7) / 8 * 8;
                return true;
            }
            case GROUP_4 -> {
                return false;
            }
            default -> {
                boolean marked = skipEndOfLine();
                boolean oneDimensional = coding == Coding.GROUP_3 || !marked || bits(1) == 1;
                bit += coding == Coding.GROUP_3 || !marked ? 0 : 1;
                if (marked && bits(END_OF_LINE_ZEROS) == 0 && row > 0) {
                    throw packed.damaged("ends after row " + row + " of " + rows);
                }
                return oneDimensional;
            }
        }
    }

    /** Steps over fill and an end-of-line code, if they come next: no other code begins with eleven zeros. */
    private boolean skipEndOfLine() throws ImageException {
        if (bits(END_OF_LINE_ZEROS) != 0) {
            return false;
        }
        while (bits(1) == 0) {
            bit++;
            if (bit >= lastBit) {
                throw packed.damaged("has too few rows");
            }
        }
        bit++;
        return true;
    }

    /** A one-dimensional row: runs of white and black in turn. */
    private void runs(int row) throws ImageException {
        int column = 0;
        for (int colour = 0; column < width; colour ^= 1) {
            column = change(row, column, column + run(row, colour));
        }
    }

    /** A two-dimensional row (T.4, 4.2): a0, a1 and b1, b2 as there. */
    private void differences(int row) throws ImageException {
        int a0 = -1;
        int colour = 0;
        int reference = 0;
        while (a0 < width) {
            reference = (Math.max(colour, reference - 2) & ~1) | colour;
            while (above[reference] <= a0 && above[reference] < width) {
                reference += 2;
            }
            int b1 = above[reference];
            int code = bits(7);
            if (code >= 64) { // 1: vertical
                a0 = change(row, a0, b1);
                bit += 1;
                colour ^= 1;
            } else if (code >= 32) { // 01x: vertical, one off
                a0 = change(row, a0, code >= 48 ? b1 + 1 : b1 - 1);
                bit += 3;
                colour ^= 1;
            } else if (code >= 16) { // 001: horizontal
                bit += 3;
                a0 = change(row, a0, Math.max(a0, 0) + run(row, colour));
                a0 = change(row, a0, a0 + run(row, colour ^ 1));
            } else if (code >= 8) { // 0001: pass
                bit += 4;
                a0 = above[reference + 1];
            } else if (code >= 4) { // 00001x: vertical, two off
                a0 = change(row, a0, code >= 6 ? b1 + 2 : b1 - 2);
                bit += 6;
                colour ^= 1;
            } else if (code >= 2) { // 000001x: vertical, three off
                a0 = change(row, a0, code == 3 ? b1 + 3 : b1 - 3);
                bit += 7;
                colour ^= 1;
            } else {
                throw unknown(row);
            }
        }
    }

    /** Notes a change of colour and returns its column. */
    private int change(int row, int from, int column) throws ImageException {
        if (column < from || column < 0 || column > width || count > width) {
            throw packed.damaged("has row " + row + " with a change at column " + column + " of " + width);
        }
        changes[count++] = column;
        return column;
    }

    /** The length of a run: any number of make-up codes, then a terminating one. */
    private int run(int row, int colour) throws ImageException {
        int[] table = FaxCodes.table(colour);
        int run = 0;
        int piece = 64;
        while (piece >= 64) {
            int word = table[bits(FaxCodes.LONGEST)];
            if (word == 0 || bit >= lastBit || run > width) {
                throw unknown(row);
            }
            bit += word & 15;
            piece = word >> 4;
            run += piece;
        }
        return run;
    }

    private ImageException unknown(int row) {
        return bit >= lastBit
                ? packed.damaged("ends in row " + row)
                : packed.damaged("has an unknown fax code in row " + row);
    }

    /** The next bits, not stepped over; zeros beyond the end. */
    private int bits(int wanted) {
        int at = (int) (bit >> 3);
        int window = octet(at) << 16 | octet(at + 1) << 8 | octet(at + 2);
        return (window >> (24 - (int) (bit & 7) - wanted)) & ((1 << wanted) - 1);
    }

    private int octet(int at) {
        return at < packed.end() ? packed.bytes()[at] & 0xFF : 0;
    }

    private static void blacken(byte[] out, int rowStart, int from, int to) {
        if (from == to) {
            return;
        }
        int first = rowStart + (from >> 3);
        int last = rowStart + (to >> 3);
        int head = 0xFF >> (from & 7);
        int tail = ~(0xFF >> (to & 7)) & 0xFF;
        if (first == last) {
            out[first] |= (byte) (head & tail);
            return;
        }
        out[first] |= (byte) head;
        Arrays.fill(out, first + 1, last, (byte) 0xFF);
        if (tail != 0) {
            out[last] |= (byte) tail;
        }
    }
}
