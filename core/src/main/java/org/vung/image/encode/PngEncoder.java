package org.vung.image.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;

/**
 * PNG: grey, grey and opacity, RGB or RGBA of 8 or 16 bits, and palette pictures of 8 bits. Not interlaced, no text, no
 * time, so the same pixels give the same bytes.
 *
 * <p>Source: Portable Network Graphics Specification, third edition, W3C 2025.
 */
public final class PngEncoder {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int PALETTE_COLOUR = 3;

    private PngEncoder() {}

    /**
     * Writes a picture.
     *
     * @param image 8 or 16 bits, any layout but {@link Layout#BANDS}
     * @param out stays open
     * @throws ImageException of {@link Kind#BAD_INPUT} if PNG has no such samples
     * @throws IOException if the stream fails
     */
    public static void write(Image image, OutputStream out) throws IOException {
        if (image.layout() == Layout.BANDS || image.type() == SampleType.FLOAT32) {
            throw new ImageException(
                    Kind.BAD_INPUT,
                    "PNG holds 8 or 16 bits of grey or RGB, got " + image + "; write a .tif or convert it first");
        }
        boolean wide = image.type() == SampleType.UINT16;
        int pixelBytes = image.channels() * (wide ? 2 : 1);
        header(image.size(), wide ? 16 : 8, colourType(image.layout()), out);
        PngRows.Source source = wide ? shorts(image) : bytes(image.sharedBytes());
        new PngRows(image.size(), pixelBytes, true, source).writeTo(out);
        chunk("IEND", new byte[0], 0, out);
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
        indexedHeader(size, palette, out);
        new PngRows(size, 1, false, bytes(indices)).writeTo(out);
        chunk("IEND", new byte[0], 0, out);
    }

    /** All that stands before the pixels of a palette picture. */
    static void indexedHeader(Size size, int[] palette, OutputStream out) throws IOException {
        if (palette.length < 1 || palette.length > 256) {
            throw new IllegalArgumentException("palette must have 1 … 256 colours, got " + palette.length);
        }
        header(size, 8, PALETTE_COLOUR, out);
        byte[] colours = new byte[palette.length * 3];
        for (int i = 0; i < palette.length; i++) {
            colours[3 * i] = (byte) (palette[i] >> 16);
            colours[3 * i + 1] = (byte) (palette[i] >> 8);
            colours[3 * i + 2] = (byte) palette[i];
        }
        chunk("PLTE", colours, colours.length, out);
    }

    /** One chunk: length, name, data, checksum of name and data. */
    static void chunk(String name, byte[] data, int length, OutputStream out) throws IOException {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(ascii);
        checksum.update(data, 0, length);
        out.write(bigEndian(length));
        out.write(ascii);
        out.write(data, 0, length);
        out.write(bigEndian((int) checksum.getValue()));
    }

    static byte[] bigEndian(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static void header(Size size, int bits, int colourType, OutputStream out) throws IOException {
        byte[] fields = Arrays.copyOf(bigEndian(size.width()), 13);
        System.arraycopy(bigEndian(size.height()), 0, fields, 4, 4);
        fields[8] = (byte) bits;
        fields[9] = (byte) colourType;
        out.write(SIGNATURE);
        chunk("IHDR", fields, fields.length, out);
    }

    static int colourType(Layout layout) {
        return switch (layout) {
            case GREY -> 0;
            case RGB -> 2;
            case GREY_ALPHA -> 4;
            case RGBA -> 6;
            case BANDS -> throw new IllegalArgumentException("layout must be grey or RGB, got " + layout);
        };
    }

    static PngRows.Source bytes(byte[] samples) {
        return (row, width, into, at) -> System.arraycopy(samples, row * width, into, at, width);
    }

    static PngRows.Source shorts(Image image) {
        short[] samples = image.sharedShorts();
        return (row, rowBytes, into, at) -> {
            int from = row * (rowBytes / 2);
            for (int i = 0; i < rowBytes / 2; i++) {
                into[at + 2 * i] = (byte) (samples[from + i] >> 8);
                into[at + 2 * i + 1] = (byte) samples[from + i];
            }
        };
    }
}
