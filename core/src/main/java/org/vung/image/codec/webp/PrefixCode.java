package org.vung.image.codec.webp;

import java.util.Arrays;
import org.vung.image.codec.ImageException;

/** A canonical prefix code (RFC 9649, 3.7.2): short codes by table, long ones bit by bit. A single symbol takes no bits. */
final class PrefixCode {

    private static final int LONGEST = 15;
    private static final int TABLE_BITS = 9;
    private static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final int tableBits;
    private final int[] table;
    private final int[] counts;
    private final short[] symbols;

    /** @param lengths bits of each symbol's code, 0 for those that do not occur */
    private PrefixCode(Bits bits, int[] lengths) throws ImageException {
        counts = new int[LONGEST + 1];
        int used = 0;
        for (int length : lengths) {
            counts[length]++;
            used += length > 0 ? 1 : 0;
        }
        counts[0] = 0;
        symbols = new short[used];
        int[] next = new int[LONGEST + 2];
        int free = 1;
        int longest = 0;
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = next[length] + counts[length];
            free = 2 * free - counts[length];
            longest = counts[length] > 0 ? length : longest;
            if (free < 0) {
                break;
            }
        }
        if (used == 0 || (used > 1 && free != 0)) {
            throw bits.damaged("prefix code of " + used + " symbols is not complete");
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = (short) symbol;
            }
        }
        tableBits = used == 1 ? 0 : Math.min(longest, TABLE_BITS);
        table = table();
    }

    /** Symbol and length of every code that is short enough, at each place it begins. */
    private int[] table() {
        int[] filled = new int[1 << tableBits];
        if (tableBits == 0) {
            filled[0] = symbols[0] << 4;
            return filled;
        }
        int code = 0;
        int index = 0;
        for (int length = 1; length <= tableBits; length++, code <<= 1) {
            for (int i = 0; i < counts[length]; i++, code++, index++) {
                int first = Integer.reverse(code) >>> (32 - length);
                for (int at = first; at < filled.length; at += 1 << length) {
                    filled[at] = (symbols[index] << 4) | length;
                }
            }
        }
        return filled;
    }

    /** The next symbol. */
    int read(Bits bits) throws ImageException {
        int entry = table[bits.peek(tableBits)];
        if (entry != 0 || tableBits == 0) {
            bits.skip(entry & 15);
            return entry >> 4;
        }
        return readLong(bits);
    }

    private int readLong(Bits bits) throws ImageException {
        int window = bits.peek(LONGEST);
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= (window >> (length - 1)) & 1;
            if (code - first < counts[length]) {
                bits.skip(length);
                return symbols[index + code - first];
            }
            index += counts[length];
            first = (first + counts[length]) << 1;
            code <<= 1;
        }
        throw bits.damaged("prefix code has no symbol for its bits");
    }

    /** Reads the description of a code over so many symbols. */
    static PrefixCode read(Bits bits, int alphabet) throws ImageException {
        int[] lengths = new int[alphabet];
        if (bits.flag()) {
            boolean two = bits.flag();
            mark(bits, lengths, bits.read(bits.flag() ? 8 : 1));
            if (two) {
                mark(bits, lengths, bits.read(8));
            }
        } else {
            int[] ofLengths = new int[LENGTH_ORDER.length];
            int given = 4 + bits.read(4);
            for (int i = 0; i < given; i++) {
                ofLengths[LENGTH_ORDER[i]] = bits.read(3);
            }
            readLengths(bits, new PrefixCode(bits, ofLengths), lengths);
        }
        return new PrefixCode(bits, lengths);
    }

    private static void mark(Bits bits, int[] lengths, int symbol) throws ImageException {
        if (symbol >= lengths.length) {
            throw bits.damaged("prefix code names symbol " + symbol + " of " + lengths.length);
        }
        lengths[symbol] = 1;
    }

    private static void readLengths(Bits bits, PrefixCode code, int[] lengths) throws ImageException {
        int left = bits.flag() ? 2 + bits.read(2 + 2 * bits.read(3)) : lengths.length;
        int previous = 8;
        for (int symbol = 0; symbol < lengths.length && left > 0; left--) {
            int length = code.read(bits);
            if (length < 16) {
                lengths[symbol++] = length;
                previous = length == 0 ? previous : length;
                continue;
            }
            int repeats = length == 16 ? 3 + bits.read(2) : length == 17 ? 3 + bits.read(3) : 11 + bits.read(7);
            if (symbol + repeats > lengths.length) {
                throw bits.damaged("prefix code has more than " + lengths.length + " symbols");
            }
            Arrays.fill(lengths, symbol, symbol + repeats, length == 16 ? previous : 0);
            symbol += repeats;
        }
    }
}
