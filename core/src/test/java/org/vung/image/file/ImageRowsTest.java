package org.vung.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.InRows;
import org.vung.image.codec.Limits;

/** Pictures read some rows at a time; every kind of PNG and TIFF is in the tests of their decoders. */
class ImageRowsTest {

    private static final Limits LIMITS = Limits.standard();

    @TempDir
    Path folder = Path.of("");

    private static Image noise(int height, int width, Layout layout, int channels, boolean deep) {
        Size size = new Size(height, width);
        byte[] bytes = new byte[height * width * channels];
        new Random(1).nextBytes(bytes);
        short[] shorts = new short[bytes.length];
        for (int at = 0; at < shorts.length; at++) {
            shorts[at] = (short) (bytes[at] * 259);
        }
        return deep ? Image.wrap(size, layout, shorts) : Image.wrap(size, layout, bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, GREY, 1, false",
        "a.png, RGB, 3, false",
        "a.png, RGBA, 4, true",
        "a.tif, RGB, 3, false",
        "a.tif, RGBA, 4, true",
        "a.tif, BANDS, 7, true"
    })
    void rowsAreThoseOfThePicture(String name, Layout layout, int channels, boolean deep) throws IOException {
        Path file = folder.resolve(name);
        Image picture = noise(700, 300, layout, channels, deep);
        ImageFiles.write(picture, file, Existing.KEEP);
        assertThat(InRows.assertSame(file, picture)).isEqualTo(700);
    }

    /** As some scientific writers lay it down: 6 MB of rows in one strip; it is read in parts. */
    @Test
    void aLargeStripThatIsNotPackedIsReadInParts() throws IOException {
        Image picture = noise(2000, 1000, Layout.RGB, 3, false);
        Path file = folder.resolve("strip.tif");
        Files.write(file, oneStrip(picture, 2000 * 3000));
        assertThat(InRows.assertSame(file, ImageFiles.read(file, LIMITS))).isEqualTo(2000);
        Files.write(file, oneStrip(picture, 1999 * 3000 - 1)); // says that it ends in its last row but one
        assertThatThrownBy(() -> ImageFiles.read(file, LIMITS)).isInstanceOf(ImageException.class);
        assertThatThrownBy(() -> readAll(file, LIMITS)).isInstanceOf(ImageException.class);
    }

    private static byte[] oneStrip(Image picture, int length) {
        int[][] tags = {
            {256, 4, picture.width()},
            {257, 4, picture.height()},
            {258, 3, 8},
            {259, 3, 1},
            {262, 3, 2},
            {273, 4, 122},
            {277, 3, 3},
            {278, 4, picture.height()},
            {279, 4, length}
        };
        ByteBuffer out = ByteBuffer.allocate(122 + picture.sharedBytes().length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
        }
        return out.putInt(0).put(picture.sharedBytes()).array();
    }

    private static void readAll(Path file, Limits limits) throws IOException {
        try (ImageRows rows = ImageFiles.rows(file, limits).orElseThrow()) {
            for (int done = 0; done < rows.size().height(); ) {
                done += rows.next(64).height();
            }
        }
    }

    @Test
    void theLimitOfPixelsHoldsAndThatOfMemoryDoesNot() throws IOException {
        Path file = folder.resolve("a.png");
        ImageFiles.write(noise(100, 100, Layout.RGB, 3, false), file, Existing.KEEP);
        readAll(file, new Limits(10_000, 1, 1 << 20, 1));
        assertThatThrownBy(() -> readAll(file, new Limits(9_999, 1 << 20, 1 << 20, 1)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("100x100 pixels, the limit is 9999 pixels");
    }

    @Test
    void aTruncatedFileIsRefusedWhereItEnds() throws IOException {
        Path file = folder.resolve("a.tif");
        ImageFiles.write(noise(600, 300, Layout.RGB, 3, false), file, Existing.KEEP);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> readAll(file, LIMITS))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("a.tif")
                .hasMessageContaining("truncated");
    }

    @Test
    void whatIsNeitherPngNorTiffIsReadWhole() throws IOException {
        Path file = folder.resolve("a.jpg");
        ImageFiles.write(noise(8, 8, Layout.RGB, 3, false), file, Existing.KEEP);
        assertThat(ImageFiles.rows(file, LIMITS)).isEmpty();
        Path text = Files.writeString(folder.resolve("a.txt"), "");
        assertThat(ImageFiles.rows(text, LIMITS)).isEmpty();
        assertThatThrownBy(() -> ImageFiles.rows(folder.resolve("none.png"), LIMITS))
                .hasMessageContaining("no such file");
    }
}
