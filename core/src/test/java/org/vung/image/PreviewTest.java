package org.vung.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final Size SIZE = new Size(1, 2);

    @Test
    void an8BitPictureStaysAsItIs() {
        Image rgb = Image.of(SIZE, Layout.RGB, new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(Preview.rgb(rgb)).isSameAs(rgb);
        Image grey = Image.of(SIZE, Layout.GREY, new byte[] {7, 9});
        assertThat(Preview.rgb(grey).sharedBytes()).containsExactly(7, 7, 7, 9, 9, 9);
    }

    @Test
    void opacityIsDropped() {
        Image rgba = Image.of(SIZE, Layout.RGBA, new byte[] {1, 2, 3, 0, 4, 5, 6, 0});
        assertThat(Preview.rgb(rgba).sharedBytes()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void deepAndFloatSamplesAreStretchedFromBlackToWhite() {
        Image deep = Image.of(SIZE, Layout.GREY, new short[] {100, 1100});
        assertThat(Preview.rgb(deep).sharedBytes()).containsExactly(0, 0, 0, -1, -1, -1);
        Image heights = Image.of(new Size(1, 3), Layout.GREY, new float[] {-50, Float.NaN, 50});
        assertThat(Preview.rgb(heights).sharedBytes()).containsExactly(0, 0, 0, 0, 0, 0, -1, -1, -1);
    }

    @Test
    void oneValueOrNothingButNanIsAPicture() {
        Image nothing = Image.of(SIZE, Layout.GREY, new float[] {Float.NaN, Float.NaN});
        assertThat(Preview.rgb(nothing).sharedBytes()).containsOnly(0);
        Image half = Image.of(SIZE, Layout.GREY, new float[] {0.5f, 0.5f});
        assertThat(Preview.rgb(half).sharedBytes()).containsOnly(128);
    }

    @Test
    void bandsAreChosenInTheOrderGiven() {
        Image bands = Image.of(SIZE, Layout.BANDS, new short[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(Bands.select(bands, 3, 1, 0)).isEqualTo(Image.of(SIZE, Layout.RGB, new short[] {4, 2, 1, 8, 6, 5}));
        assertThat(Bands.select(bands, 2).layout()).isEqualTo(Layout.GREY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.select(bands, 4))
                .withMessageContaining("0 … 3")
                .withMessageContaining("got 4");
    }
}
