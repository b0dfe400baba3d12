package org.vung.image.codec.unpack;

import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Packed bytes of one strip or tile.
 *
 * @param source the file, which words the errors
 * @param what what errors call it: "strip 3"
 * @param bytes holds the packed bytes, usually the whole file; for reading only
 * @param offset where they begin, inside the array
 * @param length how many there are, inside the array
 */
@SuppressWarnings("ArrayRecordComponent") // a window on the file, never compared
public record Packed(Source source, String what, byte[] bytes, int offset, int length) {

    /** One past the last packed byte. */
    int end() {
        return offset + length;
    }

    /**
     * The bytes cannot be unpacked.
     *
     * @param problem what is wrong
     * @return the error to throw
     */
    public ImageException damaged(String problem) {
        return source.bad(what + " " + problem + "; the file is damaged");
    }

    /** The bytes ended before the rows were full. */
    ImageException tooShort(int got, int expected) {
        return source.bad(what + " holds " + got + " of " + expected + " bytes; the file is truncated or damaged");
    }
}
