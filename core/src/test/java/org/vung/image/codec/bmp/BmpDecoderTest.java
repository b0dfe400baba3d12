package org.vung.image.codec.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Layout;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;

class BmpDecoderTest {

    private static final int[] COLOURS = {3, 2, 1, 0, 6, 5, 4, 0, 9, 8, 7, 0};

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"1, 0x40, 0 1 0", "2, 0x18, 0 1 2", "4, 0x0120, 0 1 2", "8, 0x000102, 0 1 2"})
    void paletteIndicesOfEveryDepth(int bits, String row, String expected) throws ImageException {
        byte[] file = file(40, 1, 3, bits, 0, 3, COLOURS, Arrays.copyOf(hex(row), 4));

        Frame frame = decode(file);

        assertThat(samples(frame.samples())).isEqualTo(numbers(expected));
        assertThat(Arrays.copyOf(samples(frame.picture()), 6)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void theLowestRowComesFirstUnlessTheHeightIsNegative() throws ImageException {
        byte[] rows = {1, 0, 0, 0, 2, 0, 0, 0};

        assertThat(samples(decode(file(40, 2, 1, 8, 0, 3, COLOURS, rows)).samples()))
                .containsExactly(2, 1);
        assertThat(samples(decode(file(40, -2, 1, 8, 0, 3, COLOURS, rows)).samples()))
                .containsExactly(1, 2);
    }

    @Test
    void aScaleOfGreyIsGrey() throws ImageException {
        int[] ramp = new int[64];
        for (int i = 0; i < 64; i++) {
            ramp[i] = i % 4 == 3 ? 0 : i / 4 * 17;
        }

        Frame frame = decode(file(40, 1, 2, 4, 0, 16, ramp, new byte[] {0x3F, 0, 0, 0}));

        assertThat(frame.picture().layout()).isEqualTo(Layout.GREY);
        assertThat(samples(frame.picture())).containsExactly(51, 255);
        assertThat(samples(frame.samples())).containsExactly(3, 15);
    }

    @Test
    void coloursWithoutPalette() throws ImageException {
        byte[] two = {0x1F, 0, (byte) 0xE0, 3};
        byte[] three = {3, 2, 1, 6, 5, 4, 0, 0};
        byte[] four = {3, 2, 1, 99};

        assertThat(samples(decode(file(40, 1, 2, 16, 0, 0, new int[0], two)).picture()))
                .containsExactly(0, 0, 255, 0, 255, 0);
        assertThat(samples(decode(file(40, 1, 2, 24, 0, 0, new int[0], three)).picture()))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(samples(decode(file(40, 1, 1, 32, 0, 0, new int[0], four)).picture()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void bitFieldsSayWhereTheChannelsLie() throws ImageException {
        int[] masks = {0, 0, 0, 255, 0, 255, 0, 0, 255, 0, 0, 0, 0, 0, 255, 0};
        int[] shortMasks = {0, 0xF8, 0, 0, 0xE0, 7, 0, 0, 0x1F, 0, 0, 0};

        Frame four = decode(file(56, 1, 1, 32, 3, 0, masks, new byte[] {3, 2, 40, 1}));
        Frame two = decode(file(40, 1, 2, 16, 3, 0, shortMasks, new byte[] {(byte) 0xE0, 7, 0x1F, 0}));

        assertThat(four.picture().layout()).isEqualTo(Layout.RGBA);
        assertThat(samples(four.picture())).containsExactly(1, 2, 3, 40);
        assertThat(samples(two.picture())).containsExactly(0, 255, 0, 0, 0, 255);
    }

    @Test
    void runsOfBytesAndHalfBytes() throws ImageException {
        byte[] eight = {2, 1, 0, 3, 2, 1, 0, 9, 0, 0, 0, 2, 1, 1, 1, 2, 0, 1};
        byte[] four = {3, 0x12, 0, 3, 0x20, 0x10, 0, 1};

        assertThat(samples(decode(file(40, -3, 5, 8, 1, 3, COLOURS, eight)).samples()))
                .containsExactly(1, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0);
        assertThat(samples(decode(file(40, 1, 6, 4, 2, 3, COLOURS, four)).samples()))
                .containsExactly(1, 2, 1, 2, 0, 1);
    }

    @Test
    void runsThatLeaveThePictureAreCutOff() throws ImageException {
        byte[] data = {(byte) 200, 1, 0, 1};

        assertThat(samples(decode(file(40, 1, 2, 8, 1, 3, COLOURS, data)).samples()))
                .containsExactly(1, 1);
    }

    @Test
    void theOldHeaderHasThreeBytesPerColour() throws ImageException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        put(file, 'B', 'M', 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0, 12, 0, 0, 0, 2, 0, 1, 0, 1, 0, 1, 0);
        put(file, 3, 2, 1, 6, 5, 4, 0x40, 0, 0, 0);

        assertThat(samples(decode(file.toByteArray()).picture())).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void hostileFilesAreRefused() {
        byte[] row = {0, 0, 0, 0};

        assertThatThrownBy(() -> decode(file(40, 1, -3, 8, 0, 3, COLOURS, row))).hasMessageContaining("at least 1x1");
        assertThatThrownBy(() -> decode(file(40, 1 << 20, 1 << 20, 8, 0, 3, COLOURS, row)))
                .hasMessageContaining("the limit is");
        assertThatThrownBy(() -> decode(file(40, 9999, 9999, 8, 0, 3, COLOURS, row)))
                .hasMessageContaining("truncated");
        assertThatThrownBy(() -> decode(file(40, 9999, 9999, 8, 1, 3, COLOURS, row)))
                .hasMessageContaining("truncated or damaged");
        assertThatThrownBy(() -> decode(file(40, 1, 2, 8, 1, 3, COLOURS, new byte[] {1})))
                .hasMessageContaining("truncated");
        assertThatThrownBy(() -> decode(file(40, 1, 1, 7, 0, 3, COLOURS, row))).hasMessageContaining("7 bits");
        assertThatThrownBy(() -> decode(file(40, 1, 1, 8, 4, 3, COLOURS, row))).hasMessageContaining("compression 4");
        assertThatThrownBy(() -> decode(file(41, 1, 1, 8, 0, 3, COLOURS, new byte[0])))
                .isInstanceOf(ImageException.class);
        assertThatThrownBy(() -> decode(file(200, 1, 1, 8, 0, 3, COLOURS, row)))
                .hasMessageContaining("12 or 16 to 124 bytes, got 200");
    }

    /** Masks or a palette follow the first 40 bytes of the header, which is padded to its length. */
    private static byte[] file(
            int header, int height, int width, int bits, int compression, int colours, int[] table, byte[] pixels) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int start = 14 + Math.max(header, 40 + (header > 40 ? 0 : table.length));
        put(file, 'B', 'M', 0, 0, 0, 0, 0, 0, 0, 0, start & 255, start >> 8, 0, 0);
        for (int number : new int[] {header, width, height, 1 | (bits << 16), compression, 0, 0, 0, colours, 0}) {
            put(file, number, number >> 8, number >> 16, number >> 24);
        }
        put(file, table);
        file.writeBytes(new byte[Math.max(0, start - file.size())]);
        file.writeBytes(pixels);
        return file.toByteArray();
    }

    private static void put(ByteArrayOutputStream file, int... values) {
        for (int value : values) {
            file.write(value);
        }
    }

    private static byte[] hex(String digits) {
        byte[] bytes = new byte[digits.length() / 2 - 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i + 2, 2 * i + 4), 16);
        }
        return bytes;
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static Frame decode(byte[] file) throws ImageException {
        return BmpDecoder.decode(source(file)).get(0);
    }
}
