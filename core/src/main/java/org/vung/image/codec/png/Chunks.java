package org.vung.image.codec.png;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.Exif;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Where the chunks that make pixels lie. All others, text above all, are stepped over by their length and never looked
 * into. Checksums are compared for the chunks that are used.
 */
final class Chunks {

    private static final int SIGNATURE = 8;

    /** As much as a JPEG holds of it; the orientation stands at its beginning. */
    private static final int MOST_EXIF = 1 << 16;

    private final Source source;
    private final Cursor cursor;
    private final CRC32 crc = new CRC32();
    private final List<long[]> data = new ArrayList<>();
    private long dataBytes;
    private @Nullable Header header;
    private byte[] palette = new byte[0];
    private byte[] transparency = new byte[0];
    private int orientation = 1;

    private Chunks(Source source) {
        this.source = source;
        this.cursor = new Cursor(source, ByteOrder.BIG_ENDIAN);
    }

    /** Walks to IEND, or to an end of the file that cuts no chunk. */
    static Chunks of(Source source) throws ImageException {
        if (source.length() < SIGNATURE || !intact(source.bytes(0, SIGNATURE))) {
            throw source.bad("the PNG signature is damaged; copy the file as binary, not as text");
        }
        Chunks chunks = new Chunks(source);
        chunks.cursor.seek(SIGNATURE);
        boolean more = true;
        while (more && chunks.cursor.remaining() > 0) {
            more = chunks.next();
        }
        if (chunks.data.isEmpty()) {
            throw source.bad("PNG has no IDAT chunk, there are no pixels; the file is damaged");
        }
        return chunks;
    }

    Header header() throws ImageException {
        if (header == null) {
            throw source.bad("PNG does not begin with an IHDR chunk; the file is damaged");
        }
        return header;
    }

    /** Places of the IDAT chunks' content: start and length. */
    List<long[]> data() {
        return data;
    }

    /** Bytes of compressed pixels. */
    long dataBytes() {
        return dataBytes;
    }

    /** PLTE: red, green, blue by index; empty if there is none. */
    byte[] palette() {
        return palette;
    }

    /** tRNS: opacity by index, or the one transparent colour in 16-bit samples; empty if there is none. */
    byte[] transparency() {
        return transparency;
    }

    /** From eXIf: 1 … 8. */
    int orientation() {
        return orientation;
    }

    private boolean next() throws ImageException {
        long at = cursor.position();
        long length = cursor.u32();
        long start = at + 8;
        long end = start + length;
        if (length > Integer.MAX_VALUE || end + 4 > source.length()) {
            throw source.bad("the PNG chunk at byte " + at + " declares " + length + " bytes, the file ends at byte "
                    + source.length() + "; the file is truncated");
        }
        String type = type(at + 4);
        if (header == null && !type.equals("IHDR")) {
            throw source.bad("PNG must begin with an IHDR chunk, got " + type + "; the file is damaged");
        }
        keep(type, start, (int) length);
        cursor.seek(end + 4);
        return !type.equals("IEND");
    }

    private void keep(String type, long start, int length) throws ImageException {
        switch (type) {
            case "IHDR" -> {
                check(type, start, length);
                if (length != 13 || header != null) {
                    throw source.bad(
                            "PNG must have one IHDR chunk of 13 bytes, got " + length + "; the file is damaged");
                }
                cursor.seek(start);
                header = Header.read(source, cursor);
            }
            case "PLTE" -> palette = content(type, start, Math.min(length, 768));
            case "tRNS" -> transparency = content(type, start, Math.min(length, 256));
            case "IDAT" -> {
                check(type, start, length);
                data.add(new long[] {start, length});
                dataBytes += length;
            }
            case "eXIf" -> {
                Source.Window exif = source.bytes(start, Math.min(length, MOST_EXIF));
                orientation = Exif.orientation(exif.bytes(), exif.offset(), exif.offset() + exif.length());
            }
            default -> {}
        }
    }

    private byte[] content(String type, long start, int length) throws ImageException {
        check(type, start, length);
        cursor.seek(start);
        return cursor.bytes(length);
    }

    private void check(String type, long start, int length) throws ImageException {
        crc.reset();
        source.addTo(crc, start - 4, length + 4L);
        cursor.seek(start + length);
        long stored = cursor.u32();
        if (crc.getValue() != stored) {
            throw source.bad("the checksum of the PNG chunk " + type + " at byte " + (start - 8)
                    + " does not match its content; the file is damaged");
        }
    }

    private String type(long at) throws ImageException {
        Source.Window name = source.bytes(at, 4);
        String type = new String(name.bytes(), name.offset(), 4, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 4; i++) {
            char letter = type.charAt(i);
            if (letter < 'A' || letter > 'z' || (letter > 'Z' && letter < 'a')) {
                throw source.bad("no PNG chunk begins at byte " + (at - 4) + "; the file is damaged");
            }
        }
        return type;
    }

    private static boolean intact(Source.Window head) {
        byte[] rest = {'\r', '\n', 0x1A, '\n'};
        for (int i = 0; i < rest.length; i++) {
            if (head.bytes()[head.offset() + 4 + i] != rest[i]) {
                return false;
            }
        }
        return true;
    }
}
