package org.vung.image.codec.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;

class GifDecoderTest {

    /** Two-bit colours black, red, green, blue. */
    private static final int[] PALETTE = {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255};

    @Test
    void whatTheJdkWritesIsRead() throws IOException {
        Random random = new Random(3);
        BufferedImage picture = new BufferedImage(97, 61, BufferedImage.TYPE_BYTE_INDEXED);
        int[] indices = random.ints(97 * 61, 0, 256).map(i -> (i * i) >> 8).toArray();
        picture.getRaster().setPixels(0, 0, 97, 61, indices);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "gif", file);

        Frame frame = decode(file.toByteArray(), 1).get(0);

        assertThat(samples(frame.samples())).isEqualTo(indices);
    }

    @Test
    void aPictureLiesOnItsCanvas() throws ImageException {
        byte[] file = file(2, 3, PALETTE, picture(0, 1, 1, 2, 1, 2));

        Frame frame = decode(file, 1).get(0);

        assertThat(samples(frame.samples())).containsExactly(0, 1, 2, 0, 0, 0);
        assertThat(samples(frame.picture())).startsWith(0, 0, 0, 255, 0, 0, 0, 255, 0);
    }

    @Test
    void whatLeavesTheCanvasIsCutOff() throws ImageException {
        byte[] file = file(1, 1, PALETTE, picture(0, 0, 2, 2, 3, 1, 1, 1));

        assertThat(samples(decode(file, 1).get(0).samples())).containsExactly(3);
    }

    @Test
    void aClearedPictureLeavesNothingBehind() throws ImageException {
        int cleared = 2;
        byte[] file = file(
                1,
                2,
                PALETTE,
                control(cleared, -1),
                picture(0, 0, 1, 1, 1),
                control(0, 2),
                picture(0, 0, 1, 2, 2, 3),
                picture(0, 0, 1, 1, 1));

        List<Frame> frames = decode(file, 100);

        assertThat(frames).hasSize(3);
        assertThat(samples(frames.get(0).picture())).containsExactly(255, 0, 0, 255, 0, 0, 0, 0);
        assertThat(samples(frames.get(1).picture())).containsExactly(0, 0, 0, 0, 0, 0, 255, 255);
        assertThat(samples(frames.get(2).picture())).containsExactly(255, 0, 0, 255, 0, 0, 255, 255);
    }

    @Test
    void withoutAPaletteItIsGrey() throws ImageException {
        byte[] file = file(1, 2, new int[0], picture(0, 0, 1, 2, 3, 1));

        assertThat(samples(decode(file, 1).get(0).picture())).containsExactly(3, 1);
    }

    @Test
    void interlacedRowsAreSorted() throws ImageException {
        int[] stored = {0, 3, 2, 1, 3};
        byte[] picture = picture(0, 0, 5, 1, stored);
        picture[9] |= 0x40;

        assertThat(samples(decode(file(5, 1, PALETTE, picture), 1).get(0).samples()))
                .containsExactly(0, 1, 2, 3, 3);
    }

    @Test
    void hostileFilesAreRefused() {
        byte[] sound = file(2, 2, PALETTE, picture(0, 0, 2, 2, 0, 1, 2, 3));

        assertThatThrownBy(() -> decode(file(0, 2, PALETTE, picture(0, 0, 1, 1, 1)), 1))
                .hasMessageContaining("there must be at least 1x1");
        assertThatThrownBy(() -> decode(file(65535, 65535, PALETTE, picture(0, 0, 1, 1, 1)), 1))
                .hasMessageContaining("the limit is");
        assertThatThrownBy(() -> decode(file(9999, 9999, PALETTE, picture(0, 0, 1, 1, 1)), 1))
                .hasMessageContaining("truncated or damaged");
        assertThatThrownBy(() -> decode(file(2, 2, PALETTE, picture(0, 0, 9999, 9999, 1)), 1))
                .hasMessageContaining("truncated or damaged");
        assertThatThrownBy(() -> decode(file(2, 2, PALETTE, picture(0, 0, 2, 2, 1)), 1))
                .hasMessageContaining("end after 1 of 4");
        assertThatThrownBy(() -> decode(file(2, 2, PALETTE), 1)).hasMessageContaining("no picture");
        for (int length = 6; length < sound.length - 2; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> decode(cut, 1)).as("%d bytes", length).isInstanceOf(ImageException.class);
        }
    }

    private static byte[] file(int height, int width, int[] palette, byte[]... blocks) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        put(file, 'G', 'I', 'F', '8', '9', 'a', width & 255, width >> 8, height & 255, height >> 8);
        put(file, palette.length > 0 ? 0x81 : 0, 0, 0);
        put(file, palette);
        for (byte[] block : blocks) {
            file.writeBytes(block);
        }
        put(file, 0x3B);
        return file.toByteArray();
    }

    private static byte[] control(int disposal, int clear) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        put(block, 0x21, 0xF9, 4, (disposal << 2) | (clear < 0 ? 0 : 1), 0, 0, Math.max(0, clear), 0);
        return block.toByteArray();
    }

    /** Codes of three bits, with a clear code before every second one, so that codes never grow. */
    private static byte[] picture(int top, int left, int height, int width, int... indices) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        put(block, 0x2C, left, 0, top, 0, width & 255, width >> 8, height & 255, height >> 8, 0, 2);
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < indices.length; i++) {
            bits.insert(0, i % 2 == 0 ? "100" : "");
            bits.insert(0, Integer.toBinaryString(indices[i] | 8).substring(1));
        }
        bits.insert(0, "101");
        while (bits.length() % 8 != 0) {
            bits.insert(0, '0');
        }
        put(block, bits.length() / 8);
        for (int at = bits.length() - 8; at >= 0; at -= 8) {
            put(block, Integer.parseInt(bits.substring(at, at + 8), 2));
        }
        put(block, 0);
        return block.toByteArray();
    }

    private static void put(ByteArrayOutputStream file, int... values) {
        for (int value : values) {
            file.write(value);
        }
    }

    private static List<Frame> decode(byte[] file, int pages) throws ImageException {
        return GifDecoder.decode(source(file), pages);
    }
}
