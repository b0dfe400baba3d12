package org.vung.image.codec.unpack;

/** One unpacked row: samples of any number of bits, the high bit first, or whole bytes in the order of the file. */
public final class BitRow {

    private final byte[] raw;
    private final int start;
    private final int bits;
    private final boolean signed;
    private final boolean bigEndian;

    /**
     * A row.
     *
     * @param raw holds the row; for reading only
     * @param start where the row begins
     * @param bits bits per sample, 1 … 32 or 64
     * @param signed whether whole numbers are in two's complement
     * @param bigEndian whether samples of whole bytes have the high byte first
     */
    public BitRow(byte[] raw, int start, int bits, boolean signed, boolean bigEndian) {
        this.raw = raw;
        this.start = start;
        this.bits = bits;
        this.signed = signed;
        this.bigEndian = bigEndian;
    }

    /**
     * Copies samples of 8 bits, as they are.
     *
     * @param count samples from the first on
     * @param into target
     * @param at where the first one goes
     */
    public void copyBytes(int count, byte[] into, int at) {
        System.arraycopy(raw, start, into, at, count);
    }

    /**
     * A sample as a whole number.
     *
     * @param i number of the sample in the row
     * @return its value; unsigned 64 bits beyond 2⁶³ come out negative
     */
    public long integer(int i) {
        long value = unsigned(i);
        int free = 64 - bits;
        return signed ? value << free >> free : value;
    }

    /**
     * A sample as an IEEE 754 number of 16, 32 or 64 bits.
     *
     * @param i number of the sample in the row
     * @return its value, rounded to a float
     */
    public float real(int i) {
        long value = unsigned(i);
        return switch (bits) {
            case 16 -> half((int) value);
            case 32 -> Float.intBitsToFloat((int) value);
            default -> (float) Double.longBitsToDouble(value);
        };
    }

    private long unsigned(int i) {
        if (bits == 8) {
            return raw[start + i] & 0xFF;
        } else if (bits == 16) {
            int at = start + 2 * i;
            return bigEndian
                    ? (raw[at] & 0xFF) << 8 | (raw[at + 1] & 0xFF)
                    : (raw[at + 1] & 0xFF) << 8 | (raw[at] & 0xFF);
        } else if (bits % 8 == 0) {
            return octets(start + i * (bits / 8), bits / 8);
        }
        return packed((long) i * bits);
    }

    private long octets(int at, int count) {
        long value = 0;
        for (int octet = 0; octet < count; octet++) {
            value = value << 8 | (raw[bigEndian ? at + octet : at + count - 1 - octet] & 0xFF);
        }
        return value;
    }

    private long packed(long bit) {
        int at = start + (int) (bit >> 3);
        int from = (int) (bit & 7);
        if (from + bits <= 8) {
            return (raw[at] >> (8 - from - bits)) & ((1 << bits) - 1);
        }
        long value = 0;
        int read = 0;
        while (read < from + bits) {
            value = value << 8 | (raw[at++] & 0xFF);
            read += 8;
        }
        return (value >> (read - from - bits)) & ((1L << bits) - 1);
    }

    /** Sign, 5 bits of exponent, 10 bits of fraction. */
    private static float half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        float magnitude;
        if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else {
            magnitude = (1024 + fraction) * (float) Math.scalb(1.0, exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
