package org.vung.nets.weights.zip;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.pickle.Cursor;

/**
 * The entries of a zip as parts of its bytes. The JDK's reader hands out streams; here an entry is where it lies in the
 * file, so that its numbers can stay mapped. PyTorch and Vung store entries as they are, so a compressed one is refused, and with
 * it every bomb. Source: PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.5.3 (zip64).
 */
public final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int MOST_ENTRIES = 1 << 17;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private final Bytes file;

    private ZipDirectory(Bytes file) {
        this.file = file;
    }

    /**
     * The entries that are files.
     *
     * @param file a zip
     * @return name → content, in the order of the directory
     * @throws WeightFileException if it is no zip, damaged, or its entries are compressed, encrypted, named twice or out of the folder
     */
    public static Map<String, Bytes> entries(Bytes file) throws WeightFileException {
        return new ZipDirectory(file).entries();
    }

    private Map<String, Bytes> entries() throws WeightFileException {
        Cursor end = end();
        end.skip(6);
        long count = end.u16();
        end.skip(4);
        long start = end.u32();
        long locator = end.position() - END_SIZE - LOCATOR_SIZE + 2;
        if (locator >= 0 && (int) at(locator).u32() == LOCATOR_64) {
            Cursor end64 = at(locator + 8);
            end64 = at(end64.u64());
            expect(end64, END_64, "the zip64 end");
            end64.skip(28);
            count = end64.u64();
            end64.skip(8);
            start = end64.u64();
        }
        return entries(at(start), count);
    }

    /** The record at the end, in front of a comment of unknown length. */
    private Cursor end() throws WeightFileException {
        long last = file.length() - END_SIZE;
        for (long from = last; from >= Math.max(0, last - MOST_COMMENT); from--) {
            if (file.get(from) == 'P' && (int) at(from).u32() == END) {
                return at(from + 4);
            }
        }
        throw file.bad("a zip must end with its directory, got none; the file is truncated");
    }

    private Map<String, Bytes> entries(Cursor in, long count) throws WeightFileException {
        if (count < 0 || count > MOST_ENTRIES) {
            throw file.bad("the zip must have at most " + MOST_ENTRIES + " entries, got " + Long.toUnsignedString(count)
                    + "; save the state_dict alone");
        }
        Map<String, Bytes> entries = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            ZipEntryHeader entry = ZipEntryHeader.read(in, ENTRY);
            if (!entry.name().endsWith("/") && entries.put(entry.name(), content(entry)) != null) {
                throw file.bad("names in the zip must differ, got " + entry.name() + " twice; do not trust the file");
            }
        }
        return entries;
    }

    private Bytes content(ZipEntryHeader entry) throws WeightFileException {
        Cursor local = at(entry.place());
        expect(local, LOCAL, "entry " + entry.name());
        local.skip(22);
        int name = local.u16();
        int extra = local.u16();
        if (!local.text(name).equals(entry.name())) {
            throw file.bad("entry " + entry.name() + " must have one name, got another in front of its content;"
                    + " do not trust the file");
        }
        local.skip(extra);
        return local.slice(entry.size());
    }

    private void expect(Cursor in, int signature, String what) throws WeightFileException {
        long place = in.position();
        if ((int) in.u32() != signature) {
            throw file.bad(
                    what + " must begin with its signature, got none at byte " + place + "; the file is damaged");
        }
    }

    private Cursor at(long place) throws WeightFileException {
        Cursor cursor = new Cursor(file, 0);
        cursor.skip(place);
        return cursor;
    }

    /** Whether a field of 32 bits refers to the zip64 part of the entry. */
    static boolean inZip64(long field) {
        return field == IN_ZIP64;
    }
}
