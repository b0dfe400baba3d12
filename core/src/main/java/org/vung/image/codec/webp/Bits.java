package org.vung.image.codec.webp;

import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** Bits of a stretch of the file, lowest first. */
final class Bits {

    private final Source source;
    private final byte[] content;
    private final int end;
    private int at;
    private long window;
    private int count;

    Bits(Source source, int from, int end) {
        this.source = source;
        this.content = source.sharedContent();
        this.at = from;
        this.end = end;
    }

    /** The next 0 … 32 bits as a number. */
    int read(int bits) throws ImageException {
        int value = peek(bits);
        skip(bits);
        return value;
    }

    /** The next bit. */
    boolean flag() throws ImageException {
        return read(1) == 1;
    }

    /** The next bits without taking them; zeros behind the end. */
    int peek(int bits) {
        while (count < bits) {
            window |= (at < end ? content[at] & 0xFFL : 0) << count;
            at++;
            count += 8;
        }
        return (int) (window & ((1L << bits) - 1));
    }

    /** Takes bits that were peeked at. */
    void skip(int bits) throws ImageException {
        window >>>= bits;
        count -= bits;
        if (at - count / 8 > end) {
            throw source.bad("WebP's data ends before its picture is full; the file is truncated or damaged");
        }
    }

    ImageException damaged(String what) {
        return source.bad("WebP's " + what + "; the file is damaged");
    }
}
