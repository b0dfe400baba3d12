package org.vung.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class SmallRegionsTest {

    @Test
    void aSmallPatchGoesToTheNearestColour() {
        Size size = new Size(1, 7);
        LabelMap labels = LabelMap.of(size, new int[] {0, 0, 0, 1, 2, 2, 2});
        assertThat(SmallRegions.merge(labels, grey(size, 10, 10, 10, 60, 90, 90, 90), 2))
                .isEqualTo(LabelMap.of(size, new int[] {0, 0, 0, 1, 1, 1, 1}));
        assertThat(SmallRegions.merge(labels, grey(size, 10, 10, 10, 40, 90, 90, 90), 2))
                .isEqualTo(LabelMap.of(size, new int[] {0, 0, 0, 0, 1, 1, 1}));
    }

    @Test
    void amongEqualColoursTheLongerBorderWins() {
        Size size = new Size(2, 4);
        LabelMap labels = LabelMap.of(size, new int[] {0, 1, 2, 2, 0, 2, 2, 2});
        assertThat(SmallRegions.merge(labels, grey(size, 5, 5, 5, 5, 5, 5, 5, 5), 2))
                .isEqualTo(LabelMap.of(size, new int[] {0, 1, 1, 1, 0, 1, 1, 1}));
    }

    @Test
    void missingColoursLeaveTheChoiceToTheBorder() {
        Size size = new Size(2, 4);
        LabelMap labels = LabelMap.of(size, new int[] {0, 1, 2, 2, 0, 2, 2, 2});
        float[] samples = new float[8];
        Arrays.fill(samples, Float.NaN);
        assertThat(SmallRegions.merge(labels, Image.of(size, Layout.GREY, samples), 2))
                .isEqualTo(LabelMap.of(size, new int[] {0, 1, 1, 1, 0, 1, 1, 1}));
    }

    @Test
    void specksOfALargeLabelGo() {
        Size size = new Size(3, 5);
        int[] labels = new int[15];
        labels[6] = 1;
        labels[4] = labels[9] = labels[14] = 1;
        int[] expected = new int[15];
        expected[4] = expected[9] = expected[14] = 1;
        assertThat(SmallRegions.merge(LabelMap.of(size, labels), LabelGrids.colours(size), 2))
                .isEqualTo(LabelMap.of(size, expected));
    }

    @Test
    void nothingSmallIsLeftInANoisyMap() {
        SplittableRandom random = new SplittableRandom(5);
        Size size = new Size(61, 47);
        for (int least : new int[] {2, 5, 40, 1000}) {
            LabelMap noisy =
                    LabelMap.wrap(size, random.ints(size.pixels(), 0, 4).toArray());
            LabelMap merged = SmallRegions.merge(noisy, LabelGrids.colours(size), least);
            assertThat(ConnectedRegions.split(merged).areas())
                    .satisfies(areas ->
                            assertThat(Arrays.stream(areas).min().orElseThrow()).isGreaterThanOrEqualTo(least));
        }
    }

    @Test
    void moreThanTheImageHoldsMakesOneRegion() {
        LabelMap labels = LabelGrids.read("regions.txt");
        LabelMap one = SmallRegions.merge(labels, LabelGrids.colours(labels.size()), Integer.MAX_VALUE);
        assertThat(one.count()).isEqualTo(1);
    }

    @Test
    void zeroChangesNothingAndLessIsRefused() {
        LabelMap labels = LabelGrids.read("regions.txt");
        Image image = LabelGrids.colours(labels.size());
        assertThat(SmallRegions.merge(labels, image, 0)).isSameAs(labels);
        assertThatThrownBy(() -> SmallRegions.merge(labels, image, -3)).hasMessageContaining("-3");
    }

    private static Image grey(Size size, int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) samples[at];
        }
        return Image.wrap(size, Layout.GREY, bytes);
    }
}
