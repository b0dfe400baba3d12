package org.vung.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreyTest {

    /** The last two colours are among the 43,864 that weights of 14 bits would round the other way. */
    @ParameterizedTest
    @CsvSource({
        "255,255,255,255,255",
        "255,0,0,76,29",
        "0,255,0,150,150",
        "0,0,255,29,76",
        "162,188,129,174,167",
        "141,230,38,182,162"
    })
    void greyIsOpenCvs(int red, int green, int blue, int standard, int tutorial) {
        Image colour = Image.of(new Size(1, 1), Layout.RGB, new byte[] {(byte) red, (byte) green, (byte) blue});
        assertThat(Grey.STANDARD.of(colour).sample(0, 0, 0)).isEqualTo(standard);
        assertThat(Grey.TUTORIAL.of(colour).sample(0, 0, 0)).isEqualTo(tutorial);
    }

    @Test
    void deepAndFloatImagesKeepTheirType() {
        Image deep = Image.of(new Size(1, 1), Layout.RGB, new short[] {(short) 65535, (short) 65535, (short) 65535});
        assertThat(Grey.STANDARD.of(deep)).isEqualTo(Image.of(new Size(1, 1), Layout.GREY, new short[] {-1}));
        Image real = Image.of(new Size(1, 1), Layout.RGBA, new float[] {0.5f, 0.25f, 1f, 0f});
        assertThat(Grey.STANDARD.of(real).sample(0, 0, 0)).isCloseTo(0.41025f, within(1e-6f));
    }

    @Test
    void greyImagesAndSingleBandsAreTakenAsTheyAre() {
        Image grey = Image.of(new Size(1, 2), Layout.GREY, new byte[] {1, 2});
        assertThat(Grey.STANDARD.of(grey)).isSameAs(grey);
        assertThat(Grey.STANDARD.of(Image.of(new Size(1, 2), Layout.BANDS, new byte[] {1, 2})))
                .isEqualTo(grey);
        assertThat(Grey.STANDARD.of(Image.of(new Size(1, 2), Layout.GREY_ALPHA, new byte[] {1, 9, 2, 9})))
                .isEqualTo(grey);
    }

    @Test
    void severalBandsAreRefused() {
        Image bands = Image.of(new Size(1, 1), Layout.BANDS, new byte[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> Grey.STANDARD.of(bands))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose one of its bands");
    }
}
