package org.vung.image.codec.tiff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** The first page of a TIFF read from strip to strip, or from one row of tiles to the next, as {@link TiffDecoder} reads it. */
public final class TiffRowReader implements ImageRows {

    /** Most bytes one row of tiles, or one strip, may take in memory. */
    private static final long MOST_BAND = 1L << 28;

    private final Page page;
    private final Tiles tiles;
    private @Nullable Image band;
    private int taken;
    private int tileRow;

    private TiffRowReader(Page page) throws ImageException {
        this.page = page;
        this.tiles = new Tiles(page);
    }

    /**
     * Opens a file.
     *
     * @param source the file
     * @return the rows of its first page from the top; empty where the page must be turned upright, or one strip or row of
     *     tiles takes more than 256 MiB
     * @throws ImageException if it is damaged, not supported or beyond the limits
     */
    public static Optional<ImageRows> open(Source source) throws ImageException {
        Page page = Page.of(Directory.chain(source, 1).get(0)).inSmallStrips();
        return page.orientation() == 1 && page.tileRowBytes() <= MOST_BAND
                ? Optional.of(new TiffRowReader(page))
                : Optional.empty();
    }

    @Override
    public Size size() {
        return page.size();
    }

    @Override
    public Image next(int most) throws ImageException {
        if (band == null || taken == band.height()) {
            band = tileRow();
            taken = 0;
        }
        int count = Math.min(most, band.height() - taken);
        taken += count;
        return band.rows(taken - count, count);
    }

    private Image tileRow() throws ImageException {
        if (tileRow == page.tiling().down()) {
            throw new IllegalStateException("rows must be read once, got a read after the last of " + size());
        }
        Page part = page.ofTileRow(tileRow);
        Samples samples = new Samples(part);
        tiles.fillRow(samples, tileRow++);
        return Colours.frame(part, samples).picture();
    }

    @Override
    public void close() {
        band = null;
    }
}
