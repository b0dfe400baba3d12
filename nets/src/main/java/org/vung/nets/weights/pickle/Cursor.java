package org.vung.nets.weights.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;

/** Walks over bytes, little-endian; running past their end is the worded error of a truncated file, never an index error. */
public final class Cursor {

    private static final int MOST_LINE = 256;
    private static final int MOST_TEXT = 1 << 24;

    private final Bytes bytes;
    private long position;

    /**
     * A cursor.
     *
     * @param bytes what it walks over
     * @param position where it begins, 0 … length
     */
    public Cursor(Bytes bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    /**
     * Where the next byte is read.
     *
     * @return 0 … length of the bytes
     */
    public long position() {
        return position;
    }

    /**
     * What it walks over.
     *
     * @return all bytes
     */
    public Bytes bytes() {
        return bytes;
    }

    /**
     * The next byte.
     *
     * @return 0 … 255
     * @throws WeightFileException if the bytes end before
     */
    public int u8() throws WeightFileException {
        need(1);
        return bytes.get(position++);
    }

    /**
     * The next two bytes.
     *
     * @return 0 … 65535
     * @throws WeightFileException if the bytes end before
     */
    public int u16() throws WeightFileException {
        return u8() | u8() << 8;
    }

    /**
     * The next four bytes.
     *
     * @return 0 … 2³² − 1
     * @throws WeightFileException if the bytes end before
     */
    public long u32() throws WeightFileException {
        return u16() | (long) u16() << 16;
    }

    /**
     * The next eight bytes.
     *
     * @return the value; negative where it is 2⁶³ or more
     * @throws WeightFileException if the bytes end before
     */
    public long u64() throws WeightFileException {
        return u32() | u32() << 32;
    }

    /**
     * Steps over bytes.
     *
     * @param count at least 0
     * @throws WeightFileException if the bytes end before
     */
    public void skip(long count) throws WeightFileException {
        need(count);
        position += count;
    }

    byte[] take(long count) throws WeightFileException {
        if (count < 0 || count > MOST_TEXT) {
            throw bytes.bad("a text must have at most " + MOST_TEXT + " bytes, got " + Long.toUnsignedString(count)
                    + " at byte " + position + "; save the state_dict alone");
        }
        need(count);
        byte[] taken = bytes.copy(position, (int) count);
        position += count;
        return taken;
    }

    /**
     * The next bytes as UTF-8.
     *
     * @param count at most 2²⁴ bytes
     * @return the text
     * @throws WeightFileException if the bytes end before, or are no UTF-8
     */
    public String text(long count) throws WeightFileException {
        return decode(take(count), StandardCharsets.UTF_8);
    }

    /** What Python 2 saved as str: text, or any bytes. */
    String looseText(long count) throws WeightFileException {
        return decode(take(count), StandardCharsets.ISO_8859_1);
    }

    /** The text up to a line feed, which is stepped over. */
    String line() throws WeightFileException {
        StringBuilder line = new StringBuilder();
        for (int next = u8(); next != '\n'; next = u8()) {
            if (line.length() == MOST_LINE) {
                throw bytes.bad("a name must have at most " + MOST_LINE + " characters, got more at byte " + position
                        + "; the file is damaged");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /**
     * A part from here on, stepped over and not copied.
     *
     * @param count at least 0
     * @return the part
     * @throws WeightFileException if the bytes end before
     */
    public Bytes slice(long count) throws WeightFileException {
        need(count);
        Bytes part = bytes.slice(position, count);
        position += count;
        return part;
    }

    private String decode(byte[] text, Charset charset) throws WeightFileException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException damaged) {
            throw bytes.bad("texts must be UTF-8, got other bytes before byte " + position + "; the file is damaged");
        }
    }

    private void need(long count) throws WeightFileException {
        if (count < 0 || count > bytes.length() - position) {
            throw bytes.bad("the bytes end at " + bytes.length() + ", " + Long.toUnsignedString(count)
                    + " more are needed from " + position + " on; the file is truncated or damaged");
        }
    }
}
