package org.vung.image.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** The files hold what OpenCV and NumPy give for the same scene; checks/peers/fixtures_clahe.py makes them. */
class ContrastTest {

    @ParameterizedTest
    @MethodSource("cases")
    void claheIsOpenCvsPixelByPixel(String line) {
        String[] words = line.split(" ", -1);
        Image scene = scene(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        Clahe clahe = new Clahe(Double.parseDouble(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        byte[] equalised = clahe.of(scene).sharedBytes();
        assertThat(
                        words[5].startsWith("crc32:")
                                ? crc(equalised)
                                : HexFormat.of().formatHex(equalised))
                .isEqualTo(words[5]);
    }

    static Stream<String> cases() throws IOException {
        return lines("clahe.txt");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void gammaIsThePublishedTable(String line) {
        String[] words = line.split(" ", -1);
        Image corrected = new Gamma(Double.parseDouble(words[0])).of(ramp());
        assertThat(HexFormat.of().formatHex(corrected.sharedBytes())).isEqualTo(words[1]);
    }

    static Stream<String> tables() throws IOException {
        return lines("gamma.txt");
    }

    @Test
    void gammaOneAndAStretchOfAllGreysChangeNothing() {
        assertThat(new Gamma(1).of(ramp())).isEqualTo(ramp());
        assertThat(new Stretch().of(ramp())).isEqualTo(ramp());
    }

    /** By hand: greys 10, 60 and 30 · .299 + 40 · .587 + 100 · .114 = 43.85 lie at 0, 255 and 172.6 of 0 … 255. */
    @Test
    void stretchingRoundsDownWhatWasNotRoundedBefore() {
        Image colour = Image.of(new Size(1, 3), Layout.RGB, new byte[] {10, 10, 10, 60, 60, 60, 30, 40, 100});
        assertThat(new Stretch().of(colour).sharedBytes()).containsExactly(0, 255, 172);
    }

    /** A float image of the same greys on another line, with samples that are no numbers. */
    @Test
    void stretchingUndoesAnyRisingLineAndSetsNonsenseToBlack() {
        float[] samples = {-3f, Float.NaN, 1.0f, Float.NEGATIVE_INFINITY, 7f};
        Image image = Image.of(new Size(1, 5), Layout.GREY, samples);
        assertThat(new Stretch().of(image).sharedBytes()).containsExactly(0, 0, 102, 0, 255);
    }

    @Test
    void oneGreyAndNoNumbersAtAllAreStretchedToBlack() {
        for (float value : new float[] {0.5f, Float.NaN, Float.POSITIVE_INFINITY}) {
            Image image = Image.of(new Size(1, 2), Layout.GREY, new float[] {value, value});
            assertThat(new Stretch().of(image).sharedBytes()).containsOnly(0);
        }
    }

    @Test
    void lightGroundIsTurnedDarkAndDarkGroundStays() {
        byte[] light = {(byte) 128, (byte) 255, 0};
        Image image = Image.of(new Size(1, 3), Layout.GREY, light);
        assertThat(new DarkGround().of(image).sharedBytes()).containsExactly(127, 0, 255);
        assertThat(image.sharedBytes()).as("the image itself").containsExactly(128, 255, 0);
        for (byte[] dark : new byte[][] {{127, (byte) 255, 0}, {(byte) 128, 0}}) {
            Image ground = Image.of(new Size(1, dark.length), Layout.GREY, dark);
            assertThat(new DarkGround().of(ground)).isEqualTo(ground);
        }
    }

    @Test
    void otherLayoutsAndTypesBecomeEightBitsOfGrey() {
        Image alpha = Image.of(new Size(1, 2), Layout.RGBA, new float[] {0, 0, 0, 0, 1, 1, 1, 0});
        Image deep = Image.of(new Size(1, 2), Layout.GREY, new short[] {0, -1});
        for (Contrast step : List.of(new Stretch(), new DarkGround(), new Gamma(2), new Clahe(2, 8, 8))) {
            assertThat(step.of(alpha)).isEqualTo(step.of(deep));
            assertThat(step.of(alpha).layout()).isEqualTo(Layout.GREY);
            Image bands = Image.of(new Size(1, 1), Layout.BANDS, new byte[3]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step.of(bands))
                    .withMessageContaining("choose one of its bands first");
        }
    }

    @Test
    void stepsAreReadAsTheyAreWritten() {
        List<Contrast> steps = Contrast.parse("stretch, clahe=2:8x4,gamma=1.2");
        assertThat(steps).containsExactly(new Stretch(), new Clahe(2, 8, 4), new Gamma(1.2));
        assertThat(steps).map(Contrast::text).containsExactly("stretch", "clahe=2.0:8x4", "gamma=1.2");
        assertThat(Contrast.parse("clahe=2.0:8x4")).containsExactly(new Clahe(2, 8, 4));
        assertThat(Contrast.parse("dark-ground")).map(Contrast::text).containsExactly("dark-ground");
        assertThat(Contrast.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stretched", "stretch,", "clahe", "clahe=2", "clahe=2:8", "clahe=two:8x8", "clahe=2:8x8x8"})
    @ValueSource(strings = {"clahe=2:8.5x8", "gamma", "gamma=", "gamma=1.2=3", "stretch=1", "clahe=2:99999999999x8"})
    void whatReadsOtherwiseIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contrast.parse(text))
                .withMessageStartingWith(
                        "contrast must be stretch, dark-ground, clahe=CLIP:ROWSxCOLUMNS such as clahe=2:8x8, or gamma=")
                .withMessageContaining("got '" + text.substring(text.indexOf(',') + 1) + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clahe=0:8x8", "clahe=NaN:8x8", "clahe=2:0x8", "clahe=2:8x257", "gamma=0", "gamma=Infinity"})
    void valuesOutOfRangeAreNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contrast.parse(text))
                .withMessageContaining("must be")
                .withMessageContaining("got ");
    }

    private static Image scene(int height, int width) {
        byte[] samples = new byte[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int grain = (row * 37 + column * 101 + row * column * 13) % 41;
                samples[row * width + column] = (byte) (20 + row * 90 / height + column * 60 / width + grain);
            }
        }
        return Image.wrap(new Size(height, width), Layout.GREY, samples);
    }

    private static Image ramp() {
        byte[] samples = new byte[256];
        for (int value = 0; value < samples.length; value++) {
            samples[value] = (byte) value;
        }
        return Image.wrap(new Size(16, 16), Layout.GREY, samples);
    }

    private static String crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return String.format("crc32:%08x", sum.getValue());
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }
}
