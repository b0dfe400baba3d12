package org.vung.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.Dataset;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/** Data sets that are damaged or mean harm: one worded error that names the file. */
class HostileTest {

    private static final String IMAGES = "\"images\":[{\"id\":1,\"file_name\":\"a.png\",\"height\":4,\"width\":6}]";
    private static final String CATEGORIES = "\"categories\":[{\"id\":1,\"name\":\"cat\"}]";

    @TempDir
    private Path folder;

    @BeforeEach
    void image() throws IOException {
        ImageFiles.write(Image.wrap(new Size(4, 6), Layout.GREY, new byte[24]), folder.resolve("a.png"), Existing.KEEP);
    }

    private Throwable reading(String format) {
        return catchThrowable(() -> {
            Dataset set = Datasets.open(folder, Optional.of(format));
            for (int index = 0; index < set.items().size(); index++) {
                set.image(index);
                set.truth(index);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"segmentation":[[0,0,3,0,3]]}                              | must have polygons of at least 3 corners
            {"segmentation":[[0,0,3,0,1e300,3]]}                        | corners must lie within 4 times
            {"segmentation":[["a",0,3,0,3,3]]}                          | must be a finite number
            {"segmentation":{"size":[4,6],"counts":[20,10]}}            | must add up to the 24 pixels of 4x6, got 30
            {"segmentation":{"size":[4,6],"counts":[20,-10,14]}}        | must be at least 0, got -10
            {"segmentation":{"size":[4,6],"counts":[1e12]}}             | must be whole numbers
            {"segmentation":{"size":[6,4],"counts":[24]}}               | mask must have the image's size 4x6, got 6x4
            {"segmentation":{"size":[4,6],"counts":"oooo"}}             | must end with a whole count
            {"segmentation":{"size":[99999,99999],"counts":"1"}}        | size must be 1x1 … 2^31 pixels
            {"segmentation":[[0,0,3,0,3,3]],"bbox":[1,1,-3,2]}          | the last two at least 0
            {"segmentation":[[0,0,3,0,3,3]],"area":-1}                  | area must be at least 0
            {"segmentation":[[0,0,3,0,3,3]],"iscrowd":7}                | iscrowd must be a whole number 0 … 1
            {"bbox":[0,0,1,1]}                                          | maskless=skip
            """)
    void annotations(String annotation, String message) throws IOException {
        String full = "{\"id\":5,\"image_id\":1,\"category_id\":1," + annotation.substring(1);
        Path json = folder.resolve("annotations.json");
        Files.writeString(json, "{" + IMAGES + "," + CATEGORIES + ",\"annotations\":[" + full + "]}");
        assertThat(reading("coco"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("annotation 5")
                .hasMessageContaining(message)
                .hasMessageStartingWith(json.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"images":[{"id":1,                                          | is no whole JSON
            []                                                           | must hold one JSON object
            {"images":[],"annotations":[]}                               | must have the lists categories
            {"images":7,"annotations":[],"categories":[]}                | 'images' must be an array
            {"images":[{"id":1,"file_name":"../../etc/passwd","height":1,"width":1}],"annotations":[],"categories":[]} | must stay inside
            {"images":[{"id":1,"file_name":"a.png","height":-1,"width":1}],"annotations":[],"categories":[]} | must be a whole number 1
            {"images":[{"id":1,"file_name":"a.png","height":99999999999999999999,"width":1}],"annotations":[],"categories":[]} | must be a whole number 1
            {"images":[null],"annotations":[],"categories":[]}           | images[0] must be an object
            {"images":[],"annotations":[{"image_id":1,"category_id":2}],"categories":[]} | must have a category of the list
            """)
    void files(String text, String message) throws IOException {
        Path json = folder.resolve("annotations.json");
        Files.writeString(json, text);
        assertThat(reading("coco"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(json.toString());
    }

    @Test
    void deepNesting() throws IOException {
        Path json = folder.resolve("annotations.json");
        for (String before : new String[] {"{\"info\":", "{\"images\":["}) {
            Files.writeString(json, before + "[".repeat(1_000_000));
            assertThat(reading("coco")).isInstanceOf(IOException.class).hasMessageContaining("is no whole JSON");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0.1 0.1 0.9 0.1 0.5 | even number of coordinates
            0 0.1 0.1 0.9 0.1 50 2| corners must be shares
            0 a 0.1 0.9 0.1 0.5 0.5| corners must be shares
            9 0 0 1 0 1 1         | class must be 0 … 0, got '9'
            0 0.5 0.5 1 1         | maskless=skip
            """)
    void yoloLines(String line, String message) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("labels"));
        Files.move(folder.resolve("a.png"), folder.resolve("images/a.png"));
        Files.writeString(folder.resolve("data.yaml"), "names: [cat]\n");
        Files.writeString(folder.resolve("labels/a.txt"), "0 0 0 1 0 1 1\n" + line + "\n");
        assertThat(reading("yolo"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.txt: line 2: ")
                .hasMessageContaining(message);
    }

    @Test
    void masksThatNeedAWord() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        Files.move(folder.resolve("a.png"), folder.resolve("images/a.png"));
        assertThat(reading("pairs")).hasMessageContaining("no image has a mask");
        byte[] shades = new byte[24];
        for (int pixel = 0; pixel < 24; pixel++) {
            shades[pixel] = (byte) (10 * pixel);
        }
        Path mask = folder.resolve("masks/a.png");
        ImageFiles.write(Image.wrap(new Size(4, 6), Layout.GREY, shades), mask, Existing.KEEP);
        assertThat(reading("pairs")).hasMessageStartingWith(mask.toString()).hasMessageContaining("threshold=128");
        assertThat(reading("pairs:threshold=128")).isNull();
        assertThat(reading("pairs:classes=3"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds label 10 at row 0, column 1, which has no class");
        assertThat(reading("pairs:classes=231,ignore=255")).isNull();
        assertThat(reading("pairs:images=nowhere")).hasMessageContaining("no such folder");
        ImageFiles.write(Image.wrap(new Size(1, 1), Layout.RGB, new byte[] {9, 8, 7}), mask, Existing.REPLACE);
        assertThat(reading("pairs")).hasMessageContaining("classes=name:rrggbb");
        assertThat(reading("pairs:classes=soil:090808+crop:000000"))
                .hasMessageContaining("holds colour #090807 at row 0, column 0");
    }

    @Test
    void truthOfAnotherSize() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        Files.move(folder.resolve("a.png"), folder.resolve("images/a.png"));
        ImageFiles.write(
                Image.wrap(new Size(6, 4), Layout.GREY, new byte[24]), folder.resolve("masks/a.png"), Existing.KEEP);
        Dataset set = Datasets.open(folder, Optional.of("pairs"));
        for (String format : Datasets.names()) {
            if (!format.equals("cityscapes")) {
                assertThat(catchThrowable(() -> Conversion.write(set, folder.resolve("out"), format, Existing.KEEP)))
                        .as(format)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("must have its image's size 4x6, got 6x4")
                        .hasMessageContaining("upright");
            }
        }
    }
}
