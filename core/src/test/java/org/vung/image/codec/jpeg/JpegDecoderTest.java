package org.vung.image.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
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
import org.vung.image.Layout;
import org.vung.image.codec.ImageException;

class JpegDecoderTest {

    private static final int ROWS = 16;
    private static final int COLUMNS = 24;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coloursComeBackNear(boolean progressive) throws IOException {
        Image image = decode(rgb(progressive));

        assertThat(image.toString()).isEqualTo("16x24 RGB UINT8");
        assertThat((double) image.sample(3, 3, 0)).isCloseTo(200, within(6.0));
        assertThat((double) image.sample(3, 20, 2)).isCloseTo(210, within(6.0));
    }

    @Test
    void greyStaysGrey() throws IOException {
        BufferedImage picture = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setPixels(0, 0, 9, 7, filled(63, 100));

        Image image = decode(written(new IIOImage(picture, null, null), false));

        assertThat(image.layout()).isEqualTo(Layout.GREY);
        assertThat(samples(image)).containsOnly(100);
    }

    @Test
    void inksAreMultiplied() throws IOException {
        int[] stored = {255, 128, 0, 255, 255, 128, 0, 128};
        byte[] file = written(new IIOImage(inks(stored), null, null), false);

        int[] samples = samples(decode(file));

        assertThat(samples[0]).isCloseTo(255, within(3));
        assertThat(samples[1]).isCloseTo(128, within(3));
        assertThat(samples[2]).isCloseTo(0, within(3));
        assertThat(samples[8 * 3]).isCloseTo(128, within(3));
        assertThat(samples[8 * 3 + 1]).isCloseTo(64, within(3));
    }

    @Test
    void adobesMarkTurnsFourComponentsIntoYcck() throws IOException {
        int[] yccWhite = {255, 128, 128, 255, 255, 128, 128, 128};
        byte[] plain = written(new IIOImage(inks(yccWhite), null, null), false);
        byte[] marked = withSegment(plain, 0xEE, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2);

        assertThat(samples(decode(marked))[0]).isCloseTo(0, within(3));
        assertThat(samples(decode(marked))[1]).isCloseTo(0, within(3));
    }

