package org.vung.image.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.vung.image.Size;

/**
 * The pixels of a PNG: filtered rows, deflated in blocks of about half a megabyte that are independent of one another, so
 * that all cores share the work and the stream still is one. Where blocks begin depends only on the size, so the bytes
 * do not depend on the number of cores.
 */
final class PngRows {

    private static final int BLOCK = 1 << 19;
    private static final int BLOCKS_AT_ONCE = 16;
    /** Level 1 takes two thirds of the time of level 3 and 2 % more bytes on a photo of 512 × 512. */
    private static final int PHOTO_LEVEL = 1;
    /** Level 4 takes the time of level 1 and a fifth fewer bytes on labels; level 6 takes five times as long. */
    private static final int LABEL_LEVEL = 4;

    private static final long ADLER_BASE = 65521;
    private static final int FILTER_NONE = 0;
    private static final int FILTER_SUB = 1;
    private static final int FILTER_UP = 2;

    /** Where rows come from. */
    @FunctionalInterface
    interface Source {
        /** Puts the bytes of one row, samples of 16 bits with the high byte first, into an array. */
        void row(int row, int rowBytes, byte[] into, int at);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one call, never compared
    private record Block(byte[] deflated, int length, long adler, long rawLength) {}

    private final int rows;
    private final int rowBytes;
    private final int pixelBytes;
    private final boolean photo;
    private final Source source;
    private final int rowsPerBlock;
    private int written;
    private long adler = 1;

    /** Photos are filtered, pictures of few values are not: their rows repeat better as they are. */
    PngRows(Size size, int pixelBytes, boolean photo, Source source) {
        this.rows = size.height();
        this.rowBytes = Math.multiplyExact(size.width(), pixelBytes);
        this.pixelBytes = pixelBytes;
        this.photo = photo;
        this.source = source;
        this.rowsPerBlock = Math.max(1, BLOCK / (rowBytes + 1));
    }

    /** Writes the IDAT chunks. */
    void writeTo(OutputStream out) throws IOException {
        begin(out);
        while (written < rows) {
            writeTo(out, rows);
        }
        end(out);
    }

    /** Rows that are deflated together, so that all cores have work. */
    int rowsAtOnce() {
        return (int) Math.min(rows, (long) BLOCKS_AT_ONCE * rowsPerBlock);
    }

    /** Rows written so far. */
    int written() {
        return written;
    }

    /** Begins the stream. */
    void begin(OutputStream out) throws IOException {
        PngEncoder.chunk("IDAT", new byte[] {0x78, 0x01}, 2, out);
    }

    /** Writes on, in whole blocks, as far as the source has rows; {@link #rowsAtOnce()} at most. */
    void writeTo(OutputStream out, int known) throws IOException {
        int blocks = (rows + rowsPerBlock - 1) / rowsPerBlock;
        int first = written / rowsPerBlock;
        int whole = known == rows ? blocks : known / rowsPerBlock;
        for (Block block : blocks(first, Math.min(whole, first + BLOCKS_AT_ONCE), blocks)) {
            PngEncoder.chunk("IDAT", block.deflated(), block.length(), out);
            adler = combine(adler, block);
            written = Math.min(rows, written + rowsPerBlock);
        }
    }

    /** Ends the stream, all rows of which are written. */
    void end(OutputStream out) throws IOException {
        PngEncoder.chunk("IDAT", PngEncoder.bigEndian((int) adler), 4, out);
    }

    /** A single block needs no second thread, and does not pay for starting one. */
    private List<Block> blocks(int from, int to, int all) {
        IntStream numbers = IntStream.range(from, to);
        return (to - from == 1 ? numbers : numbers.parallel())
                .mapToObj(block -> block(block, block == all - 1))
                .toList();
    }

    private Block block(int number, boolean last) {
        int from = number * rowsPerBlock;
        byte[] filtered = filtered(from, Math.min(rows, from + rowsPerBlock));
        Adler32 adler = new Adler32();
        adler.update(filtered);
        Deflater deflater = new Deflater(photo ? PHOTO_LEVEL : LABEL_LEVEL, true);
        try {
            deflater.setInput(filtered);
            if (last) {
                deflater.finish();
            }
            // Deflate never grows its input by more than 5 bytes in 16 KiB, and a flush adds a few.
            byte[] deflated = new byte[filtered.length + filtered.length / 1024 + 64];
            int length = deflate(deflater, deflated, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            return new Block(deflated, length, adler.getValue(), filtered.length);
        } finally {
            deflater.end();
        }
    }

    /** One call may end early, so call until nothing more comes. */
    private static int deflate(Deflater deflater, byte[] into, int flush) {
        int length = 0;
        int more = 1;
        while (more > 0 && !deflater.finished()) {
            more = deflater.deflate(into, length, into.length - length, flush);
            length += more;
        }
        return length;
    }

    private byte[] filtered(int from, int to) {
        byte[] filtered = new byte[(to - from) * (rowBytes + 1)];
        byte[] above = new byte[rowBytes];
        byte[] current = new byte[rowBytes];
        if (photo && from > 0) {
            source.row(from - 1, rowBytes, above, 0);
        }
        for (int row = from; row < to; row++) {
            int at = (row - from) * (rowBytes + 1);
            if (!photo) {
                filtered[at] = FILTER_NONE;
                source.row(row, rowBytes, filtered, at + 1);
                continue;
            }
            source.row(row, rowBytes, current, 0);
            if (row == 0) {
                filtered[at] = FILTER_SUB;
                sub(current, filtered, at + 1);
            } else {
                filtered[at] = FILTER_UP;
                up(current, above, filtered, at + 1);
            }
            byte[] swap = above;
            above = current;
            current = swap;
        }
        return filtered;
    }

    private void sub(byte[] current, byte[] into, int at) {
        System.arraycopy(current, 0, into, at, pixelBytes);
        for (int i = pixelBytes; i < rowBytes; i++) {
            into[at + i] = (byte) (current[i] - current[i - pixelBytes]);
        }
    }

    private void up(byte[] current, byte[] above, byte[] into, int at) {
        for (int i = 0; i < rowBytes; i++) {
            into[at + i] = (byte) (current[i] - above[i]);
        }
    }

    /** The checksum of two pieces laid end to end. */
    private static long combine(long adler, Block next) {
        long length = next.rawLength() % ADLER_BASE;
        long low = adler & 0xFFFF;
        long high = (adler >>> 16) + (next.adler() >>> 16) + length * (low + ADLER_BASE - 1);
        low += (next.adler() & 0xFFFF) + ADLER_BASE - 1;
        return (high % ADLER_BASE) << 16 | low % ADLER_BASE;
    }
}
