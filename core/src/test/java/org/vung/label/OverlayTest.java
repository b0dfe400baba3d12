package org.vung.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class OverlayTest {

    private static final Size SIZE = new Size(1, 4);
    private static final LabelMap HALVES = LabelMap.of(SIZE, new int[] {0, 0, 1, 1});
    private static final Image GREY = Image.of(SIZE, Layout.GREY, new byte[] {10, 20, 100, (byte) 200});
    private static final Palette PALETTE = Palette.of(0xFF0000, 0x0000FF);

    @Test
    void everyPixelIsTintedAndTheLineBetweenRegionsHasTheFullColour() {
        Image picture = Overlay.tinted(GREY, HALVES, PALETTE);
        assertThat(rgb(picture, 1)).isEqualTo(0xFF0000);
        assertThat(rgb(picture, 0) >> 16).isBetween(100, 130);
        assertThat(rgb(picture, 3) & 0xFF).isGreaterThan(rgb(picture, 3) >> 16);
    }

    @Test
    void objectsAreTintedAndTheirEdgesOnEitherSideHaveTheFullColourWhileTheRestStaysAsItIs() {
        LabelMap object = LabelMap.of(new Size(1, 6), new int[] {0, 1, 1, 1, 0, 0});
        Image photo = Image.of(object.size(), Layout.GREY, new byte[] {10, 20, 30, 40, 50, 60});
        Image picture = Overlay.objects(photo, object, PALETTE);
        assertThat(rgb(picture, 0)).isEqualTo(0x0A0A0A);
        assertThat(rgb(picture, 1)).isEqualTo(0x0000FF);
        assertThat(rgb(picture, 2) & 0xFF).isBetween(100, 200);
        assertThat(rgb(picture, 3)).isEqualTo(0x0000FF);
        assertThat(rgb(picture, 5)).isEqualTo(0x3C3C3C);
    }

    @Test
    void colouredShowsThePalette() {
        Image picture = Overlay.coloured(HALVES, PALETTE);
        assertThat(rgb(picture, 0)).isEqualTo(0xFF0000);
        assertThat(rgb(picture, 2)).isEqualTo(0x0000FF);
    }

    @Test
    void averagedShowsTheMeanOfEachRegion() {
        Image picture = Overlay.averaged(GREY, HALVES);
        assertThat(rgb(picture, 0)).isEqualTo(0x0F0F0F);
        assertThat(rgb(picture, 3)).isEqualTo(0x969696);
    }

    @Test
    void labelsOfAnotherSizeAreRefused() {
        LabelMap other = LabelMap.of(new Size(4, 1), new int[4]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overlay.tinted(GREY, other, PALETTE))
                .withMessageContaining("1x4")
                .withMessageContaining("4x1");
    }

    @Test
    void distinctColoursDifferAndNoneIsBlack() {
        Palette palette = Palette.distinct();
        assertThat(IntStream.range(0, 256).map(palette::rgb).distinct())
                .hasSize(256)
                .doesNotContain(0);
    }

    private static int rgb(Image picture, int column) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            rgb = rgb << 8 | (int) picture.sample(0, column, channel);
        }
        return rgb;
    }
}
