package org.vung.image.encode;

import java.io.IOException;
import java.io.OutputStream;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;

/**
 * A PNG written from its first row to its last, some rows at a time; the bytes are those that {@link PngEncoder} makes of the
 * whole picture. Holds some megabytes of rows until all cores have work.
 */
public final class PngWriter {

    private final OutputStream out;
    private final Size size;
    private final PngRows rows;
    private final int rowBytes;
    private final byte[] held;
    private int firstHeld;
    private int known;

    private PngWriter(Size size, int pixelBytes, boolean photo, OutputStream out) throws IOException {
        this.out = out;
        this.size = size;
        this.rows = new PngRows(size, pixelBytes, photo, this::copy);
        this.rowBytes = size.width() * pixelBytes;
        this.held = new byte[Math.multiplyExact(rows.rowsAtOnce() + 1, rowBytes)]; // and the row above
        rows.begin(out);
    }

    /**
     * Begins a picture of 8 or 16 bits.
     *
     * @param size of all rows together
     * @param layout any but {@link Layout#BANDS}
     * @param type 8 or 16 bits
     * @param out stays open
     * @return the writer
     * @throws IOException if the stream fails
     */
    public static PngWriter of(Size size, Layout layout, SampleType type, OutputStream out) throws IOException {
        if (type == SampleType.FLOAT32) {
            throw new IllegalArgumentException("PNG must have 8 or 16 bits, got " + type);
        }
        boolean deep = type == SampleType.UINT16;
        int colour = PngEncoder.colourType(layout);
        int channels = (layout == Layout.RGB || layout == Layout.RGBA ? 3 : 1) + (layout.hasAlpha() ? 1 : 0);
        PngEncoder.header(size, deep ? 16 : 8, colour, out);
        return new PngWriter(size, channels * (deep ? 2 : 1), true, out);
    }

    /**
     * Begins a palette picture of 8 bits.
     *
     * @param size of all rows together
     * @param palette 0xRRGGBB per index, 1 … 256 of them
     * @param out stays open
     * @return the writer, which takes grey rows whose samples are the indices
     * @throws IOException if the stream fails
     */
    public static PngWriter indexed(Size size, int[] palette, OutputStream out) throws IOException {
        PngEncoder.indexedHeader(size, palette, out);
        return new PngWriter(size, 1, false, out);
    }

    /**
     * Adds the next rows.
     *
     * @param band in the full width, of the layout and type that were begun
     * @throws IllegalArgumentException if they have another width or type, or are more than are left
     * @throws IOException if the stream fails
     */
    public void add(Image band) throws IOException {
        boolean deep = band.type() == SampleType.UINT16;
        if (band.width() * band.channels() * (deep ? 2 : 1) != rowBytes || band.height() > size.height() - known) {
            throw new IllegalArgumentException("rows must be " + rowBytes + " bytes wide and at most "
                    + (size.height() - known) + ", got " + band);
        }
        PngRows.Source source = deep ? PngEncoder.shorts(band) : PngEncoder.bytes(band.sharedBytes());
        for (int row = 0; row < band.height(); row++) {
            if ((known - firstHeld + 1) * rowBytes > held.length) {
                rows.writeTo(out, known);
                forget();
            }
            source.row(row, rowBytes, held, (known - firstHeld) * rowBytes);
            known++;
        }
    }

    /** Keeps what is not yet written, and the row above it. */
    private void forget() {
        int first = Math.max(0, rows.written() - 1);
        System.arraycopy(held, (first - firstHeld) * rowBytes, held, 0, (known - first) * rowBytes);
        firstHeld = first;
    }

    private void copy(int row, int rowBytes, byte[] into, int at) {
        System.arraycopy(held, (row - firstHeld) * rowBytes, into, at, rowBytes);
    }

    /**
     * Ends the picture.
     *
     * @throws IllegalStateException if rows are missing
     * @throws IOException if the stream fails
     */
    public void finish() throws IOException {
        if (known < size.height()) {
            throw new IllegalStateException("rows must be " + size.height() + ", got " + known);
        }
        while (rows.written() < size.height()) {
            rows.writeTo(out, known);
        }
        rows.end(out);
        PngEncoder.chunk("IEND", new byte[0], 0, out);
    }
}
