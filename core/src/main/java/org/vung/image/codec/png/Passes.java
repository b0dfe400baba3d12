package org.vung.image.codec.png;

import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** The order in which rows come: top to bottom, or the seven passes of Adam7 (section 8). */
final class Passes {

    /** First row, first column, rows between, columns between, for each pass. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private Passes() {}

    /** Takes the pixels of one row, or of the part of a row that a pass holds. */
    @FunctionalInterface
    interface Sink {
        /**
         * Stores pixels.
         *
         * @param row packed as in the file
         * @param columns number of pixels
         * @param at the first one's place in the picture
         * @param step from one to the next
         */
        void store(byte[] row, int columns, int at, int step);
    }

    static void read(Source source, Chunks chunks, Sink sink) throws ImageException {
        Header header = chunks.header();
        int longest = header.stride(header.size().width());
        try (Rows rows = new Rows(source, chunks, longest)) {
            byte[] row = new byte[longest];
            byte[] above = new byte[longest];
            for (int[] pass : header.interlaced() ? ADAM7 : WHOLE) {
                read(header, pass, rows, new byte[][] {row, above}, sink);
            }
        }
    }

    private static void read(Header header, int[] pass, Rows rows, byte[][] pair, Sink sink) throws ImageException {
        int columns = (header.size().width() - pass[1] + pass[3] - 1) / pass[3];
        if (columns <= 0) {
            return;
        }
        byte[] row = pair[0];
        byte[] above = pair[1];
        Rows.clear(above);
        for (int at = pass[0]; at < header.size().height(); at += pass[2]) {
            rows.read(row, above, header.stride(columns), header.reach());
            sink.store(row, columns, header.size().index(at, pass[1]), pass[3]);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }
}
