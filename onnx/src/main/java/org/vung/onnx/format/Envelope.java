package org.vung.onnx.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The outermost fields of a protobuf file: looked at before anything native reads it, for a damaged file then gets a plain
 * word. Costs a few bytes of reading; contents are skipped.
 */
public final class Envelope {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final long BROKEN = Long.MIN_VALUE;

    private final InputStream in;
    private final long length;
    private long at;

    private Envelope(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    /**
     * What is wrong with a file's outermost fields.
     *
     * @param file a regular file
     * @param highest the highest field number of the schema
     * @param needed the field without which the file is none of its kind
     * @return the fault in words, or nothing where it is whole
     * @throws IOException if the file cannot be read
     */
    public static Optional<String> fault(Path file, int highest, int needed) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Envelope(in, Files.size(file)).fault(highest, needed);
        }
    }

    private Optional<String> fault(int highest, int needed) throws IOException {
        if (length == 0) {
            return Optional.of("it is empty");
        }
        boolean found = false;
        while (at < length) {
            long start = at;
            long tag = varint();
            long field = tag >>> 3;
            if (tag < 0 || field < 1 || field > highest) {
                return Optional.of("byte " + start + " begins no field of such a file");
            }
            long size = size((int) (tag & 7));
            if (size < 0 || size > length - at) {
                return Optional.of("the field at byte " + start + " does not end within its " + length + " bytes");
            }
            skip(size);
            found |= field == needed;
        }
        return found ? Optional.empty() : Optional.of("it holds no network");
    }

    /** Bytes of the field's content from here on; −1 where there is no such kind of field. */
    private long size(int kind) throws IOException {
        return switch (kind) {
            case VARINT -> varint() == BROKEN ? -1 : 0;
            case FIXED64 -> 8;
            case FIXED32 -> 4;
            case BYTES -> varint();
            default -> -1;
        };
    }

    /** The number from here on; {@code BROKEN} where the file ends in it or it is longer than 64 bits. */
    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.read();
            if (next < 0) {
                return BROKEN;
            }
            at++;
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        return BROKEN;
    }

    private void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
        at += bytes;
    }
}
