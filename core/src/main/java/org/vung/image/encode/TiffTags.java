package org.vung.image.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** The head of a TIFF file: byte order, one directory, and the values that do not fit into it. */
final class TiffTags {

    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    @SuppressWarnings("ArrayRecordComponent") // lives in one map, never compared
    private record Entry(int type, int[] values) {

        int bytes() {
            return values.length * (type == SHORT ? 2 : 4);
        }
    }

    private final Map<Integer, Entry> entries = new TreeMap<>();

    /** Sets a tag of unsigned 16-bit values. */
    void shorts(int tag, int... values) {
        entries.put(tag, new Entry(SHORT, values));
    }

    /** Sets a tag of unsigned 32-bit values. */
    void longs(int tag, int... values) {
        entries.put(tag, new Entry(LONG, values));
    }

    /** Bytes of the whole head; what follows begins there. */
    int length() {
        int length = directoryEnd();
        for (Entry entry : entries.values()) {
            length += outside(entry);
        }
        return length;
    }

    /** Writes the head. */
    void writeTo(OutputStream out) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(length()).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
        head.putShort((short) entries.size());
        int values = directoryEnd();
        for (Map.Entry<Integer, Entry> tag : entries.entrySet()) {
            Entry entry = tag.getValue();
            head.putShort(tag.getKey().shortValue()).putShort((short) entry.type());
            head.putInt(entry.values().length);
            int next = head.position() + 4;
            if (outside(entry) > 0) {
                head.putInt(values).position(values);
                values += outside(entry);
            }
            for (int value : entry.values()) {
                if (entry.type() == SHORT) {
                    head.putShort((short) value);
                } else {
                    head.putInt(value);
                }
            }
            head.position(next);
        }
        out.write(head.array());
    }

    private int directoryEnd() {
        return HEADER + 2 + entries.size() * ENTRY + 4;
    }

    /** Bytes of an entry's values beyond the directory: none up to 4, and always an even number. */
    private static int outside(Entry entry) {
        return entry.bytes() <= 4 ? 0 : (entry.bytes() + 1) / 2 * 2;
    }
}
