package org.vung.image.codec.unpack;

/**
 * Luminance and colour of an uncompressed, LZW, Deflate or PackBits YCbCr page: blocks of {@code across × down} samples of
 * Y, then one Cb and one Cr for them all (TIFF 6.0, section 21). The colour of a block is repeated, not smoothed.
 *
 * @param across luminance samples side by side in a block
 * @param down luminance samples below one another in a block
 */
public record ChromaBlocks(int across, int down) {

    /** Checks both numbers. */
    public ChromaBlocks {
        if (across < 1 || across > 4 || across == 3 || down < 1 || down > 4 || down == 3) {
            throw new IllegalArgumentException("blocks must be 1, 2 or 4 each way, got " + across + "x" + down);
        }
    }

    /**
     * Whether every pixel has its own colour.
     *
     * @return true for blocks of one pixel
     */
    public boolean isWhole() {
        return across == 1 && down == 1;
    }

    /**
     * Bytes of the blocks of a tile.
     *
     * @param columns columns of the tile
     * @param rows rows of the tile
     * @return number of bytes
     */
    public int bytes(int columns, int rows) {
        long blocks = (long) ((columns + across - 1) / across) * ((rows + down - 1) / down);
        return Math.toIntExact(blocks * (across * down + 2));
    }

    /**
     * Makes rows of whole pixels.
     *
     * @param blocks of the tile, row by row
     * @param columns columns of the tile
     * @param rows rows of the tile
     * @return Y, Cb, Cr interleaved
     */
    public byte[] spread(byte[] blocks, int columns, int rows) {
        byte[] pixels = new byte[Math.multiplyExact(rows * 3, columns)];
        int at = 0;
        for (int top = 0; top < rows; top += down) {
            for (int left = 0; left < columns; left += across) {
                int colour = at + across * down;
                for (int row = top; row < Math.min(rows, top + down); row++) {
                    for (int column = left; column < Math.min(columns, left + across); column++) {
                        int to = (row * columns + column) * 3;
                        pixels[to] = blocks[at + (row - top) * across + column - left];
                        pixels[to + 1] = blocks[colour];
                        pixels[to + 2] = blocks[colour + 1];
                    }
                }
                at = colour + 2;
            }
        }
        return pixels;
    }
}
