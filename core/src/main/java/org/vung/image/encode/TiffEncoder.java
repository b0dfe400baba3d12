package org.vung.image.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;

/**
 * TIFF: little-endian, tiles of 256 × 256, deflated. Integers are stored as differences along the row (predictor 2),
 * floats as they are. Tiles are deflated on all cores and held in memory, compressed, until their directory is written
 * in front of them, because a stream cannot go back.
 *
 * <p>Source: TIFF Revision 6.0, Adobe 1992, with the Deflate supplement of Technical Note 2.
 */
public final class TiffEncoder {

    private static final int TILE = 256;
    private static final int DEFLATE = 8;
    private static final int UNSIGNED = 1;
    private static final int FLOAT = 3;
    private static final int MIN_IS_BLACK = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int UNASSOCIATED_ALPHA = 2;
    private static final long MOST_BYTES = 0xFFFF_FFFFL;

    /** What the samples are: pixels as stored, and how a TIFF names them. */
    private record Picture(Size size, int channels, int bits, int format, int photometric, TiffTile.Samples samples) {}

    private TiffEncoder() {}

    /**
     * Writes a picture of any type and layout.
     *
     * @param image its samples; opacity is stored as unassociated, {@link Layout#BANDS} as grey with extra samples
     * @param out stays open
     * @throws ImageException of {@link Kind#LIMIT} if the file would pass 4 GiB
     * @throws IOException if the stream fails
     */
    public static void write(Image image, OutputStream out) throws IOException {
        boolean colour = image.layout() == Layout.RGB || image.layout() == Layout.RGBA;
        int photometric = colour ? RGB : MIN_IS_BLACK;
        int channels = image.channels();
        Picture picture = switch (image.type()) {
            case UINT8 ->
                new Picture(image.size(), channels, 8, UNSIGNED, photometric, TiffTile.of(image.sharedBytes()));
            case UINT16 ->
                new Picture(image.size(), channels, 16, UNSIGNED, photometric, TiffTile.of(image.sharedShorts()));
            case FLOAT32 ->
                new Picture(image.size(), channels, 32, FLOAT, photometric, TiffTile.of(image.sharedFloats()));
        };
        int colours = colour ? 3 : 1;
        int[] extra = new int[channels - colours];
        if (image.layout().hasAlpha()) {
            extra[0] = UNASSOCIATED_ALPHA;
        }
        write(picture, extra, new int[0], out);
    }

    /**
     * Writes a palette picture of 8 bits: the pixel is the index itself.
     *
     * @param size height and width
     * @param indices row by row, below the number of colours
     * @param palette 0xRRGGBB per index, 1 … 256 of them
     * @param out stays open
     * @throws IOException if the stream fails
     */
    public static void writeIndexed(Size size, byte[] indices, int[] palette, OutputStream out) throws IOException {
        if (palette.length < 1 || palette.length > 256) {
            throw new IllegalArgumentException("palette must have 1 … 256 colours, got " + palette.length);
        }
        int[] map = new int[3 * 256];
        for (int i = 0; i < palette.length; i++) {
            map[i] = (palette[i] >> 16 & 0xFF) * 257;
            map[256 + i] = (palette[i] >> 8 & 0xFF) * 257;
            map[512 + i] = (palette[i] & 0xFF) * 257;
        }
        Picture picture = new Picture(size, 1, 8, UNSIGNED, PALETTE, TiffTile.of(indices));
        write(picture, new int[0], map, out);
    }

    /**
     * Writes unsigned integers of 32 bits, such as labels.
     *
     * @param size height and width
     * @param values row by row
     * @param out stays open
     * @throws IOException if the stream fails
     */
    public static void writeIntegers(Size size, int[] values, OutputStream out) throws IOException {
        Picture picture = new Picture(size, 1, 32, UNSIGNED, MIN_IS_BLACK, TiffTile.of(values));
        write(picture, new int[0], new int[0], out);
    }

    private static void write(Picture picture, int[] extra, int[] colourMap, OutputStream out) throws IOException {
        int across = (picture.size().width() + TILE - 1) / TILE;
        int down = (picture.size().height() + TILE - 1) / TILE;
        boolean differences = picture.format() == UNSIGNED && picture.bits() <= 16;
        TiffTile tile = new TiffTile(picture.size(), picture.channels(), picture.bits() / 8, TILE, differences);
        List<byte[]> tiles = IntStream.range(0, across * down)
                .parallel()
                .mapToObj(at -> tile.deflated(picture.samples(), at / across * TILE, at % across * TILE))
                .toList();
        TiffTags tags = new TiffTags();
        tags.longs(256, picture.size().width());
        tags.longs(257, picture.size().height());
        tags.shorts(258, filled(picture.channels(), picture.bits()));
        tags.shorts(259, DEFLATE);
        tags.shorts(262, picture.photometric());
        tags.shorts(277, picture.channels());
        tags.shorts(284, 1);
        tags.shorts(317, differences ? 2 : 1);
        if (colourMap.length > 0) {
            tags.shorts(320, colourMap);
        }
        tags.longs(322, TILE);
        tags.longs(323, TILE);
        int[] lengths = tiles.stream().mapToInt(data -> data.length).toArray();
        tags.longs(324, new int[lengths.length]);
        tags.longs(325, lengths);
        if (extra.length > 0) {
            tags.shorts(338, extra);
        }
        tags.shorts(339, filled(picture.channels(), picture.format()));
        tags.longs(324, offsets(tags.length(), lengths));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        tags.writeTo(head);
        head.writeTo(out);
        for (byte[] data : tiles) {
            out.write(data);
        }
    }

    private static int[] offsets(int headLength, int[] lengths) throws ImageException {
        int[] offsets = new int[lengths.length];
        long at = headLength;
        for (int i = 0; i < lengths.length; i++) {
            offsets[i] = (int) at;
            at += lengths[i];
        }
        if (at > MOST_BYTES) {
            throw new ImageException(
                    Kind.LIMIT, "a TIFF file must stay below 4 GiB, got " + at + " bytes; cut the image into tiles");
        }
        return offsets;
    }

    private static int[] filled(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }
}
