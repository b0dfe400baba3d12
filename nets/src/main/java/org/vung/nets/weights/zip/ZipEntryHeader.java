package org.vung.nets.weights.zip;

import java.util.Arrays;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.pickle.Cursor;

/**
 * One entry as the directory tells it.
 *
 * @param name with its folders
 * @param size of the content in bytes
 * @param place of its local header
 */
record ZipEntryHeader(String name, long size, long place) {

    private static final int MOST_NAME = 1024;
    private static final int ZIP64 = 1;

    /** The entry that begins at the cursor, which then stands behind it. */
    static ZipEntryHeader read(Cursor in, int signature) throws WeightFileException {
        if ((int) in.u32() != signature) {
            throw in.bytes()
                    .bad("the zip's directory must list entries, got something else before byte " + in.position()
                            + "; the file is damaged");
        }
        in.skip(4);
        int flags = in.u16();
        int method = in.u16();
        in.skip(8);
        long packed = in.u32();
        long size = in.u32();
        int nameLength = in.u16();
        int extraLength = in.u16();
        int commentLength = in.u16();
        in.skip(8);
        long place = in.u32();
        String name = name(in, nameLength);
        long[] fields = {size, packed, place};
        widen(new Cursor(in.slice(extraLength), 0), fields);
        in.skip(commentLength);
        check(in.bytes(), name, flags, method, fields);
        return new ZipEntryHeader(name, fields[0], fields[2]);
    }

    /** The zip64 part holds, in this order, just those fields that do not fit their 32 bits. */
    private static void widen(Cursor extra, long[] fields) throws WeightFileException {
        while (extra.bytes().length() - extra.position() >= 4) {
            int id = extra.u16();
            Cursor part = new Cursor(extra.slice(extra.u16()), 0);
            for (int i = 0; id == ZIP64 && i < fields.length; i++) {
                if (ZipDirectory.inZip64(fields[i])) {
                    fields[i] = part.u64();
                }
            }
        }
    }

    private static String name(Cursor in, int length) throws WeightFileException {
        if (length > MOST_NAME) {
            throw in.bytes()
                    .bad("names in the zip must have at most " + MOST_NAME + " bytes, got " + length
                            + "; the file is damaged");
        }
        String name = in.text(length);
        boolean leaves = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || Arrays.asList(name.split("/", -1)).contains("..");
        if (name.isEmpty() || leaves) {
            throw in.bytes().bad("names in the zip must stay within it, got \"" + name + "\"; do not trust the file");
        }
        return name;
    }

    private static void check(Bytes file, String name, int flags, int method, long[] fields)
            throws WeightFileException {
        if ((flags & 1) != 0) {
            throw file.bad("entry " + name + " must not be encrypted, got a password's mark; unlock the file first");
        }
        if (method != 0 || fields[0] != fields[1]) {
            throw file.bad("entry " + name + " must be stored as PyTorch does, got method " + method + ", " + fields[1]
                    + " bytes for " + fields[0] + "; load the file in PyTorch and save it anew");
        }
    }
}
