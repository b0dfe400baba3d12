package org.vung.image.codec.tiff;

import java.util.Arrays;
import java.util.function.Function;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;
import org.vung.image.codec.unpack.Packed;
import org.vung.image.codec.unpack.Predictor;

/**
 * The strips or tiles of a page. Before one is unpacked, its size in memory is held against the packed bytes that are
 * there; samples of the whole page are allocated only when the first tile has come out well.
 */
final class Tiles {

    private static final int FILL_ORDER = 266;
    private static final int PREDICTOR = 317;
    private static final int LOW_BIT_FIRST = 2;

    /** What is filled, tile by tile, with the samples of a page. */
    interface Grid {

        /**
         * Where unpacked rows belong.
         *
         * @param top first row in the image
         * @param left first column in the image
         * @param rows rows inside the image
         * @param columns columns inside the image
         * @param plane first channel
         * @param channels channels that lie side by side
         * @param rowBytes bytes from one unpacked row to the next
         */
        record Area(int top, int left, int rows, int columns, int plane, int channels, int rowBytes) {

            /** The same place in a grid that begins with the first of its rows. */
            Area atTop() {
                return new Area(0, left, rows, columns, plane, channels, rowBytes);
            }
        }

        /** Takes the samples of a tile over. */
        void put(byte[] raw, Area area) throws ImageException;
    }

    private final Page page;
    private final Source source;
    private final Unpacking unpacking;
    private final Predictor predictor;
    private final boolean reversed;
    private final long[] offsets;
    private final long[] lengths;

    Tiles(Page page) throws ImageException {
        this.page = page;
        this.source = page.tags().source();
        this.unpacking = Unpacking.of(page);
        long kind = page.tags().number(PREDICTOR, 1);
        int bits = page.sample().bits();
        this.predictor = Predictor.of(
                        kind, bits, page.interleaved(), page.tags().order())
                .orElseThrow(() -> source.bad(
                        "predictor " + kind + " of samples of " + bits + " bits is not read; save without predictor"));
        this.reversed = page.tags().number(FILL_ORDER, 1) == LOW_BIT_FIRST && !unpacking.isJpeg();
        Tiling tiling = page.tiling();
        int tags = tiling.tiled() ? Tiling.TILE_OFFSETS : Tiling.STRIP_OFFSETS;
        int stored = tiling.cut() ? tiling.planes() : tiling.count();
        this.offsets = Arrays.copyOf(page.tags().numbers(tags, stored), tiling.count());
        long[] listed = page.tags().numbers(tiling.tiled() ? Tiling.TILE_LENGTHS : Tiling.STRIP_LENGTHS, stored);
        this.lengths = tiling.cut() ? Arrays.copyOf(listed, tiling.count()) : listed;
        if (tiling.cut()) {
            cut();
        }
        source.plausible(
                unpacking.pageBytes(),
                unpacking.mostPerByte(page.tiling().columns()),
                sparse() ? Long.MAX_VALUE : source.length());
    }

    /** Places the parts of the strips that are cut, the last plane first. */
    private void cut() {
        int down = page.tiling().down();
        long full = (long) page.tiling().rows() * unpacking.rowBytes();
        for (int number = offsets.length - 1; number >= 0; number--) {
            long strip = offsets[number / down];
            long listed = lengths[number / down];
            long before = number % down * full;
            boolean absent = strip == 0 && listed == 0;
            boolean present = listed <= 0 || listed > before;
            offsets[number] = absent ? 0 : present ? strip + before : Long.MAX_VALUE;
            lengths[number] = listed <= 0 ? listed : Math.max(1, Math.min(full, listed - before));
        }
    }

    /** Unpacks the tiles of one row of them into a grid of just these rows. */
    void fillRow(Grid grid, int tileRow) throws ImageException {
        Tiling tiling = page.tiling();
        for (int plane = 0; plane < tiling.planes(); plane++) {
            for (int column = 0; column < tiling.across(); column++) {
                int number = (plane * tiling.down() + tileRow) * tiling.across() + column;
                byte[] raw = unpack(number);
                if (raw.length > 0) {
                    grid.put(raw, area(number).atTop());
                }
            }
        }
    }

    /** Unpacks all tiles of a page into a grid made for it. */
    static <G extends Grid> G fill(Page page, Function<Page, G> grid) throws ImageException {
        Tiles tiles = new Tiles(page);
        byte[] first = tiles.unpack(0);
        G filled = grid.apply(page);
        for (int number = 0; number < page.tiling().count(); number++) {
            Grid.Area area = tiles.area(number);
            byte[] raw = number == 0 ? first : tiles.unpack(number);
            if (raw.length > 0) {
                filled.put(raw, area);
            }
        }
        return filled;
    }

    private Grid.Area area(int number) {
        Tiling tiling = page.tiling();
        int inPlane = number % (tiling.across() * tiling.down());
        int top = inPlane / tiling.across() * tiling.rows();
        int left = inPlane % tiling.across() * tiling.columns();
        return new Grid.Area(
                top,
                left,
                Math.min(tiling.rows(), page.size().height() - top),
                Math.min(tiling.columns(), page.size().width() - left),
                number / (tiling.across() * tiling.down()),
                page.interleaved(),
                unpacking.rowBytes());
    }

    /** The rows of a tile; empty where the file leaves it out, which means zeros. */
    private byte[] unpack(int number) throws ImageException {
        if (offsets[number] == 0 && number < lengths.length && lengths[number] == 0) {
            return new byte[0];
        }
        Grid.Area area = area(number);
        Packed packed = packed(number);
        int rows = page.tiling().tiled() ? page.tiling().rows() : area.rows();
        source.plausible(
                unpacking.bytes(rows), unpacking.mostPerByte(page.tiling().columns()), packed.length());
        byte[] raw = unpacking.unpack(packed, rows, area);
        if (unpacking.predicts()) {
            predictor.undo(raw, unpacking.rowBytes());
        }
        return raw;
    }

    private Packed packed(int number) throws ImageException {
        long offset = offsets[number];
        String name = page.tiling().name(number);
        if (offset < 0 || offset >= source.length()) {
            throw source.bad(name + " begins at byte " + offset + " of " + source.length()
                    + "; the file is truncated or damaged");
        }
        // Old writers leave lengths out, or write zeros; then the bytes reach to the end of the file at most.
        long listed = number < lengths.length ? lengths[number] : 0;
        long length = listed <= 0 ? Long.MAX_VALUE : listed;
        int present = (int) Math.min(length, Math.min(source.length() - offset, mostPacked()));
        Source.Window window = source.bytes(offset, present);
        if (!reversed) {
            return new Packed(source, name, window.bytes(), window.offset(), present);
        }
        byte[] turned = new byte[present];
        for (int i = 0; i < present; i++) {
            turned[i] = (byte) (Integer.reverse(window.bytes()[window.offset() + i]) >>> 24);
        }
        return new Packed(source, name, turned, 0, present);
    }

    /** The most packed bytes of a tile that are looked at; those of a file on the disk are copied, and may be more by damage. */
    private long mostPacked() {
        return source.inBands() ? 4L * unpacking.bytes(page.tiling().rows()) + (1 << 16) : Integer.MAX_VALUE - 16;
    }

    /** Whether some tile is left out, which lets a small file hold a large image. */
    private boolean sparse() {
        for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
            if (offsets[i] == 0 && lengths[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
