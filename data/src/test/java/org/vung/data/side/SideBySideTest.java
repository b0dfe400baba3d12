package org.vung.data.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Picture;
import org.vung.data.check.DataCheck;
import org.vung.data.check.Finding;
import org.vung.data.check.Kind;
import org.vung.data.format.Conversion;
import org.vung.data.format.Datasets;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;

class SideBySideTest {

    private static final Size HALF = new Size(24, 32);
    private static final int[] COLOURS = {0x0000DE, 0x0030FF, 0xFF5000, 0xC0FF3F};

    @TempDir
    Path folder;

    /** Four areas, a colour each, the same in both halves but for their order. */
    private static Image pair() {
        Image one = areas(0);
        return SideBySideWriter.joined(one, areas(1));
    }

    private static int label(int pixel, int shift) {
        int row = pixel / HALF.width() / 12;
        int column = pixel % HALF.width() / 16;
        return (2 * row + column + shift) % COLOURS.length;
    }

    private static Image areas(int shift) {
        byte[] rgb = new byte[HALF.pixels() * 3];
        for (int pixel = 0; pixel < HALF.pixels(); pixel++) {
            int colour = COLOURS[label(pixel, shift)];
            rgb[pixel * 3] = (byte) (colour >> 16);
            rgb[pixel * 3 + 1] = (byte) (colour >> 8);
            rgb[pixel * 3 + 2] = (byte) colour;
        }
        return Image.wrap(HALF, Layout.RGB, rgb);
    }

    private Dataset open(String format) throws IOException {
        return Datasets.open(folder, Optional.of(format));
    }

    @Test
    void halvesAreImageAndPicture() throws IOException {
        ImageFiles.write(pair(), folder.resolve("a.png"), Existing.KEEP);
        Dataset left = open("side-by-side");
        assertThat(left.image(0)).isEqualTo(areas(0));
        assertThat(left.truth(0)).isEqualTo(new Picture(areas(1)));
        Dataset right = open("side-by-side:image=right");
        assertThat(right.image(0)).isEqualTo(areas(1));
        assertThat(right.truth(0)).isEqualTo(new Picture(areas(0)));
        assertThat(right.classes()).isEmpty();
    }

    @Test
    void smearedColoursAreClassesAgain() throws IOException {
        ImageFiles.writeJpeg(pair(), 0.6, folder.resolve("a.jpg"), Existing.KEEP);
        Dataset set = open("side-by-side:classes=facades");
        LabelMap labels = ((ClassMap) set.truth(0)).labels();
        int[] of = {0, 1, 9, 6}; // the colours' places in the list
        int wrong = 0;
        for (int pixel = 0; pixel < HALF.pixels(); pixel++) {
            int found = labels.sharedLabels()[pixel];
            wrong += found == of[label(pixel, 1)] ? 0 : 1;
            assertThat(found).isIn(0, 1, 9, 6); // none of the colours that a smear runs through
        }
        assertThat(wrong).isLessThan(HALF.pixels() / 20);
        assertThat(DataCheck.of(List.of(set), (done, all) -> {}))
                .as("a JPEG is no damage here")
                .extracting(Finding::kind)
                .containsOnly(Kind.UNUSED_CLASS);
    }

    @Test
    void halvesAreResized() throws IOException {
        ImageFiles.write(pair(), folder.resolve("a.png"), Existing.KEEP);
        Dataset set = open("side-by-side:classes=facades,size=12");
        assertThat(set.image(0).size()).isEqualTo(new Size(12, 12));
        assertThat(set.truth(0).size()).isEqualTo(new Size(12, 12));
    }

    @Test
    void foldersBelowAreSearchedWhereThereIsNoPicture() throws IOException {
        Files.createDirectories(folder.resolve("train"));
        ImageFiles.write(pair(), folder.resolve("train/a.png"), Existing.KEEP);
        assertThat(open("side-by-side:group=/").items().get(0).group()).isEqualTo("train");
        ImageFiles.write(pair(), folder.resolve("b.png"), Existing.KEEP);
        assertThat(open("side-by-side").items()).extracting("name").containsExactly("b");
    }

    @Test
    void classesAreWrittenAndReadAgain() throws IOException {
        ImageFiles.write(pair(), folder.resolve("a.png"), Existing.KEEP);
        Dataset set = open("side-by-side:classes=facades");
        Path out = folder.resolve("out");
        Conversion.write(set, out, "side-by-side", Existing.KEEP);
        Dataset again = Datasets.open(out, Optional.empty());
        assertThat(again.classes()).isEqualTo(set.classes());
        assertThat(again.image(0)).isEqualTo(set.image(0));
        assertThat(again.truth(0)).isEqualTo(set.truth(0));
    }

    @Test
    void picturesAreNoClasses() throws IOException {
        ImageFiles.write(pair(), folder.resolve("a.png"), Existing.KEEP);
        Dataset set = open("side-by-side");
        assertThatThrownBy(() -> Conversion.write(set, folder.resolve("out"), "coco", Existing.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got pictures");
        assertThat(DataCheck.of(List.of(set), (done, all) -> {})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "side-by-side:image=top       | must be one of left, right",
                "side-by-side:size=0          | size must be",
                "side-by-side:size=5000       | size must be",
                "side-by-side:classes=soil+crop | must have colours",
                "side-by-side:unknown=grey,classes=facades | unknown must be a colour",
                "side-by-side:classes=a:102030+b:102030 | must have different colours",
                "side-by-side:half=left       | half"
            })
    void wrongOptionsAreRefused(String format, String message) throws IOException {
        ImageFiles.write(pair(), folder.resolve("a.png"), Existing.KEEP);
        assertThatThrownBy(() -> open(format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void damagedSetsAreNamed() throws IOException {
        assertThatThrownBy(() -> open("side-by-side"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no pictures");
        ImageFiles.write(areas(0).rows(0, 24), folder.resolve("a.png"), Existing.KEEP);
        Image odd = Image.wrap(new Size(1, 3), Layout.GREY, new byte[3]);
        ImageFiles.write(odd, folder.resolve("b.png"), Existing.KEEP);
        Dataset set = open("side-by-side");
        assertThat(set.image(0).size()).isEqualTo(new Size(24, 16));
        assertThatThrownBy(() -> set.image(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("even number of columns");
    }
}
