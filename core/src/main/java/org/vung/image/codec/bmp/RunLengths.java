package org.vung.image.codec.bmp;

import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;

/** RLE4 and RLE8: a count and a colour, or an escape. Runs that leave the picture are cut off, skipped pixels are index 0. */
final class RunLengths {

    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;

    private final BmpHeader header;
    private final Cursor cursor;
    private final byte[] indices;
    private int row;
    private int column;

    RunLengths(BmpHeader header, Cursor cursor) {
        this.header = header;
        this.cursor = cursor;
        this.indices = new byte[header.size().pixels()];
    }

    /** Decodes until the end mark, or until every row is full. */
    byte[] decode() throws ImageException {
        boolean more = true;
        while (more && row < header.size().height() && !(full() && cursor.remaining() == 0)) {
            int count = cursor.u8();
            int value = cursor.u8();
            if (count > 0) {
                run(count, value);
            } else {
                more = escape(value);
            }
        }
        return indices;
    }

    /** Some writers leave out the end mark. */
    private boolean full() {
        return row == header.size().height() - 1 && column >= header.size().width();
    }

    private void run(int count, int value) {
        for (int i = 0; i < count; i++) {
            put(header.bits() == 8 ? value : (i & 1) == 0 ? value >> 4 : value & 15);
        }
    }

    private boolean escape(int code) throws ImageException {
        switch (code) {
            case END_OF_ROW -> {
                row++;
                column = 0;
            }
            case END -> {
                return false;
            }
            case MOVE -> {
                column += cursor.u8();
                row += cursor.u8();
            }
            default -> literal(code);
        }
        return true;
    }

    /** So many pixels one by one, padded to an even number of bytes. */
    private void literal(int count) throws ImageException {
        if (header.bits() == 8) {
            for (int i = 0; i < count; i++) {
                put(cursor.u8());
            }
            cursor.skip(Math.min(count & 1, cursor.remaining()));
        } else {
            for (int i = 0, pair = 0; i < count; i++) {
                pair = (i & 1) == 0 ? cursor.u8() : pair << 4;
                put(pair >> 4 & 15);
            }
            cursor.skip(Math.min((count + 1) / 2 & 1, cursor.remaining()));
        }
    }

    private void put(int index) {
        if (row < header.size().height() && column < header.size().width()) {
            indices[header.size().index(header.row(row), column)] = (byte) index;
        }
        column++;
    }
}
