package org.vung.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

class PanelsTest {

    @ParameterizedTest
    @CsvSource({
        "2, 1000, 1500",
        "4, 1000, 1500",
        "4, 1500, 1000",
        "9, 512, 512",
        "16, 600, 800",
        "25, 600, 800",
        "3, 1, 1",
        "2, 20, 5000",
        "2, 5000, 20"
    })
    void everyPanelHasItsSizeAndTheFigureFitsAScreen(int count, int height, int width) {
        List<Size> sizes = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            panels.add(new Panel("panel " + at, "", size -> {
                sizes.add(size);
                return Overlay.coloured(LabelMap.wrap(size, new int[size.pixels()]), Palette.of(0x00FF00));
            }));
        }
        Image figure = Panels.draw(new Size(height, width), panels);
        assertThat(figure.width()).isLessThanOrEqualTo(2000);
        assertThat(figure.height()).isLessThanOrEqualTo(1500);
        assertThat(sizes).hasSize(count);
        assertThat(green(figure)).isEqualTo((long) count * sizes.get(0).pixels());
    }

    @Test
    void sixteenPhotosStayLegible() {
        List<Size> sizes = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        for (int at = 0; at < 16; at++) {
            panels.add(new Panel("kmeans:k=3", "3 regions", size -> {
                sizes.add(size);
                return Overlay.coloured(LabelMap.wrap(size, new int[size.pixels()]), Palette.of(0));
            }));
        }
        Panels.draw(new Size(1000, 1500), panels);
        assertThat(sizes.get(0).width()).isGreaterThan(400);
    }

    @Test
    void picturesAreAveragedDownAndRepeatedUp() {
        Image picture = Image.of(new Size(1, 4), Layout.RGB, new byte[] {0, 0, 0, 10, 20, 30, 0, 0, 0, 50, 60, 70});
        assertThat(Resize.picture(picture, new Size(1, 2)).sharedBytes()).containsExactly(5, 10, 15, 25, 30, 35);
        Image twice = Resize.picture(picture, new Size(2, 8));
        assertThat(twice.sample(1, 2, 1)).isEqualTo(20);
        assertThat(twice.sample(1, 3, 1)).isEqualTo(20);
        assertThat(twice.sample(1, 4, 1)).isEqualTo(0);
    }

    @Test
    void labelsAreNeverMixed() {
        LabelMap labels = LabelMap.of(new Size(1, 4), new int[] {0, 9, 0, 9});
        assertThat(labels.resized(new Size(1, 2)).sharedLabels()).containsExactly(9, 9);
        assertThat(labels.resized(new Size(2, 8)).areas()[9]).isEqualTo(8);
    }

    private static long green(Image figure) {
        long count = 0;
        for (int row = 0; row < figure.height(); row++) {
            for (int column = 0; column < figure.width(); column++) {
                if (figure.sample(row, column, 1) == 255 && figure.sample(row, column, 0) == 0) {
                    count++;
                }
            }
        }
        return count;
    }
}
