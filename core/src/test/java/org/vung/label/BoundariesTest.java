package org.vung.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class BoundariesTest {

    @ParameterizedTest
    @EnumSource
    void linesAreThoseOfScikitImage(Boundaries.Mode mode) {
        int[] expected =
                LabelGrids.read(mode.name().toLowerCase(Locale.ROOT) + ".txt").sharedLabels();
        boolean[] line = Boundaries.find(LabelGrids.read("regions.txt"), mode);
        for (int pixel = 0; pixel < line.length; pixel++) {
            assertThat(line[pixel]).as("pixel %d", pixel).isEqualTo(expected[pixel] == 1);
        }
    }

    @Test
    void theMarkedPictureIsThatOfScikitImage() {
        LabelMap labels = LabelGrids.read("regions.txt");
        CRC32 digest = new CRC32();
        digest.update(Boundaries.mark(LabelGrids.colours(labels.size()), labels).sharedBytes());
        assertThat(digest.getValue())
                .isEqualTo(Long.parseLong(
                        LabelGrids.lines(BoundariesTest.class, "marked.crc32").get(0)));
    }

    @Test
    void greyBecomesColourAndOpacityIsDropped() {
        LabelMap labels = LabelMap.of(new Size(1, 3), new int[] {1, 1, 2});
        Image grey = Image.of(new Size(1, 3), Layout.GREY_ALPHA, new byte[] {5, 0, 6, 0, 7, 0});
        assertThat(Boundaries.mark(grey, labels, 0x010203, Boundaries.Mode.INNER))
                .isEqualTo(Image.of(new Size(1, 3), Layout.RGB, new byte[] {5, 5, 5, 1, 2, 3, 1, 2, 3}));
    }

    @Test
    void otherSizesAreRefused() {
        Image image = LabelGrids.colours(new Size(4, 4));
        LabelMap labels = LabelMap.of(new Size(2, 8), new int[16]);
        assertThatThrownBy(() -> Boundaries.mark(image, labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4x4")
                .hasMessageContaining("2x8");
    }
}
