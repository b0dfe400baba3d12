package org.vung.image.codec.tiff;

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

    private final Page page;
    private final Source source;
    private final Unpacking unpacking;
    private final Predictor predictor;
    private final boolean reversed;
    private final long[] offsets;
    private final long[] lengths;

    private Tiles(Page page) throws ImageException {
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
        this.offsets = page.tags().numbers(tags, tiling.count());
        this.lengths = page.tags().numbers(tiling.tiled() ? Tiling.TILE_LENGTHS : Tiling.STRIP_LENGTHS, tiling.count());
        source.plausible(
                unpacking.pageBytes(),
                unpacking.mostPerByte(page.tiling().columns()),
                sparse() ? Long.MAX_VALUE : source.length());
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
        int present = (int) Math.min(length, source.length() - offset);
        if (!reversed) {
            return new Packed(source, name, source.sharedContent(), (int) offset, present);
        }
        byte[] turned = new byte[present];
        for (int i = 0; i < present; i++) {
            turned[i] = (byte) (Integer.reverse(source.sharedContent()[(int) offset + i]) >>> 24);
        }
        return new Packed(source, name, turned, 0, present);
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
