package org.vung.image.codec.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.InRows;

class PngDecoderTest {

    private static final int HEIGHT = 11;
    private static final int WIDTH = 13;

    @ParameterizedTest(name = "colour type {0}, {1} bits, interlaced {2}")
    @CsvSource({
        "0, 1, false", "0, 2, false", "0, 4, false", "0, 8, false", "0, 16, false", "2, 8, false", "2, 16, false",
        "4, 8, false", "4, 16, false", "6, 8, false", "6, 16, false", "0, 1, true", "0, 2, true", "0, 4, true",
        "0, 8, true", "0, 16, true", "2, 8, true", "2, 16, true", "4, 8, true", "4, 16, true", "6, 8, true",
        "6, 16, true"
    })
    void everyKindOfSampleComesBack(int colour, int depth, boolean interlaced) throws ImageException {
        int channels = new int[] {1, 0, 3, 1, 2, 0, 4}[colour];
        int[] samples = random(HEIGHT * WIDTH * channels, 1 << depth);

        Frame frame = decode(TinyPng.of(samples, HEIGHT, WIDTH, depth, colour, interlaced));

        assertThat(samples(frame.samples())).isEqualTo(samples);
        Image picture = frame.picture();
        assertThat(picture.layout()).isEqualTo(Layout.usual(channels));
        assertThat(picture.type()).isEqualTo(depth == 16 ? SampleType.UINT16 : SampleType.UINT8);
        int stretch = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
        assertThat(samples(picture))
                .isEqualTo(Arrays.stream(samples).map(v -> v * stretch).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void aPaletteStaysIndicesAndBecomesColours(int depth) throws ImageException {
        int[] indices = random(6, Math.min(3, 1 << depth));
        byte[] file = withChunks(indices, 2, 3, depth, Header.PALETTE, "PLTE", new byte[] {9, 8, 7, 6, 5, 4, 3, 2, 1});

        Frame frame = decode(file);

        assertThat(samples(frame.samples())).isEqualTo(indices);
        assertThat(frame.picture().layout()).isEqualTo(Layout.RGB);
        assertThat(samples(frame.picture()))
                .isEqualTo(Arrays.stream(indices)
                        .flatMap(i -> Arrays.stream(new int[] {9 - 3 * i, 8 - 3 * i, 7 - 3 * i}))
                        .toArray());
    }

    @Test
    void transparencyOfAPaletteIsOpacityByIndex() throws ImageException {
        byte[] file = new TinyPng()
                .header(1, 3, 8, Header.PALETTE, false)
                .chunk("PLTE", new byte[] {1, 2, 3, 4, 5, 6})
                .chunk("tRNS", (byte) 40)
                .data(new byte[] {0, 0, 1, 2})
                .end();

        assertThat(samples(decode(file).picture())).containsExactly(1, 2, 3, 40, 4, 5, 6, 255, 0, 0, 0, 255);
    }

    @Test
    void transparencyOfGreyIsOneValue() throws ImageException {
        byte[] file = withChunks(new int[] {0, 3, 2, 3}, 2, 2, 2, Header.GREY, "tRNS", new byte[] {0, 3});

        Frame frame = decode(file);

        assertThat(samples(frame.samples())).containsExactly(0, 3, 2, 3);
        assertThat(frame.picture().layout()).isEqualTo(Layout.GREY_ALPHA);
        assertThat(samples(frame.picture())).containsExactly(0, 255, 255, 0, 170, 255, 255, 0);
    }

    @Test
    void transparencyOfColourIsOneColour() throws ImageException {
        int[] pixels = {1, 2, 3, 1, 2, 4};

        byte[] file = withChunks(pixels, 1, 2, 8, Header.RGB, "tRNS", new byte[] {0, 1, 0, 2, 0, 3});
        byte[] deep = withChunks(pixels, 1, 2, 16, Header.RGB, "tRNS", new byte[] {0, 1, 0, 2, 0, 4});

        assertThat(samples(decode(file).picture())).containsExactly(1, 2, 3, 0, 1, 2, 4, 255);
        assertThat(samples(decode(deep).picture())).containsExactly(1, 2, 3, 65535, 1, 2, 4, 0);
    }

    @Test
    void exifTurnsThePictureUpright() throws ImageException {
        byte[] exif = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0};

        byte[] file = withChunks(new int[] {10, 20, 30, 40, 50, 60}, 2, 3, 8, Header.GREY, "eXIf", exif);

        assertThat(decode(file).picture().size().toString()).isEqualTo("3x2");
        assertThat(samples(decode(file).picture())).containsExactly(40, 10, 50, 20, 60, 30);
    }

    @Test
    void anAnimationIsItsStillImage() throws ImageException {
        byte[] file = new TinyPng()
                .header(1, 1, 8, Header.GREY, false)
                .chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0})
                .data(new byte[] {0, 77})
                .chunk("fdAT", new byte[] {0, 0, 0, 1, 5, 5, 5})
                .end();

