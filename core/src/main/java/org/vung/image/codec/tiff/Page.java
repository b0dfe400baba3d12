package org.vung.image.codec.tiff;

import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * What the tags of a page say, checked before pixels are allocated.
 *
 * @param tags all of them
 * @param size height and width as stored
 * @param channels samples per pixel
 * @param sample how a sample is stored
 * @param tiling how the pixels are cut
 * @param photometric what the samples mean: PhotometricInterpretation
 * @param compression how they are packed
 */
record Page(
        Directory tags, Size size, int channels, SampleFormat sample, Tiling tiling, int photometric, int compression) {

    static final int WHITE_IS_ZERO = 0;
    static final int BLACK_IS_ZERO = 1;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int MASK = 4;
    static final int CMYK = 5;
    static final int YCBCR = 6;
    static final int LAB = 8;
    static final int ICC_LAB = 9;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    private static final int CHANNELS = 277;
    private static final int EXTRA = 338;
    private static final int MOST_CHANNELS = 65535;
    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;
    private static final int STRIP = 1 << 22;

    /** Reads and checks a page. */
    static Page of(Directory tags) throws ImageException {
        Source source = tags.source();
        long channels = tags.number(CHANNELS, 1);
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw source.bad("samples per pixel must be 1 … 65535, got " + channels + "; the file is damaged");
        }
        int count = (int) channels;
        SampleFormat sample = SampleFormat.of(tags, count);
        int bytes = Math.max(4, count * sample.memoryBytes());
        Size size = source.size(tags.number(HEIGHT, 0), tags.number(WIDTH, 0), bytes);
        int photometric = (int) tags.number(PHOTOMETRIC, channels >= 3 ? RGB : BLACK_IS_ZERO);
        Tiling tiling = Tiling.of(tags, size, count);
        return new Page(tags, size, count, sample, tiling, photometric, (int) tags.number(COMPRESSION, 1));
    }

    /** Some writers put all rows into one strip, which need not be unpacked as one if it is not packed. */
    Page inSmallStrips() {
        boolean plain = compression == 1 && photometric != YCBCR;
        if (!plain || tiling.tiled() || tiling.down() > 1 || tileRowBytes() <= STRIP) {
            return this;
        }
        int rows = (int) Math.max(1, STRIP / (tileRowBytes() / tiling.rows()));
        return new Page(tags, size, channels, sample, tiling.cut(rows), photometric, compression);
    }

    /** Bytes that one row of tiles takes in memory, in whole tiles. */
    long tileRowBytes() {
        double pixels = (double) tiling.rows() * tiling.columns() * tiling.across();
        return (long) (pixels * Math.max(4, (double) channels * sample.memoryBytes()));
    }

    /** A page of one row of this page's tiles, the last of which may be cut. */
    Page ofTileRow(int tileRow) {
        int rows = Math.min(tiling.rows(), size.height() - tileRow * tiling.rows());
        Tiling one =
                new Tiling(tiling.rows(), tiling.columns(), tiling.across(), 1, tiling.planes(), tiling.tiled(), false);
        return new Page(tags, new Size(rows, size.width()), channels, sample, one, photometric, compression);
    }

    /** Bytes that the decoded page takes in memory. */
    long bytes() {
        return (long) size.pixels() * Math.max(4, channels * sample.memoryBytes());
    }

    /** Channels that lie side by side in a strip or tile. */
    int interleaved() {
        return tiling.planes() == 1 ? channels : 1;
    }

    /** Which way is up, 1 … 8. */
    int orientation() throws ImageException {
        long orientation = tags.number(ORIENTATION, 1);
        return orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
    }

    /** Whether the first extra sample, after {@code colours} channels of colour, is the only one and is opacity. */
    boolean hasAlpha(int colours) throws ImageException {
        if (channels != colours + 1) {
            return false;
        }
        long extra = tags.number(EXTRA, colours == 3 ? UNASSOCIATED : 0);
        return extra == ASSOCIATED || extra == UNASSOCIATED;
    }

    /** Whether colours are multiplied by their opacity. */
    boolean premultiplied() throws ImageException {
        return tags.number(EXTRA, 0) == ASSOCIATED;
    }
}
