package org.vung.image.codec.tiff;

import java.nio.ByteOrder;
import java.util.Locale;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.unpack.BitRow;

/**
 * How one sample lies in the file, and what it becomes in memory.
 *
 * @param bits bits per sample
 * @param kind what they mean
 */
record SampleFormat(int bits, Kind kind) {

    private static final int BITS = 258;
    private static final int FORMAT = 339;

    /** What the bits of a sample mean. */
    enum Kind {
        /** A whole number from 0. */
        UNSIGNED,
        /** A whole number in two's complement. */
        SIGNED,
        /** An IEEE 754 number. */
        FLOAT
    }

    /** Reads and checks the tags of a page. */
    static SampleFormat of(Directory tags, int channels) throws ImageException {
        int bits = (int) same(tags, BITS, channels, 1);
        int format = (int) same(tags, FORMAT, channels, 1);
        Kind kind = switch (format) {
            case 1, 4 -> Kind.UNSIGNED;
            case 2 -> Kind.SIGNED;
            case 3 -> Kind.FLOAT;
            default -> throw tags.source().bad("sample format " + format + " is not read; save real numbers");
        };
        boolean read =
                kind == Kind.FLOAT ? bits == 16 || bits == 32 || bits == 64 : (bits >= 1 && bits <= 32) || bits == 64;
        if (!read) {
            throw tags.source()
                    .bad(kind.toString().toLowerCase(Locale.ROOT) + " samples of " + bits
                            + " bits are not read; save 8, 16 or 32 bits");
        }
        return new SampleFormat(bits, kind);
    }

    private static long same(Directory tags, int tag, int channels, long missing) throws ImageException {
        long[] values = tags.numbers(tag, channels);
        for (long value : values) {
            if (value != values[0]) {
                throw tags.source()
                        .bad("samples of " + values[0] + " and of " + value
                                + " bits in one pixel are not read; save all channels alike");
            }
        }
        return values.length == 0 ? missing : values[0];
    }

    /** A row of such samples. */
    BitRow row(byte[] raw, int start, ByteOrder order) {
        return new BitRow(raw, start, bits, kind == Kind.SIGNED, order == ByteOrder.BIG_ENDIAN);
    }

    /** Bytes per sample in memory: 1 up to 8 bits, 2 up to 16 bits, 4 for everything that becomes a float. */
    int memoryBytes() {
        return kind != Kind.UNSIGNED || bits > 16 ? 4 : bits > 8 ? 2 : 1;
    }

    /** The largest value of an unsigned sample. */
    int white() {
        return (int) ((1L << Math.min(bits, 31)) - 1);
    }
}
