package org.vung.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitSamplesTest {

    private static final Size PAIR = new Size(1, 2);

    @Test
    void whiteIsOneInEveryType() {
        assertThat(UnitSamples.of(Image.wrap(PAIR, Layout.GREY, new byte[] {(byte) 255, 51})))
                .containsExactly(1, 51 * (1.0 / 255));
        assertThat(UnitSamples.of(Image.wrap(PAIR, Layout.GREY, new short[] {(short) 65535, 257})))
                .containsExactly(1, 257 * (1.0 / 65535));
        assertThat(UnitSamples.of(Image.wrap(PAIR, Layout.GREY, new float[] {1, -3})))
                .containsExactly(1, -3);
    }

    @Test
    void opacityIsDropped() {
        Image image = Image.wrap(PAIR, Layout.GREY_ALPHA, new float[] {0.5f, -9, 0.25f, Float.NaN});
        assertThat(UnitSamples.of(image)).containsExactly(0.5, 0.25);
    }

    @Test
    void missingSamplesTakeTheLeastFiniteOne() {
        Size four = new Size(2, 2);
        float[] holes = {0.5f, Float.NaN, Float.NEGATIVE_INFINITY, 0.25f};
        assertThat(UnitSamples.of(Image.wrap(four, Layout.GREY, holes))).containsExactly(0.5, 0.25, 0.25, 0.25);
        float[] nothing = {Float.NaN, Float.NaN};
        assertThat(UnitSamples.of(Image.wrap(PAIR, Layout.GREY, nothing))).containsExactly(0, 0);
    }
}
