package org.vung.nets.weights;

import java.nio.ByteBuffer;

/** How one number of a tensor is stored. */
public enum ElementType {
    /** IEEE 754 single precision. */
    FLOAT32(4, ByteBuffer::getFloat),
    /** IEEE 754 double precision; rounded to single on reading. */
    FLOAT64(8, (bytes, at) -> (float) bytes.getDouble(at)),
    /** IEEE 754 half precision. */
    FLOAT16(2, (bytes, at) -> half(bytes.getShort(at))),
    /** The upper half of a single: 8 bits of exponent, 7 of fraction. */
    BFLOAT16(2, (bytes, at) -> Float.intBitsToFloat(bytes.getShort(at) << 16)),
    /** Whole numbers with a sign; beyond 2²⁴ they are rounded on reading. */
    INT64(8, ByteBuffer::getLong),
    /** Whole numbers with a sign; beyond 2²⁴ they are rounded on reading. */
    INT32(4, ByteBuffer::getInt),
    /** Whole numbers with a sign. */
    INT16(2, ByteBuffer::getShort),
    /** Whole numbers with a sign. */
    INT8(1, ByteBuffer::get),
    /** Whole numbers from 0 to 255. */
    UINT8(1, (bytes, at) -> bytes.get(at) & 0xFF),
    /** 0 is false, all else is true; read as 0 and 1. */
    BOOL(1, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1);

    /** Reads the number that begins at a byte, in the buffer's byte order. */
    @FunctionalInterface
    private interface Decoder {
        float at(ByteBuffer bytes, int position);
    }

    /** Beyond this, a half rounds to infinity. */
    private static final float MOST_HALF = 65_520;

    private final int bytes;

    @SuppressWarnings("ImmutableEnumChecker") // keeps no state
    private final Decoder decoder;

    ElementType(int bytes, Decoder decoder) {
        this.bytes = bytes;
        this.decoder = decoder;
    }

    /**
     * The size of one number.
     *
     * @return 1, 2, 4 or 8 bytes
     */
    public int bytes() {
        return bytes;
    }

    /** Reads the first numbers of a buffer, in its byte order. */
    void decode(ByteBuffer from, float[] into, int at, int count) {
        if (this == FLOAT32 && count > 8) { // a view costs more than it saves on the short runs of permuted tensors
            from.asFloatBuffer().get(into, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            into[at + i] = decoder.at(from, i * bytes);
        }
    }

    /**
     * The nearest number of this type, of two equally near ones the even one.
     *
     * @param number any
     * @return its bits, in the lowest places
     * @throws IllegalArgumentException if this is no type of fractions in half the space, or cannot hold a number so large
     */
    short shortened(float number) {
        if (this == BFLOAT16) {
            int bits = Float.floatToRawIntBits(number);
            return Float.isNaN(number) ? (short) 0x7FC0 : (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
        }
        if (this != FLOAT16) {
            throw new IllegalArgumentException("type must be FLOAT16 or BFLOAT16, got " + this);
        }
        if (Float.isFinite(number) && Math.abs(number) >= MOST_HALF) {
            throw new IllegalArgumentException(
                    "numbers must be below 65520 to be kept as float16, got " + number + "; keep them as bfloat16");
        }
        return half(number);
    }

    private static short half(float number) {
        int sign = Float.floatToRawIntBits(number) >>> 16 & 0x8000;
        float size = Math.abs(number);
        if (Float.isNaN(number)) {
            return (short) 0x7E00;
        }
        if (Float.isInfinite(number)) {
            return (short) (sign | 0x7C00);
        }
        if (size < 0x1p-14f) { // no leading one: a whole number of 2⁻²⁴
            return (short) (sign | (int) Math.rint(size * 0x1p24));
        }
        int bits = Float.floatToRawIntBits(size) - (112 << 23);
        return (short) (sign | ((bits + 0xFFF + (bits >>> 13 & 1)) >>> 13));
    }

    /** JDK 17 has no conversion of its own: 1 bit of sign, 5 of exponent (bias 15), 10 of fraction. */
    private static float half(short bits) {
        int exponent = bits >>> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size;
        if (exponent == 0) {
            size = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            size = Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
        }
        return bits < 0 ? -size : size;
    }
}
