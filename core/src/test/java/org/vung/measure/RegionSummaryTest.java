package org.vung.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

class RegionSummaryTest {

    private static final Size SIZE = new Size(2, 3);
    private static final Image IMAGE = Image.wrap(SIZE, Layout.GREY, new byte[] {1, 2, 3, 4, 5, 6});

    @Test
    void aMaskIsTheRegionOfItsPixels() {
        RunLengths mask = RunLengths.of(SIZE, new boolean[] {false, true, false, false, true, true});
        RegionSummary summary = RegionSummary.of(7, mask, IMAGE).orElseThrow();
        assertThat(summary).isEqualTo(new RegionSummary(7, 3, 0.5, new Box(0, 1, 2, 2), List.of(13 / 3.0)));
        LabelMap labels = LabelMap.of(SIZE, new int[] {0, 1, 0, 0, 1, 1});
        RegionSummary region = Regions.of(labels, IMAGE).get(1).summary();
        assertThat(RegionSummary.of(1, mask, IMAGE)).contains(region);
    }

    @Test
    void aMaskWithoutPixelsIsNone() {
        assertThat(RegionSummary.of(1, RunLengths.empty(SIZE), IMAGE)).isEmpty();
    }

    @Test
    void aMaskOfAnotherImageIsRefused() {
        assertThatThrownBy(() -> RegionSummary.of(1, RunLengths.empty(new Size(3, 2)), IMAGE))
                .hasMessage("mask must have the image's size 2x3, got 3x2");
    }
}
