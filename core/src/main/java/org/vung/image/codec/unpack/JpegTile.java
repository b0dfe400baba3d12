package org.vung.image.codec.unpack;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.MemoryStream;

/**
 * A strip or tile that is a JPEG stream of its own, its tables perhaps kept elsewhere in the file (TIFF Technical Note 2).
 * Samples come as they are stored, without conversion of colours, because a TIFF says itself what they mean. Baseline and
 * progressive streams are decoded by the JDK, lossless ones by TwelveMonkeys.
 */
public final class JpegTile {

    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int LOSSLESS = 0xC3;
    private static final int START_OF_SCAN = 0xDA;
    private static final List<Integer> NO_FRAMES = List.of(0xC4, 0xC8, 0xCC);

    /** What the frame header of a stream declares. */
    private record Frame(int marker, int bits, int height, int width, int channels) {}

    private final Packed packed;
    private final byte[] stream;

    private JpegTile(Packed packed, byte[] tables) throws ImageException {
        this.packed = packed;
        if (packed.length() < 4 || (packed.bytes()[packed.offset()] & 0xFF) != 0xFF || octet(packed, 1) != 0xD8) {
            throw packed.damaged("is no JPEG stream");
        }
        int tablesEnd = Math.max(2, tables.length - 2); // without the marks of begin and end
        int tablesLength = tables.length < 4 ? 0 : tablesEnd - 2;
        this.stream = new byte[packed.length() + tablesLength];
        System.arraycopy(packed.bytes(), packed.offset(), stream, 0, 2);
        System.arraycopy(tables, Math.min(2, tables.length), stream, 2, tablesLength);
        System.arraycopy(packed.bytes(), packed.offset() + 2, stream, 2 + tablesLength, packed.length() - 2);
    }

    /**
     * Unpacks.
     *
     * @param packed the stream
     * @param tables another stream that holds tables only; empty if there is none
     * @param shape what the TIFF says of the strip or tile
     * @return interleaved samples of the shape, row by row; 16-bit samples with the high byte first
     * @throws ImageException if the stream is damaged or is not of that shape
     */
    public static byte[] unpack(Packed packed, byte[] tables, Shape shape) throws ImageException {
        JpegTile tile = new JpegTile(packed, tables);
        Frame frame = tile.frame();
        boolean fits = frame.channels() == shape.channels()
                && frame.bits() <= shape.bits()
                && (frame.bits() + 7) / 8 == shape.bits() / 8
                && frame.width() >= shape.usedColumns()
                && frame.height() >= shape.usedRows()
                && frame.width() <= shape.columns() + 16
                && frame.height() <= shape.rows() + 16;
        if (!fits) {
            throw packed.damaged("is a JPEG of " + frame.height() + "x" + frame.width() + "x" + frame.channels()
                    + " samples of " + frame.bits() + " bits, which is not " + shape);
        }
        return tile.samples(frame, shape);
    }

    /**
     * What a TIFF says of a strip or tile.
     *
     * @param rows rows of a full one
     * @param columns columns of a full one
     * @param usedRows rows inside the image
     * @param usedColumns columns inside the image
     * @param channels samples per pixel
     * @param bits bits per sample, 8 or 16
     */
    public record Shape(int rows, int columns, int usedRows, int usedColumns, int channels, int bits) {

        @Override
        public String toString() {
            return rows + "x" + columns + "x" + channels + " of " + bits + " bits";
        }
    }

    /** Walks the markers up to the frame header. */
    private Frame frame() throws ImageException {
        int at = 2;
        while (at + 9 < stream.length) {
            int marker = stream[at + 1] & 0xFF;
            if ((stream[at] & 0xFF) != 0xFF || marker == START_OF_SCAN) {
                break;
            } else if (marker == 0xFF) {
                at++;
            } else if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.contains(marker)) {
                return new Frame(marker, stream[at + 4] & 0xFF, word(at + 5), word(at + 7), stream[at + 9] & 0xFF);
            } else {
                at += 2 + word(at + 2);
            }
        }
        throw packed.damaged("is a JPEG stream without a frame header");
    }

    private byte[] samples(Frame frame, Shape shape) throws ImageException {
        List<String> warnings = new ArrayList<>();
        Raster raster;
        try (MemoryStream in = new MemoryStream(stream)) {
            ImageReader reader = frame.marker() == LOSSLESS ? losslessReader() : reader();
            try {
                reader.addIIOReadWarningListener((from, warning) -> warnings.add(warning));
                reader.setInput(in, true, true);
                raster = frame.marker() == LOSSLESS ? reader.read(0).getRaster() : reader.readRaster(0, null);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException failure) {
            throw packed.source()
                    .bad(
                            packed.what() + " is a JPEG stream that cannot be decoded: " + failure.getMessage()
                                    + "; the file is damaged",
                            failure);
        }
        if (!warnings.isEmpty()) {
            throw packed.damaged("is a damaged JPEG stream: " + warnings.get(0));
        }
        return copy(raster, shape);
    }

    private byte[] copy(Raster raster, Shape shape) throws ImageException {
        int rows = Math.min(shape.rows(), raster.getHeight());
        int columns = Math.min(shape.columns(), raster.getWidth());
        int sampleBytes = shape.bits() / 8;
        boolean whole = raster.getNumBands() == shape.channels()
                && raster.getTransferType() == (sampleBytes == 1 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
        if (!whole) {
            throw packed.damaged("decodes to " + raster.getNumBands() + " channels, not to " + shape);
        }
        int rowBytes = shape.columns() * shape.channels() * sampleBytes;
        byte[] out = new byte[Math.multiplyExact(shape.rows(), rowBytes)];
        int[] line = new int[columns * shape.channels()];
        for (int row = 0; row < rows; row++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + row, columns, 1, line);
            for (int i = 0, at = row * rowBytes; i < line.length; i++) {
                if (sampleBytes == 2) {
                    out[at++] = (byte) (line[i] >> 8);
                }
                out[at++] = (byte) line[i];
            }
        }
        return out;
    }

    private static ImageReader reader() throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (!(reader instanceof JPEGImageReader)) {
                return reader;
            }
        }
        throw new IOException("this Java has no JPEG reader");
    }

    private static ImageReader losslessReader() throws IOException {
        return IIORegistry.getDefaultInstance()
                .getServiceProviderByClass(JPEGImageReaderSpi.class)
                .createReaderInstance();
    }

    private int word(int at) {
        return (stream[at] & 0xFF) << 8 | (stream[at + 1] & 0xFF);
    }

    private static int octet(Packed packed, int at) {
        return packed.bytes()[packed.offset() + at] & 0xFF;
    }
}
