package org.vung.onnx.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A protobuf message that is put together field by field and then streamed. Its length is known before it is written, and
 * arrays of floats are asked for only then, so a model is never in memory twice.
 *
 * <p>Source: Protocol Buffers, "Encoding". Repeated numbers are written unpacked, as proto2 does; readers take both.
 */
public final class Message {

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int CHUNK = 1 << 14;

    private final List<Part> parts = new ArrayList<>();
    private long length;

    /** An empty message. */
    public Message() {}

    /** A piece that knows how to write itself. */
    @FunctionalInterface
    private interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Adds whole numbers to a repeated field, or one to a single.
     *
     * @param field its number in the schema
     * @param values in order
     * @return this message
     */
    public Message numbers(int field, long... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long value : values) {
            varint(bytes, (long) field << 3 | VARINT);
            varint(bytes, value);
        }
        return add(bytes.toByteArray());
    }

    /**
     * Adds a number of 32-bit floating point.
     *
     * @param field its number in the schema
     * @param value the number
     * @return this message
     */
    public Message decimal(int field, float value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        varint(bytes, (long) field << 3 | FIXED32);
        bytes.writeBytes(littleEndian(new float[] {value}, 0, 1));
        return add(bytes.toByteArray());
    }

    /**
     * Adds a text.
     *
     * @param field its number in the schema
     * @param text written as UTF-8
     * @return this message
     */
    public Message text(int field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return head(field, bytes.length).add(bytes);
    }

    /**
     * Adds a message inside this one.
     *
     * @param field its number in the schema
     * @param inner whole; not changed afterwards
     * @return this message
     */
    public Message message(int field, Message inner) {
        return head(field, inner.length).add(inner.length, inner::writeTo);
    }

    /**
     * Adds whole numbers as bytes, 64 bits each, little-endian.
     *
     * @param field its number in the schema
     * @param values in order
     * @return this message
     */
    public Message rawLongs(int field, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return head(field, bytes.capacity()).add(bytes.array());
    }

    /**
     * Adds an array as bytes, 32 bits each, little-endian.
     *
     * @param field its number in the schema
     * @param count how many numbers the array will have
     * @param values asked for once, when the message is written
     * @return this message
     */
    public Message rawFloats(int field, long count, Supplier<float[]> values) {
        long bytes = Math.multiplyExact(count, Float.BYTES);
        return head(field, bytes).add(bytes, out -> write(values.get(), out));
    }

    /**
     * Bytes of the whole message.
     *
     * @return at least 0
     */
    public long length() {
        return length;
    }

    /**
     * Writes the whole message, without a length before it.
     *
     * @param out receives exactly {@link #length()} bytes
     * @throws IOException if {@code out} fails
     */
    public void writeTo(OutputStream out) throws IOException {
        for (Part part : parts) {
            part.writeTo(out);
        }
    }

    private Message head(int field, long bytes) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        varint(head, (long) field << 3 | BYTES);
        varint(head, bytes);
        return add(head.toByteArray());
    }

    private Message add(byte[] bytes) {
        return add(bytes.length, out -> out.write(bytes));
    }

    private Message add(long bytes, Part part) {
        parts.add(part);
        length += bytes;
        return this;
    }

    /** Seven bits a byte, the lowest first; the top bit says that more follow. */
    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        for (int from = 0; from < values.length; from += CHUNK) {
            out.write(littleEndian(values, from, Math.min(CHUNK, values.length - from)));
        }
    }

    private static byte[] littleEndian(float[] values, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, from, count);
        return bytes.array();
    }
}