        assertThat(samples(decode(file).picture())).containsExactly(77);
    }

    @Test
    void dataMayBeCutIntoManyChunks() throws ImageException {
        byte[] data = TinyPng.deflated(new byte[] {0, 1, 2, 3, 4});
        TinyPng png = new TinyPng().header(1, 4, 8, Header.GREY, false);
        for (byte one : data) {
            png.chunk("IDAT", one).chunk("IDAT");
        }

        assertThat(samples(decode(png.end()).picture())).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aMissingEndMarkIsForgiven() throws ImageException {
        byte[] file = new TinyPng()
                .header(1, 1, 8, Header.GREY, false)
                .data(new byte[] {0, 7})
                .bytes();

        assertThat(samples(decode(file).picture())).containsExactly(7);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] file = TinyPng.of(random(HEIGHT * WIDTH * 3, 256), HEIGHT, WIDTH, 8, Header.RGB, false);

        for (int length = 8; length < file.length - 12; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> decode(cut)).as("%d bytes", length).isInstanceOf(ImageException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "3, no colour type 3 of 16 bits, 16, 3",
        "0, no colour type 0 of 3 bits, 3, 0",
        "1, no colour type 7 of 8 bits, 8, 7"
    })
    void unknownKindsAreRefused(int ignored, String reason, int depth, int colour) {
        byte[] file = new TinyPng()
                .header(1, 1, depth, colour, false)
                .data(new byte[9])
                .end();

        assertThatThrownBy(() -> decode(file)).hasMessageContaining(reason);
    }

    @Test
    void damageIsNamed() {
        TinyPng header = new TinyPng().header(1, 1, 8, Header.GREY, false);
        byte[] sound = new TinyPng()
                .header(1, 1, 8, Header.GREY, false)
                .data(new byte[] {0, 7})
                .end();
        byte[] flipped = sound.clone();
        flipped[8 + 8 + 3] ^= 2;

        assertThatThrownBy(() -> decode(flipped)).hasMessageContaining("checksum of the PNG chunk IHDR at byte 8");
        assertThatThrownBy(() -> decode(header.end())).hasMessageContaining("no IDAT chunk");
        assertThatThrownBy(() -> decode(new TinyPng().chunk("IDAT", (byte) 0).end()))
                .hasMessageContaining("must begin with an IHDR chunk, got IDAT");
        assertThatThrownBy(() -> decode(new TinyPng()
                        .header(1, 1, 8, Header.GREY, false)
                        .data(new byte[] {9, 7})
                        .end()))
                .hasMessageContaining("no row filter 9");
        assertThatThrownBy(() -> decode(new TinyPng()
                        .header(1, 1, 8, Header.GREY, false)
                        .chunk("IDAT", (byte) 1, (byte) 2, (byte) 3)
                        .end()))
                .hasMessageContaining("cannot be inflated")
                .hasCauseInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> decode(new TinyPng()
                        .header(1, 1, 8, Header.PALETTE, false)
                        .data(new byte[] {0, 7})
                        .end()))
                .hasMessageContaining("no PLTE chunk");
    }

    @Test
    void aHeaderThatItsDataCannotFillIsRefusedBeforeAllocation() {
        byte[] file = new TinyPng()
                .header(15000, 15000, 8, Header.GREY, false)
                .data(new byte[1000])
                .end();

        assertThatThrownBy(() -> decode(file)).hasMessageContaining("more pixels than 17 bytes of data can hold");
    }

    private static byte[] withChunks(
            int[] samples, int height, int width, int depth, int colour, String type, byte[] content) {
        byte[] plain = TinyPng.of(samples, height, width, depth, colour, false);
        byte[] chunk = new TinyPng().chunk(type, content).bytes();
        TinyPng png = new TinyPng();
        png.raw(Arrays.copyOfRange(plain, 8, 33));
        png.raw(Arrays.copyOfRange(chunk, 8, chunk.length));
        return png.raw(Arrays.copyOfRange(plain, 33, plain.length)).bytes();
    }

    private static int[] random(int count, int below) {
        return new Random(count * 31L + below).ints(count, 0, below).toArray();
    }

    private static Frame decode(byte[] file) throws ImageException {
        Frame frame = PngDecoder.decode(source(file)).get(0);
        InRows.assertSame(file, frame.picture());
        return frame;
    }
}
