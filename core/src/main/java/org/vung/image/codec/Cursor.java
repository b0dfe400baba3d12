package org.vung.image.codec;

import java.nio.ByteOrder;
import java.util.Arrays;

/** Walks over a file's bytes; running past their end is the worded error of a truncated file, never an index error. */
public final class Cursor {

    /** Bytes read at once of a file on the disk; directories are short and lie apart. */
    private static final int LOOK = 1 << 12;

    private final Source source;
    private final boolean bigEndian;
    private byte[] window = new byte[0];
    private long windowAt;
    private long position;

    /**
     * A cursor at the first byte.
     *
     * @param source the file
     * @param order of numbers of more than one byte
     */
    public Cursor(Source source, ByteOrder order) {
        this.source = source;
        if (!source.inBands()) {
            window = source.sharedContent();
        }
        this.bigEndian = order == ByteOrder.BIG_ENDIAN;
    }

    /**
     * Where the next byte is read.
     *
     * @return 0 … length of the file
     */
    public long position() {
        return position;
    }

    /**
     * Bytes from here to the end of the file.
     *
     * @return at least 0
     */
    public long remaining() {
        return source.length() - position;
    }

    /**
     * Goes elsewhere.
     *
     * @param to a place in the file
     * @throws ImageException if it lies outside
     */
    public void seek(long to) throws ImageException {
        if (to < 0 || to > source.length()) {
            throw truncated(to);
        }
        position = to;
    }

    /**
     * Steps over bytes.
     *
     * @param count at least 0
     * @throws ImageException if the file ends before
     */
    public void skip(long count) throws ImageException {
        seek(position + count);
    }

    /**
     * The next byte.
     *
     * @return 0 … 255
     * @throws ImageException at the end of the file
     */
    public int u8() throws ImageException {
        long at = position - windowAt;
        if (at < 0 || at >= window.length) {
            look();
            at = 0;
        }
        position++;
        return window[(int) at] & 0xFF;
    }

    /** Reads on from the position; a file in memory is its own window, and has been at its end. */
    private void look() throws ImageException {
        if (position >= source.length()) {
            throw truncated(position + 1);
        }
        window = source.bytes(position, (int) Math.min(LOOK, source.length() - position))
                .bytes();
        windowAt = position;
    }

    /**
     * The next two bytes.
     *
     * @return 0 … 65535
     * @throws ImageException at the end of the file
     */
    public int u16() throws ImageException {
        int first = u8();
        int second = u8();
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /**
     * The next four bytes.
     *
     * @return 0 … 2³² − 1
     * @throws ImageException at the end of the file
     */
    public long u32() throws ImageException {
        long first = u16();
        long second = u16();
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /**
     * The next eight bytes.
     *
     * @return the value; negative where it is 2⁶³ or more
     * @throws ImageException at the end of the file
     */
    public long u64() throws ImageException {
        long first = u32();
        long second = u32();
        return bigEndian ? first << 32 | second : second << 32 | first;
    }

    /**
     * The next four bytes with a sign.
     *
     * @return −2³¹ … 2³¹ − 1
     * @throws ImageException at the end of the file
     */
    public int i32() throws ImageException {
        return (int) u32();
    }

    /**
     * The next bytes, copied.
     *
     * @param count at least 0
     * @return so many bytes
     * @throws ImageException if the file ends before
     */
    public byte[] bytes(int count) throws ImageException {
        long from = position;
        skip(count);
        Source.Window part = source.bytes(from, count);
        return Arrays.copyOfRange(part.bytes(), part.offset(), part.offset() + count);
    }

    private ImageException truncated(long to) {
        return source.bad("the file ends at byte " + source.length() + ", byte " + to
                + " is needed; the file is truncated or damaged");
    }
}
