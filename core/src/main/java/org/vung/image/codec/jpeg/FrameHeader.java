package org.vung.image.codec.jpeg;

import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * The SOF segment (T.81, B.2.2).
 *
 * @param process the low four bits of its marker: 0 baseline, 1 extended, 2 progressive, 3 lossless, 9 and up arithmetic
 * @param precision bits per sample
 * @param height rows; 0 if a DNL segment tells them after the first scan
 * @param width columns
 * @param components identifiers of the components, in order
 * @param full whether no component is subsampled
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record FrameHeader(int process, int precision, int height, int width, int[] components, boolean full) {

    static final int PROGRESSIVE = 2;
    static final int LOSSLESS = 3;

    /** Reads the segment behind its length. */
    static FrameHeader read(int marker, Cursor cursor) throws ImageException {
        int precision = cursor.u8();
        int height = cursor.u16();
        int width = cursor.u16();
        int[] components = new int[cursor.u8()];
        boolean full = true;
        for (int i = 0; i < components.length; i++) {
            components[i] = cursor.u8();
            full &= cursor.u8() == 0x11;
            cursor.skip(1);
        }
        return new FrameHeader(marker & 15, precision, height, width, components, full);
    }

    FrameHeader withHeight(int rows) {
        return new FrameHeader(process, precision, rows, width, components, full);
    }

    /** Checks what is declared; the size against the limits. */
    Size check(Source source) throws ImageException {
        int count = components.length;
        if (count != 1 && count != 3 && count != 4) {
            throw source.bad("JPEG must have 1, 3 or 4 components, got " + count + "; the file is damaged");
        }
        boolean lossy = process <= PROGRESSIVE && precision == 8;
        boolean lossless = process == LOSSLESS && precision >= 2 && precision <= 16;
        if (!lossy && !lossless) {
            throw source.bad("JPEG process SOF" + process + " of " + precision
                    + " bits is not supported; save it as baseline or progressive JPEG of 8 bits");
        }
        return source.size(height, width, count * (precision > 8 ? 2 : 1));
    }
}
