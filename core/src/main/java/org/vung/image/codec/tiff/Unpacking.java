package org.vung.image.codec.tiff;

import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;
import org.vung.image.codec.unpack.ChromaBlocks;
import org.vung.image.codec.unpack.Fax;
import org.vung.image.codec.unpack.JpegTile;
import org.vung.image.codec.unpack.Lzw;
import org.vung.image.codec.unpack.Packed;
import org.vung.image.codec.unpack.Plain;

/** The compression of a page: from packed bytes to rows of samples. */
final class Unpacking {

    private static final int NONE = 1;
    private static final int FAX_ROWS = 2;
    private static final int FAX_3 = 3;
    private static final int FAX_4 = 4;
    private static final int LZW = 5;
    private static final int JPEG = 7;
    private static final int DEFLATE = 8;
    private static final int PACK_BITS = 32773;
    private static final int OLD_DEFLATE = 32946;

    private static final int FAX_3_OPTIONS = 292;
    private static final int JPEG_TABLES = 347;
    private static final int SUBSAMPLING = 530;

    private final Page page;
    private final int rowBytes;
    private final ChromaBlocks blocks;

    private Unpacking(Page page, int rowBytes, ChromaBlocks blocks) {
        this.page = page;
        this.rowBytes = rowBytes;
        this.blocks = blocks;
    }

    /** Checks that the compression of a page is known and fits its samples. */
    static Unpacking of(Page page) throws ImageException {
        Source source = page.tags().source();
        String known = switch (page.compression()) {
            case NONE, LZW, DEFLATE, OLD_DEFLATE, PACK_BITS -> "";
            case FAX_ROWS, FAX_3, FAX_4 -> page.channels() == 1 && page.sample().bits() == 1 ? "" : "fax of grey";
            case JPEG -> page.sample().bits() == 8 || page.sample().bits() == 16 ? "" : "JPEG of odd samples";
            case 6 -> "old-style JPEG";
            case 34712 -> "JPEG 2000";
            case 34925 -> "LZMA";
            case 50000, 34926 -> "Zstandard";
            case 50001 -> "WebP";
            default -> "number " + page.compression();
        };
        if (!known.isEmpty()) {
            throw source.bad("TIFF compression " + known + " is not read; save with Deflate or LZW");
        }
        long rowBytes = ((long) page.tiling().columns()
                                * page.interleaved()
                                * page.sample().bits()
                        + 7)
                / 8;
        if (rowBytes * page.tiling().rows() > Integer.MAX_VALUE - 16) {
            throw source.beyond(
                    "a strip or tile takes " + rowBytes * page.tiling().rows() + " bytes", "2^31 bytes");
        }
        return new Unpacking(page, (int) rowBytes, blocks(page));
    }

    /** Reads and checks the tag of a page; whole pixels where it has no such blocks. */
    private static ChromaBlocks blocks(Page page) throws ImageException {
        if (page.photometric() != Page.YCBCR || page.compression() == JPEG || page.channels() != 3) {
            return new ChromaBlocks(1, 1);
        }
        long[] factors = page.tags().numbers(SUBSAMPLING, 2);
        long across = factors.length == 2 ? factors[0] : 2;
        long down = factors.length == 2 ? factors[1] : 2;
        boolean known = (across == 1 || across == 2 || across == 4) && (down == 1 || down == 2 || down == 4);
        boolean whole = across == 1 && down == 1;
        boolean packed = page.tiling().planes() == 1 && page.sample().bits() == 8;
        if (!known || !(whole || packed)) {
            throw page.tags()
                    .source()
                    .bad("YCbCr of " + page.sample().bits() + " bits with a colour for " + across + "x" + down
                            + " pixels is not read; save as RGB");
        }
        return new ChromaBlocks((int) across, (int) down);
    }

    /** Bytes from one unpacked row to the next. */
    int rowBytes() {
        return rowBytes;
    }

    boolean isJpeg() {
        return page.compression() == JPEG;
    }

    /** Whether the compression goes with a predictor. */
    boolean predicts() {
        return page.compression() == LZW || page.compression() == DEFLATE || page.compression() == OLD_DEFLATE;
    }

    /**
     * The most unpacked bytes that one packed byte can stand for: a whole LZW table's longest string per 12 bits, Deflate's
     * 258 per 2 bits, two runs of PackBits, a JPEG block per 2 bits (a quarter of the colour blocks), a fax row per bit.
     */
    double mostPerByte(int columns) {
        return switch (page.compression()) {
            case NONE -> 1;
            case LZW -> 2600;
            case PACK_BITS -> 64;
            case JPEG -> 2048;
            case FAX_ROWS, FAX_3, FAX_4 -> columns + 7.0;
            default -> 1100;
        };
    }

    /** The least bytes that the whole page takes unpacked; blocks of colour take a third of the full samples at least. */
    double pageBytes() {
        double bytes =
                (double) page.size().pixels() * page.channels() * page.sample().bits() / 8;
        return blocks.isWhole() ? bytes : bytes / 3;
    }

    /** Bytes of so many rows of a strip or tile before colours are spread over their blocks. */
    int bytes(int rows) {
        return blocks.isWhole() ? rowBytes * rows : blocks.bytes(page.tiling().columns(), rows);
    }

    /** Unpacks a strip or tile of so many rows. */
    byte[] unpack(Packed packed, int rows, Tiles.Grid.Area area) throws ImageException {
        int expected =
                blocks.isWhole() ? rowBytes * rows : blocks.bytes(page.tiling().columns(), rows);
        byte[] raw = switch (page.compression()) {
            case NONE -> Plain.copy(packed, expected);
            case LZW -> Lzw.unpack(packed, expected);
            case PACK_BITS -> Plain.packBits(packed, expected);
            case FAX_ROWS -> Fax.unpack(packed, Fax.Coding.ROWS, page.tiling().columns(), rows);
            case FAX_3 -> Fax.unpack(packed, group3(), page.tiling().columns(), rows);
            case FAX_4 -> Fax.unpack(packed, Fax.Coding.GROUP_4, page.tiling().columns(), rows);
            case JPEG -> JpegTile.unpack(packed, page.tags().bytes(JPEG_TABLES), shape(rows, area));
            default -> Plain.inflate(packed, expected);
        };
        return blocks.isWhole() ? raw : blocks.spread(raw, page.tiling().columns(), rows);
    }

    private Fax.Coding group3() throws ImageException {
        long options = page.tags().number(FAX_3_OPTIONS, 0);
        return (options & 1) == 1 ? Fax.Coding.GROUP_3_TWO_DIMENSIONAL : Fax.Coding.GROUP_3;
    }

    private JpegTile.Shape shape(int rows, Tiles.Grid.Area area) {
        return new JpegTile.Shape(
                rows,
                page.tiling().columns(),
                area.rows(),
                area.columns(),
                page.interleaved(),
                page.sample().bits());
    }
}
