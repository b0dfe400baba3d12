package org.vung.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

class ImageFilesWriteTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1} {2}x{3} as {4}")
    @CsvSource({
        "GREY, UINT8, 1, 1, png",
        "GREY, UINT8, 300, 700, png",
        "GREY, UINT16, 31, 57, png",
        "GREY_ALPHA, UINT8, 31, 57, png",
        "GREY_ALPHA, UINT16, 1, 9, png",
        "RGB, UINT8, 700, 900, png",
        "RGB, UINT16, 500, 400, png",
        "RGBA, UINT8, 40, 50, png",
        "RGBA, UINT16, 9, 1, png",
        "GREY, UINT8, 1, 1, tif",
        "GREY, UINT16, 300, 700, tif",
        "GREY, FLOAT32, 257, 256, tiff",
        "GREY_ALPHA, UINT8, 31, 57, tif",
        "GREY_ALPHA, UINT16, 31, 57, tif",
        "RGB, UINT8, 700, 900, tif",
        "RGB, UINT16, 31, 513, tif",
        "RGB, FLOAT32, 255, 300, tif",
        "RGBA, UINT8, 40, 50, tif",
        "RGBA, UINT16, 300, 30, TIF",
        "BANDS, UINT8, 40, 50, tif",
        "BANDS, UINT16, 300, 300, tif",
        "BANDS, FLOAT32, 9, 1, tif"
    })
    void readsBackWhatItWrote(Layout layout, SampleType type, int height, int width, String ending) throws IOException {
        Image image = noise(layout, type, new Size(height, width), 5);
        Path file = folder.resolve("image." + ending);
        ImageFiles.write(image, file, Existing.KEEP);
        assertThat(ImageFiles.read(file)).isEqualTo(image);
    }

    @ParameterizedTest
    @CsvSource({"2, png", "256, png", "257, png", "65536, png", "2, tif", "257, tif", "65537, tif", "2147483646, tif"})
    void labelsReadBackAsTheyAre(int count, String ending) throws IOException {
        LabelMap labels = labels(count);
        Path file = folder.resolve("labels." + ending);
        ImageFiles.writeLabels(labels, Palette.voc(), file, Existing.KEEP);
        assertThat(ImageFiles.readLabels(file, Limits.standard())).isEqualTo(labels);
    }

    @Test
    void paletteLabelsLookAsThePaletteSays() throws IOException {
        Path file = folder.resolve("labels.png");
        LabelMap labels = LabelMap.of(new Size(1, 3), new int[] {0, 1, 2});
        ImageFiles.writeLabels(labels, Palette.of(0x102030, 0xFF0000, 0x00FF7F), file, Existing.KEEP);
        assertThat(ImageFiles.read(file)).isEqualTo(Image.of(new Size(1, 3), Layout.RGB, new byte[] {
            0x10, 0x20, 0x30, (byte) 0xFF, 0, 0, 0, (byte) 0xFF, 0x7F
        }));
    }

    @Test
    void tooManyLabelsForPngAreRefusedWithTheMend() {
        assertThatThrownBy(() -> ImageFiles.writeLabels(
                        labels(65537), Palette.voc(), folder.resolve("labels.png"), Existing.KEEP))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("PNG labels must be at most 65535, got 65536; write a .tif instead");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"jpg, 0.9", "jpeg, 0.9"})
    void jpegIsClose(String ending, double quality) throws IOException {
        Image image = gradient();
        Path file = folder.resolve("image." + ending);
        ImageFiles.writeJpeg(image, quality, file, Existing.KEEP);
        Image back = ImageFiles.read(file);
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                assertThat(back.sample(row, column, 1))
                        .isBetween(image.sample(row, column, 1) - 4, image.sample(row, column, 1) + 4);
            }
        }
    }

    @Test
    void lowerQualityMakesASmallerJpeg() throws IOException {
        Path good = folder.resolve("good.jpg");
        Path poor = folder.resolve("poor.jpg");
        Image image = noise(Layout.GREY, SampleType.UINT8, new Size(100, 100), 0);
        ImageFiles.writeJpeg(image, 0.95, good, Existing.KEEP);
        ImageFiles.writeJpeg(image, 0.3, poor, Existing.KEEP);
        assertThat(Files.size(poor)).isLessThan(Files.size(good) / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "image.gif", "png"})
    void unknownEndingsAreRefused(String name) {
        assertThatThrownBy(() -> ImageFiles.write(gradient(), folder.resolve(name), Existing.KEEP))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("file name must end in .png, .jpg, .jpeg, .tif or .tiff, got");
    }

    @ParameterizedTest
    @CsvSource({"BANDS, UINT8, png", "RGB, FLOAT32, png", "RGBA, UINT8, jpg", "GREY, UINT16, jpg", "BANDS, UINT8, jpg"})
    void samplesThatAFormatHasNotAreRefused(Layout layout, SampleType type, String ending) {
        Image image = noise(layout, type, new Size(4, 5), 5);
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("image." + ending), Existing.KEEP))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("convert it first");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSamePixelsGiveTheSameBytes() throws IOException {
        Image image = noise(Layout.RGB, SampleType.UINT8, new Size(900, 900), 0);
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");
        ImageFiles.write(image, one, Existing.KEEP);
        ImageFiles.write(image, two, Existing.KEEP);
        assertThat(one).hasSameBinaryContentAs(two);
    }

    static Image noise(Layout layout, SampleType type, Size size, int bands) {
        int channels = switch (layout) {
            case GREY -> 1;
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            case RGBA -> 4;
            case BANDS -> bands;
        };
        SplittableRandom random = new SplittableRandom(7);
        int length = size.pixels() * channels;
        byte[] bytes = new byte[length];
        short[] shorts = new short[length];
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            // Runs of one value beside noise, so that both kinds of data pass through the compressor.
            int value = i / 50 % 2 == 0 ? random.nextInt() : i / 1000;
            bytes[i] = (byte) value;
            shorts[i] = (short) value;
            floats[i] = value / 1000f;
        }
        return switch (type) {
            case UINT8 -> Image.wrap(size, layout, bytes);
            case UINT16 -> Image.wrap(size, layout, shorts);
            case FLOAT32 -> Image.wrap(size, layout, floats);
        };
    }

    static LabelMap labels(int count) {
        int[] labels = new int[300 * 300];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) ((long) i * 7919 % count);
        }
        labels[labels.length - 1] = count - 1;
        return LabelMap.wrap(new Size(300, 300), labels);
    }

    private static Image gradient() {
        byte[] samples = new byte[60 * 80 * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 3 % 80 * 2 + 20);
        }
        return Image.wrap(new Size(60, 80), Layout.RGB, samples);
    }
}
