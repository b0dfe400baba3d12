package org.vung.classic.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Scenes;
import org.vung.classic.threshold.Threshold.Options;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class ThresholdTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new Threshold(Options.at(127));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pictures.csv", numLinesToSkip = 1)
    void everyTypePaintsOpenCvsPicture(double value, Threshold.Type type, double max, String crc32) {
        Options options = new Options(value, type, max, Grey.STANDARD);
        Image picture = new Threshold(options).filter(Scenes.named("scene8"));
        CRC32 crc = new CRC32();
        crc.update(picture.sharedBytes());
        assertThat(String.format("%08x", crc.getValue())).isEqualTo(crc32);
    }

    @ParameterizedTest
    @EnumSource(Threshold.Type.class)
    void everyTypePaintsDeepImagesAsItPaintsBytes(Threshold.Type type) {
        byte[] bytes = new byte[256];
        short[] shorts = new short[256];
        float[] floats = new float[256];
        for (int value = 0; value < 256; value++) {
            bytes[value] = (byte) value;
            shorts[value] = (short) value;
            floats[value] = value;
        }
        Size size = new Size(16, 16);
        for (double limit : new double[] {-1, 0, 99, 127, 128, 200, 255}) {
            Threshold threshold = new Threshold(Options.at(limit).withType(type).withMax(77));
            Image picture = threshold.filter(Image.wrap(size, Layout.GREY, bytes));
            Image deep = threshold.filter(Image.wrap(size, Layout.GREY, shorts));
            Image real = threshold.filter(Image.wrap(size, Layout.GREY, floats));
            for (int value = 0; value < 256; value++) {
                float painted = picture.sample(value / 16, value % 16, 0);
                assertThat(deep.sample(value / 16, value % 16, 0)).isEqualTo(painted);
                if (limit >= 0) {
                    assertThat(real.sample(value / 16, value % 16, 0)).isEqualTo(painted);
                }
            }
        }
    }

    @Test
    void labelsAreOneAboveTheValueAndInvertedTypesSwapThem() {
        Image image = Image.of(new Size(1, 3), Layout.GREY, new byte[] {99, 100, 101});
        assertThat(labels(Options.at(100.5), image)).containsExactly(0, 0, 1);
        assertThat(labels(Options.at(100.5).withType(Threshold.Type.TRUNC), image))
                .containsExactly(0, 0, 1);
        assertThat(labels(Options.at(100.5).withType(Threshold.Type.BINARY_INV), image))
                .containsExactly(1, 1, 0);
        assertThat(labels(Options.at(1000), image)).containsExactly(0, 0, 0);
    }

    @Test
    void notANumberIsBackgroundForEveryType() {
        Image image = Image.of(new Size(1, 3), Layout.GREY, new float[] {0.2f, Float.NaN, 0.8f});
        assertThat(labels(Options.at(0.5), image)).containsExactly(0, 0, 1);
        assertThat(labels(Options.at(0.5).withType(Threshold.Type.BINARY_INV), image))
                .containsExactly(1, 0, 0);
    }

    @Test
    void theTutorialsGreySwapsRedAndBlue() {
        Image red = Image.of(new Size(1, 1), Layout.RGB, new byte[] {(byte) 255, 0, 0});
        assertThat(labels(Options.at(50), red)).containsExactly(1);
        assertThat(labels(Options.at(50).withGrey(Grey.TUTORIAL), red)).containsExactly(0);
    }

    @Test
    void aTargetOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Threshold(Options.at(1)).apply(Scenes.named("scene8"), new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2867 pixels, got 5");
        assertThatThrownBy(() -> new Threshold(Options.at(1)).apply(Scenes.named("scene16"), new byte[53 * 71]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UINT16");
    }

    private static int[] labels(Options options, Image image) {
        Partition partition = new Threshold(options).segment(image);
        return partition.labels().sharedLabels();
    }
}