    @Test
    void adobesMarkTurnsThreeComponentsIntoRgb() throws IOException {
        byte[] ycc = withoutJfif(rgb(false));
        byte[] marked = withSegment(ycc, 0xEE, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0);
        byte[] cutOff = withSegment(ycc, 0xEE, 'A', 'd', 'o', 'b', 'e', 0, 100);

        assertThat((double) decode(ycc).sample(3, 3, 0)).isCloseTo(200, within(6.0));
        assertThat((double) decode(cutOff).sample(3, 3, 0)).isCloseTo(200, within(6.0));
        assertThat((double) decode(marked).sample(3, 3, 0)).isCloseTo(82, within(6.0));
    }

    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        "1, 16x24, 3, 3",
        "2, 16x24, 3, 20",
        "3, 16x24, 12, 20",
        "4, 16x24, 12, 3",
        "5, 24x16, 3, 3",
        "6, 24x16, 3, 12",
        "7, 24x16, 20, 12",
        "8, 24x16, 20, 3",
        "9, 16x24, 3, 3"
    })
    void exifTurnsThePictureUpright(int orientation, String size, int row, int column) throws IOException {
        int[] exif = {
            'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0
        };

        Image image = decode(withSegment(rgb(false), 0xE1, exif));

        assertThat(image.size().toString()).isEqualTo(size);
        assertThat((double) image.sample(row, column, 0)).isCloseTo(200, within(6.0));
    }

    @Test
    void rubbishBetweenSegmentsIsSteppedOver() throws IOException {
        byte[] file = rgb(false);
        byte[] zeroMarker = insert(file, 2, 0xFF, 0, 0xFF, 0, 17, 18);
        byte[] brokenProfile =
                withSegment(file, 0xE2, 'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1, 9);

        assertThat(decode(zeroMarker)).isEqualTo(decode(file));
        assertThat(decode(brokenProfile)).isEqualTo(decode(file));
    }

    @Test
    void theHeightMayComeAfterTheScan() throws IOException {
        byte[] file = rgb(false);
        int frame = find(file, 0xC0);
        byte[] late = insert(file, file.length - 2, 0xFF, 0xDC, 0, 4, file[frame + 5], file[frame + 6]);
        late[frame + 5] = 0;
        late[frame + 6] = 0;

        assertThat(decode(late)).isEqualTo(decode(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTruncationOfTheDataIsRefused(boolean progressive) throws IOException {
        byte[] file = rgb(progressive);

        for (int length = 3; length < file.length - (progressive ? 2 : 6); length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> decode(cut))
                    .as("%d of %d bytes", length, file.length)
                    .isInstanceOf(ImageException.class);
        }
    }

    @ParameterizedTest(name = "SOF{0}")
    @ValueSource(ints = {3, 5, 9, 10, 11})
    void otherProcessesAreNamed(int process) throws IOException {
        byte[] file = rgb(false);
        int frame = find(file, 0xC0);
        file[frame + 1] = (byte) (0xC0 + process);

        assertThatThrownBy(() -> decode(file)).isInstanceOf(ImageException.class);
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        byte[] file = rgb(false);
        int frame = find(file, 0xC0);
        byte[] huge = file.clone();
        Arrays.fill(huge, frame + 5, frame + 9, (byte) 0x7F);
        byte[] large = file.clone();
        large[frame + 5] = 0x10;
        large[frame + 7] = 0x10;
        byte[] twelve = file.clone();
        twelve[frame + 4] = 12;
        byte[] flat = file.clone();
        flat[frame + 5] = 0;
        flat[frame + 6] = 0;

        assertThatThrownBy(() -> decode(huge)).hasMessageContaining("the limit is");
        assertThatThrownBy(() -> decode(large)).hasMessageContaining("truncated or damaged");
        assertThatThrownBy(() -> decode(twelve)).hasMessageContaining("SOF0 of 12 bits is not supported");
        assertThatThrownBy(() -> decode(flat)).hasMessageContaining("at least 1x1");
    }

    private static byte[] rgb(boolean progressive) throws IOException {
        BufferedImage picture = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                boolean corner = row < ROWS / 2 && column < 8;
                picture.setRGB(column, row, corner ? 0xC81E28 : 0x143CD2);
            }
        }
        return written(new IIOImage(picture, null, null), progressive);
    }

    /** Two halves of 8 columns, each of one colour of four inks. */
    private static Raster inks(int[] halves) {
        WritableRaster raster = Raster.createInterleavedRaster(0, 16, 8, 4, null);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 16; column++) {
                raster.setPixel(column, row, Arrays.copyOfRange(halves, column / 8 * 4, column / 8 * 4 + 4));
            }
        }
        return raster;
    }

    private static byte[] written(IIOImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.97f);
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, image, how);
        }
        writer.dispose();
        return file.toByteArray();
    }

    private static int[] filled(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private static byte[] withoutJfif(byte[] file) {
        int length = 2 + (((file[4] & 0xFF) << 8) | (file[5] & 0xFF));
        byte[] without = new byte[file.length - length];
        System.arraycopy(file, 0, without, 0, 2);
        System.arraycopy(file, 2 + length, without, 2, without.length - 2);
        return without;
    }

    private static byte[] withSegment(byte[] file, int marker, int... content) {
        int[] segment = new int[content.length + 4];
        segment[0] = 0xFF;
        segment[1] = marker;
        segment[3] = content.length + 2;
        System.arraycopy(content, 0, segment, 4, content.length);
        return insert(file, 2, segment);
    }

    private static byte[] insert(byte[] file, int at, int... bytes) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(file, 0, at);
        for (int value : bytes) {
            whole.write(value);
        }
        whole.write(file, at, file.length - at);
        return whole.toByteArray();
    }

    private static int find(byte[] file, int marker) {
        for (int at = 0; at < file.length - 1; at++) {
            if (file[at] == (byte) 0xFF && file[at + 1] == (byte) marker) {
                return at;
            }
        }
        throw new AssertionError("no marker " + marker);
    }

    private static Image decode(byte[] file) throws ImageException {
        return JpegDecoder.decode(source(file)).get(0).picture();
    }
}
