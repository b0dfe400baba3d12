package org.vung.image.codec.tiff;

import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * How the pixels of a page are cut into strips or tiles. A strip is a tile as wide as the image.
 *
 * @param rows rows of a full tile
 * @param columns columns of a full tile
 * @param across tiles side by side
 * @param down tiles below one another
 * @param planes 1 where the channels of a pixel lie side by side, otherwise the number of channels, each in tiles of its own
 * @param tiled whether the last row of tiles is stored in full
 * @param cut whether the one strip of a plane that is stored, its rows unpacked, is taken for many
 */
record Tiling(int rows, int columns, int across, int down, int planes, boolean tiled, boolean cut) {

    private static final int ROWS_PER_STRIP = 278;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int LONGEST_SIDE = 1 << 20;
    static final int STRIP_OFFSETS = 273;
    static final int STRIP_LENGTHS = 279;
    static final int TILE_OFFSETS = 324;
    static final int TILE_LENGTHS = 325;

    /** Reads and checks the tags of a page. */
    static Tiling of(Directory tags, Size size, int channels) throws ImageException {
        Source source = tags.source();
        boolean tiled = tags.has(TILE_OFFSETS) || tags.has(TILE_WIDTH);
        long columns = tiled ? tags.number(TILE_WIDTH, 0) : size.width();
        long rows = tiled
                ? tags.number(TILE_HEIGHT, 0)
                : Math.min(size.height(), tags.number(ROWS_PER_STRIP, size.height()));
        if (rows < 1 || columns < 1 || (tiled && Math.max(rows, columns) > LONGEST_SIDE)) {
            throw source.bad(
                    "tiles must be 1x1 … 1048576x1048576, got " + rows + "x" + columns + "; the file is damaged");
        }
        long planar = tags.number(PLANAR, 1);
        if (planar != 1 && planar != 2) {
            throw source.bad("planar configuration must be 1 or 2, got " + planar + "; the file is damaged");
        }
        int across = (int) ((size.width() + columns - 1) / columns);
        int down = (int) ((size.height() + rows - 1) / rows);
        int planes = planar == 2 ? channels : 1;
        long listed = tags.count(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        long needed = (long) across * down * planes;
        if (needed > listed) {
            throw source.bad(
                    "the page needs " + needed + " strips or tiles, " + listed + " are listed; the file is damaged");
        }
        return new Tiling((int) rows, (int) columns, across, down, planes, tiled, false);
    }

    /** The one strip of every plane cut into strips of fewer rows. */
    Tiling cut(int rowsOfEach) {
        return new Tiling(rowsOfEach, columns, 1, (rows + rowsOfEach - 1) / rowsOfEach, planes, false, true);
    }

    /** Number of strips or tiles. */
    int count() {
        return across * down * planes;
    }

    /** What errors call a strip or tile. */
    String name(int number) {
        return (tiled ? "tile " : "strip ") + (number + 1) + " of " + count();
    }
}
