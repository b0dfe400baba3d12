package org.vung.image.codec.png;

import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** A PNG read row by row: the bands are those of the picture {@link PngDecoder} makes of it. */
public final class PngRowReader implements ImageRows {

    private final Source source;
    private final Chunks chunks;
    private final Header header;
    private final Rows rows;
    private byte[] row;
    private byte[] above;
    private int done;

    private PngRowReader(Source source, Chunks chunks) throws ImageException {
        this.source = source;
        this.chunks = chunks;
        this.header = chunks.header();
        int stride = header.stride(header.size().width());
        this.rows = new Rows(source, chunks, stride);
        this.row = new byte[stride];
        this.above = new byte[stride];
    }

    /**
     * Opens a file.
     *
     * @param source the file
     * @return its rows from the top; empty where they do not come in this order, interlaced or to be turned upright
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static Optional<ImageRows> open(Source source) throws ImageException {
        Chunks chunks = PngDecoder.chunks(source);
        boolean inOrder = !chunks.header().interlaced() && chunks.orientation() == 1;
        return inOrder ? Optional.of(new PngRowReader(source, chunks)) : Optional.empty();
    }

    @Override
    public Size size() {
        return header.size();
    }

    @Override
    public Image next(int most) throws ImageException {
        int count = Math.min(most, size().height() - done);
        if (count < 1) {
            throw new IllegalStateException("rows must be read once, got a read after the last of " + size());
        }
        Header band = header.ofRows(count);
        done += count;
        return PngDecoder.frame(source, chunks, band, sink -> read(band, sink)).picture();
    }

    private void read(Header band, Passes.Sink sink) throws ImageException {
        int columns = band.size().width();
        for (int at = 0; at < band.size().height(); at++) {
            rows.read(row, above, band.stride(columns), band.reach());
            sink.store(row, columns, band.size().index(at, 0), 1);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
