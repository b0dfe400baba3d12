package org.vung.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.data.ClassMap;
import org.vung.data.augment.warp.Border;
import org.vung.data.order.SplitMix64;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/** Foreground oversampling. */
class CropTest {

    /** 100 × 100 with a pixel of class 2 and a block of class 1, and an unknown corner. */
    private static Pair rare() {
        Size size = new Size(100, 100);
        int[] labels = new int[size.pixels()];
        for (int row = 10; row < 30; row++) {
            java.util.Arrays.fill(labels, row * 100 + 10, row * 100 + 30, 1);
        }
        labels[size.index(70, 60)] = 2;
        java.util.Arrays.fill(labels, 9990, 10_000, ClassMap.IGNORE);
        return new Pair(Image.wrap(size, Layout.GREY, new byte[size.pixels()]), LabelMap.wrap(size, labels));
    }

    @Test
    void everyClassIsTheMiddleAsOftenAsTheOthersHoweverSmall() {
        Crop crop = new Crop(5, 5, 1, Border.MIRROR);
        int[] middles = new int[256];
        for (int sample = 0; sample < 1000; sample++) {
            middles[crop.apply(rare(), SplitMix64.at(1, sample)).truth().at(2, 2)]++;
        }
        assertThat(middles[1] + middles[2]).isEqualTo(1000);
        assertThat(middles[1]).isBetween(420, 580);
    }

    @Test
    void theShareIsKept() {
        Crop crop = new Crop(5, 5, 0.33, Border.MIRROR);
        int rare = 0;
        for (int sample = 0; sample < 3000; sample++) {
            rare += crop.apply(rare(), SplitMix64.at(2, sample)).truth().at(2, 2) == 2 ? 1 : 0;
        }
        assertThat(rare).isBetween(400, 590); // 0.165 · 3000 = 495
    }

    @Test
    void theWindowStaysInTheImage() {
        Crop crop = new Crop(90, 80, 1, Border.IGNORE);
        for (int sample = 0; sample < 100; sample++) {
            Pair window = crop.apply(rare(), SplitMix64.at(3, sample));
            assertThat(window.truth().areas()[2]).isEqualTo(1);
            assertThat(window.truth().count() == 256 ? window.truth().areas()[255] : 0)
                    .isLessThanOrEqualTo(10);
        }
    }

    @Test
    void withoutForegroundAnyWindowWillDo() {
        Pair empty = Pairs.numbered(2, 2, 0, 0, 255, 0);
        assertThat(new Crop(1, 1, 1, Border.MIRROR)
                        .apply(empty, SplitMix64.at(1))
                        .image()
                        .size())
                .isEqualTo(new Size(1, 1));
    }

    /** After a quarter turn the rare pixel lies elsewhere; the window must find it there. */
    @Test
    void foregroundIsFoundWhereEarlierStepsPutIt() {
        Recipe recipe = new Recipe(
                List.of(new Turn(true), new Flip(true, true), new Rotate(20), new Crop(9, 9, 1, Border.MIRROR)));
        int found = 0;
        for (int sample = 0; sample < 50; sample++) {
            int middle = recipe.apply(rare(), 1, 0, sample).truth().at(4, 4);
            assertThat(middle).isIn(1, 2);
            found += middle == 2 ? 1 : 0;
        }
        assertThat(found).isBetween(8, 42);
    }
}
