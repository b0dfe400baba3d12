package org.vung.image.codec.tiff;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;
import org.vung.image.codec.tiff.geo.GeoTags;

/**
 * One page's tags. Values are looked up in the file only when they are asked for, so that damage in a tag that nobody
 * needs does no harm; how many there are is checked against the file before they are copied.
 */
final class Directory implements GeoTags.Tags {

    /** Bytes per value by type: BYTE, ASCII, SHORT, LONG, RATIONAL … IFD, then BigTIFF's LONG8, SLONG8, IFD8. */
    private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private static final int BIG = 43;
    private static final int RATIONAL = 5;
    private static final int DOUBLE = 12;

    private record Entry(int type, long count, long at) {}

    private final Source source;
    private final ByteOrder order;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private Directory(Source source, ByteOrder order) {
        this.source = source;
        this.order = order;
    }

    /** The directories of a file, the first {@code most} of them at most. */
    static List<Directory> chain(Source source, int most) throws ImageException {
        ByteOrder order =
                new Cursor(source, ByteOrder.BIG_ENDIAN).u8() == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Cursor cursor = new Cursor(source, order);
        cursor.seek(2);
        boolean big = cursor.u16() == BIG;
        cursor.seek(big ? 8 : 4);
        long next = big ? cursor.u64() : cursor.u32();
        List<Directory> directories = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        while (next != 0 && directories.size() < most) {
            if (!seen.add(next)) {
                throw source.bad("page " + (directories.size() + 1) + " leads back to an earlier one at byte " + next
                        + "; the file is damaged");
            }
            cursor.seek(next);
            Directory directory = new Directory(source, order);
            directory.read(cursor, big);
            directories.add(directory);
            next = cursor.remaining() < (big ? 8 : 4) ? 0 : big ? cursor.u64() : cursor.u32();
        }
        if (directories.isEmpty()) {
            throw source.bad("the file has no page; it is truncated or damaged");
        }
        return directories;
    }

    private void read(Cursor cursor, boolean big) throws ImageException {
        long count = big ? cursor.u64() : cursor.u16();
        int entryBytes = big ? 20 : 12;
        int inline = big ? 8 : 4;
        if (count < 0 || count > cursor.remaining() / entryBytes) {
            throw source.bad("a page declares " + count + " tags, the file has room for "
                    + cursor.remaining() / entryBytes + "; it is truncated or damaged");
        }
        for (long i = 0; i < count; i++) {
            int tag = cursor.u16();
            int type = cursor.u16();
            long values = big ? cursor.u64() : cursor.u32();
            long at = cursor.position();
            int bytes = type < BYTES.length ? BYTES[type] : 0;
            long offset = big ? cursor.u64() : cursor.u32();
            if (bytes > 0 && values > 0) {
                entries.putIfAbsent(tag, new Entry(type, values, values <= inline / bytes ? at : offset));
            }
        }
    }

    /** Byte order of the file. */
    ByteOrder order() {
        return order;
    }

    /** The file. */
    Source source() {
        return source;
    }

    /** Whether the page has the tag, with at least one value. */
    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** How many values a tag has; 0 without it. */
    long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count();
    }

    /** The first value of a tag of whole numbers, as it stands where the tag is missing. */
    long number(int tag, long missing) throws ImageException {
        return has(tag) ? numbers(tag, 1)[0] : missing;
    }

    /** The first values of a tag, {@code most} of them at most; none without it. Rationals come rounded down. */
    @Override
    public long[] numbers(int tag, long most) throws ImageException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        long count = Math.min(entry.count(), most);
        int bytes = BYTES[entry.type()];
        if (entry.at() < 0 || entry.at() > source.length() || count > (source.length() - entry.at()) / bytes) {
            throw source.bad("tag " + tag + " has " + entry.count() + " values at byte " + entry.at()
                    + ", beyond the end of the file; it is truncated or damaged");
        }
        Cursor cursor = new Cursor(source, order);
        cursor.seek(entry.at());
        long[] numbers = new long[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(cursor, entry.type());
        }
        return numbers;
    }

    private static long number(Cursor cursor, int type) throws ImageException {
        if (type == RATIONAL) {
            long numerator = cursor.u32();
            return numerator / Math.max(1, cursor.u32());
        }
        return switch (BYTES[type]) {
            case 1 -> cursor.u8();
            case 2 -> cursor.u16();
            case 4 -> cursor.u32();
            default -> cursor.u64();
        };
    }

    /** The values of a rational tag, or the given ones where it is missing. */
    double[] rationals(int tag, double... missing) throws ImageException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() != RATIONAL || entry.count() < missing.length) {
            return missing;
        }
        Cursor cursor = new Cursor(source, order);
        cursor.seek(entry.at());
        double[] values = new double[missing.length];
        for (int i = 0; i < values.length; i++) {
            double numerator = cursor.u32();
            values[i] = numerator / Math.max(1, cursor.u32());
        }
        return values;
    }

    /** The first values of a tag of doubles; none where it holds something else. */
    @Override
    public double[] doubles(int tag, long most) throws ImageException {
        Entry entry = entries.get(tag);
        long[] bits = entry == null || entry.type() != DOUBLE ? new long[0] : numbers(tag, most);
        return Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
    }

    /** The bytes of a tag; none without it. */
    byte[] bytes(int tag) throws ImageException {
        long[] numbers = numbers(tag, Integer.MAX_VALUE);
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }
}
