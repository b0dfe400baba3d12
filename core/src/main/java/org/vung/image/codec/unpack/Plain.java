package org.vung.image.codec.unpack;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vung.image.codec.ImageException;

/** The plain compressions: none, PackBits (TIFF 6.0, section 9), Deflate. */
public final class Plain {

    private Plain() {}

    /**
     * Takes bytes as they are.
     *
     * @param packed the rows
     * @param expected bytes that the rows take
     * @return a copy of so many bytes
     * @throws ImageException if there are fewer
     */
    public static byte[] copy(Packed packed, int expected) throws ImageException {
        if (packed.length() < expected) {
            throw packed.tooShort(packed.length(), expected);
        }
        return Arrays.copyOfRange(packed.bytes(), packed.offset(), packed.offset() + expected);
    }

    /**
     * Unpacks PackBits.
     *
     * @param packed runs and literals
     * @param expected bytes that the rows take
     * @return exactly so many bytes
     * @throws ImageException if the runs end early
     */
    public static byte[] packBits(Packed packed, int expected) throws ImageException {
        byte[] in = packed.bytes();
        byte[] out = new byte[expected];
        int filled = 0;
        for (int at = packed.offset(); at < packed.end() - 1 && filled < expected; ) {
            int head = in[at++];
            if (head >= 0) {
                int count = Math.min(head + 1, Math.min(packed.end() - at, expected - filled));
                System.arraycopy(in, at, out, filled, count);
                at += head + 1;
                filled += count;
            } else if (head != -128) {
                int count = Math.min(1 - head, expected - filled);
                Arrays.fill(out, filled, filled + count, in[at++]);
                filled += count;
            }
        }
        if (filled < expected) {
            throw packed.tooShort(filled, expected);
        }
        return out;
    }

    /**
     * Unpacks a zlib stream.
     *
     * @param packed the stream
     * @param expected bytes that the rows take
     * @return exactly so many bytes; what the stream holds beyond is left out
     * @throws ImageException if the stream is damaged or ends early
     */
    public static byte[] inflate(Packed packed, int expected) throws ImageException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed.bytes(), packed.offset(), packed.length());
            byte[] out = new byte[expected];
            int filled = 0;
            while (filled < expected) {
                int count = inflater.inflate(out, filled, expected - filled);
                if (count == 0) {
                    throw packed.tooShort(filled, expected);
                }
                filled += count;
            }
            return out;
        } catch (DataFormatException damaged) {
            throw packed.damaged("is no Deflate stream: " + damaged.getMessage());
        } finally {
            inflater.end();
        }
    }
}
