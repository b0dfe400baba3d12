package org.vung.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class WatershedMethodsTest {

    private static final Image IMAGE = twoHalves();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watershed",
                "watershed:markers=2,connectivity=8,compactness=0.1",
                "watershed:on=distance,objects=bright",
                "watershed:line=true,sigma=0",
                "merge:over=felzenszwalb,threshold=50",
                "merge:over=watershed,by=cut",
                "merge:regions=2"
            })
    void theTextMakesTwoRegionsOfTwoHalves(String text) {
        assertThat(Catalog.segmenter(text).segment(IMAGE).labels().compacted().count())
                .isEqualTo(text.contains("line=true") ? 3 : 2);
    }

    @Test
    void wordsOutOfTheListAreRefused() {
        assertThatThrownBy(() -> Catalog.segmenter("merge:over=merge")).hasMessageContaining("slic, felzenszwalb");
        assertThatThrownBy(() -> Catalog.segmenter("watershed:markers=0")).hasMessageContaining("at least 1 or auto");
    }

    private static Image twoHalves() {
        Size size = new Size(30, 40);
        byte[] samples = new byte[size.pixels() * 3];
        for (int pixel = 0; pixel < size.pixels(); pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                samples[pixel * 3 + channel] = (byte) (pixel % 40 < 20 ? 30 : 210);
            }
        }
        return Image.wrap(size, Layout.RGB, samples);
    }
}
