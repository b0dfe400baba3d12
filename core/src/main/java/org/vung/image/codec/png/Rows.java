package org.vung.image.codec.png;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** Inflates the IDAT chunks row by row and undoes the filters of section 9. */
final class Rows implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final Source source;
    private final Chunks chunks;
    private final Inflater inflater = new Inflater();
    private final byte[] block;
    private int blockAt;
    private int blockEnd;
    private int nextChunk;
    private long pieceAt;
    private long pieceEnd;

    /** @param longest bytes of the longest row, the filter byte not counted */
    Rows(Source source, Chunks chunks, int longest) {
        this.source = source;
        this.chunks = chunks;
        this.block = new byte[Math.max(longest + 1, BLOCK)];
    }

    /**
     * Reads one row.
     *
     * @param row receives {@code stride} bytes; holds nothing of use before
     * @param above the row before, unfiltered; zeros for the first
     * @param stride bytes of the row
     * @param reach bytes to the neighbour on the left
     */
    void read(byte[] row, byte[] above, int stride, int reach) throws ImageException {
        fill(stride + 1);
        int filter = block[blockAt];
        System.arraycopy(block, blockAt + 1, row, 0, stride);
        blockAt += stride + 1;
        switch (filter) {
            case 0 -> {}
            case 1 -> undoSub(row, stride, reach);
            case 2 -> undoUp(row, above, stride);
            case 3 -> undoAverage(row, above, stride, reach);
            case 4 -> undoPaeth(row, above, stride, reach);
            default -> throw source.bad("PNG has no row filter " + filter + "; the file is damaged");
        }
    }

    /** Makes sure that so many unread bytes lie in the block. */
    private void fill(int wanted) throws ImageException {
        if (blockEnd - blockAt >= wanted) {
            return;
        }
        System.arraycopy(block, blockAt, block, 0, blockEnd - blockAt);
        blockEnd -= blockAt;
        blockAt = 0;
        while (blockEnd < wanted) {
            blockEnd += inflate();
        }
    }

    private int inflate() throws ImageException {
        try {
            while (true) {
                int count = inflater.inflate(block, blockEnd, block.length - blockEnd);
                if (count > 0) {
                    return count;
                } else if (inflater.finished()
                        || (pieceAt == pieceEnd && nextChunk == chunks.data().size())) {
                    throw source.bad("the PNG's pixels end before its last row; the file is truncated");
                } else if (inflater.needsDictionary()) {
                    throw source.bad("PNG's pixels need a dictionary that no PNG has; the file is damaged");
                }
                feed();
            }
        } catch (DataFormatException damaged) {
            throw source.bad(
                    "the PNG's pixels cannot be inflated (" + damaged.getMessage() + "); the file is damaged", damaged);
        }
    }

    /** Hands on what is at hand of the chunk at work, or of the next one. */
    private void feed() throws ImageException {
        if (pieceAt == pieceEnd) {
            long[] piece = chunks.data().get(nextChunk++);
            pieceAt = piece[0];
            pieceEnd = piece[0] + piece[1];
        }
        if (pieceAt < pieceEnd) {
            Source.Window window = source.some(pieceAt, pieceEnd - pieceAt);
            inflater.setInput(window.bytes(), window.offset(), window.length());
            pieceAt += window.length();
        }
    }

    private static void undoSub(byte[] row, int stride, int reach) {
        for (int i = reach; i < stride; i++) {
            row[i] += row[i - reach];
        }
    }

    private static void undoUp(byte[] row, byte[] above, int stride) {
        for (int i = 0; i < stride; i++) {
            row[i] += above[i];
        }
    }

    private static void undoAverage(byte[] row, byte[] above, int stride, int reach) {
        int lead = Math.min(reach, stride);
        for (int i = 0; i < lead; i++) {
            row[i] += (byte) ((above[i] & 0xFF) >> 1);
        }
        for (int i = reach; i < stride; i++) {
            row[i] += (byte) (((row[i - reach] & 0xFF) + (above[i] & 0xFF)) >> 1);
        }
    }

    private static void undoPaeth(byte[] row, byte[] above, int stride, int reach) {
        undoUp(row, above, Math.min(reach, stride));
        for (int i = reach; i < stride; i++) {
            int left = row[i - reach] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = above[i - reach] & 0xFF;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            row[i] += (byte) nearest;
        }
    }

    /** Clears a row, so that the first row of a pass predicts from zeros. */
    static void clear(byte[] row) {
        Arrays.fill(row, (byte) 0);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
