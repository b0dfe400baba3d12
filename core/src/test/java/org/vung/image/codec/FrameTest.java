package org.vung.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class FrameTest {

    /** The letter-like block 1 2 3 / 4 5 6 as it must be seen for each value of the tag. */
    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        "1, 2x3, 123456", "2, 2x3, 321654", "3, 2x3, 654321", "4, 2x3, 456123",
        "5, 3x2, 142536", "6, 3x2, 415263", "7, 3x2, 635241", "8, 3x2, 362514"
    })
    void everyOrientationIsTurnedUpright(int orientation, String size, String seen) {
        byte[] bytes = {1, 2, 3, 4, 5, 6};
        short[] shorts = {1, 2, 3, 4, 5, 6};
        byte[] colours = new byte[18];
        float[] bands = new float[30];
        for (int i = 0; i < 30; i++) {
            bands[i] = i / 5 + 1;
            colours[Math.min(i, 17)] = (byte) (Math.min(i, 17) / 3 + 1);
        }
        Size stored = new Size(2, 3);
        for (Image image : new Image[] {
            Image.of(stored, Layout.GREY, bytes),
            Image.of(stored, Layout.GREY, shorts),
            Image.of(stored, Layout.RGB, colours),
            Image.of(stored, Layout.BANDS, bands)
        }) {
            Image upright = Frame.of(image).upright(orientation).samples();

            assertThat(upright.size().toString()).isEqualTo(size);
            int[] samples = Decoded.samples(upright);
            int[] first = new int[6];
            Arrays.setAll(first, pixel -> samples[pixel * upright.channels()]);
            assertThat(first).isEqualTo(seen.chars().map(c -> c - '0').toArray());
        }
    }
}
