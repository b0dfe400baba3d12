package org.vung.image.codec.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.InRows;

/** Files that the JDK writes with each compression, in strips and in tiles. */
class TiffCompressionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6", "LZW", "PackBits", "Deflate", "ZLib"})
    void blackAndWhiteComesBack(String compression) throws IOException {
        for (int width : new int[] {1, 7, 64, 65, 2600}) {
            BufferedImage picture = new BufferedImage(width, 40, BufferedImage.TYPE_BYTE_BINARY);
            Random random = new Random(width);
            for (int row = 0; row < 40; row++) {
                int colour = 0;
                for (int column = 0; column < width; colour ^= 0xFFFFFF) {
                    int end = Math.min(width, column + 1 + random.nextInt(row % 2 == 0 ? 9 : 3000));
                    for (; column < end; column++) {
                        picture.setRGB(column, row, row % 3 == 2 ? picture.getRGB(column, row - 1) : colour);
                    }
                }
            }
            assertSame(picture, write(picture, compression, 0), 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"LZW, 0", "LZW, 32", "PackBits, 0", "PackBits, 16", "Deflate, 0", "ZLib, 48"})
    void colourComesBack(String compression, int tile) throws IOException {
        assertSame(colour(), write(colour(), compression, tile), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void jpegComesBackCloseBy(int tile) throws IOException {
        BufferedImage smooth = new BufferedImage(96, 64, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 96 * 64; i++) {
            smooth.setRGB(i % 96, i / 96, (i % 96 * 2) << 16 | (i / 96 * 3) << 8 | 100);
        }
        assertSame(smooth, write(smooth, "JPEG", tile), 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "LZW", "PackBits", "ZLib", "JPEG"})
    void aFileThatEndsEarlyIsRefused(String compression) throws IOException {
        boolean fax = compression.startsWith("CCITT");
        BufferedImage picture = fax ? new BufferedImage(90, 70, BufferedImage.TYPE_BYTE_BINARY) : colour();
        picture.setRGB(3, 3, 0xFFFFFF);
        byte[] file = write(picture, compression, 0);
        for (int cut = 1; cut < 30; cut++) {
            byte[] piece = Arrays.copyOf(file, file.length - cut * (file.length / 40));
            assertThatThrownBy(() -> TiffDecoder.decode(source(piece), 1)).isInstanceOf(ImageException.class);
        }
    }

    @Test
    void lzwStringsMayReachIntoThemselves() throws ImageException {
        // CLEAR, 'a', 258 = "aa", 259 = "aaa", END in 9 bits each.
        int[] codes = {256, 'a', 258, 259, 257};
        byte[] packed = new byte[6];
        for (int i = 0; i < codes.length * 9; i++) {
            packed[i / 8] |= (byte) ((codes[i / 9] >> (8 - i % 9) & 1) << (7 - i % 8));
        }
        Image image = TiffDecoder.decode(
                        source(TinyTiff.of(1, 6, 1, 8).tag(259, 5).strip(packed).bytes()), 1)
                .get(0)
                .picture();
        assertThat(samples(image)).containsOnly('a').hasSize(6);
    }

    private static BufferedImage colour() {
        BufferedImage picture = new BufferedImage(90, 70, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int i = 0; i < 90 * 70; i++) {
            picture.setRGB(i % 90, i / 90, random.nextInt(1 << (1 + i / 300)));
        }
        return picture;
    }

    private static void assertSame(BufferedImage picture, byte[] file, int tolerance) throws ImageException {
        Image image = TiffDecoder.decode(source(file), 1).get(0).picture();
        InRows.assertSame(file, image);
        assertThat(image.width()).isEqualTo(picture.getWidth());
        assertThat(image.height()).isEqualTo(picture.getHeight());
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                for (int channel = 0; channel < image.channels(); channel++) {
                    int expected = picture.getRGB(column, row) >> (16 - 8 * channel) & 0xFF;
                    int got = (int) image.sample(row, column, channel);
                    if (Math.abs(got - expected) > tolerance) {
                        throw new AssertionError(
                                "row " + row + ", column " + column + ": " + got + ", expected " + expected);
                    }
                }
            }
        }
    }

    private static byte[] write(BufferedImage picture, String compression, int tile) throws IOException {
        ImageWriter writer = jdkWriter();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(compression);
        if (tile > 0) {
            how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            how.setTiling(tile, tile, 0, 0);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** Plug-ins on the class path may offer a writer too; only the JDK's knows the fax compressions by these names. */
    private static ImageWriter jdkWriter() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no TIFF writer");
    }
}
