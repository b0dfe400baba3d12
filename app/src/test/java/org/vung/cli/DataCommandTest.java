package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

/** {@code vung data}: counts and conversions. */
class DataCommandTest {

    @TempDir
    private Path folder;

    /** One photo of 96 pixels; the mask marks the 24 green ones. */
    private Path pairs() throws Exception {
        Path pairs = folder.resolve("field");
        Files.createDirectories(pairs.resolve("images"));
        Files.createDirectories(pairs.resolve("masks"));
        Run.photo(pairs.resolve("images/a.png"));
        byte[] mask = new byte[96];
        java.util.Arrays.fill(mask, 60, 84, (byte) 255);
        ImageFiles.write(Image.wrap(new Size(8, 12), Layout.GREY, mask), pairs.resolve("masks/a.png"), Existing.KEEP);
        return pairs;
    }

    @Test
    void statsCountsClasses() throws Exception {
        Run run = Run.of("data", "stats", pairs().toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("schema_version").intValue()).isEqualTo(1);
        assertThat(json.get("format").stringValue()).isEqualTo("pairs");
        assertThat(json.get("classes").get(1).get("pixels").intValue()).isEqualTo(24);
        assertThat(json.get("classes").get(1).get("share").doubleValue()).isEqualTo(0.25);
        assertThat(Run.of("data", "stats", pairs2()).out()).contains("foreground", "25.00 %", "8x12 (1)");
    }

    private String pairs2() {
        return folder.resolve("field").toString();
    }

    @Test
    void convertWritesAndSaysWhatChanged() throws Exception {
        String out = folder.resolve("coco").toString();
        String[] args = {"data", "convert", pairs().toString(), "-o", out, "--to", "coco"};
        Run run = Run.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 image as coco");
        assertThat(run.err()).contains("note: images had classes only");
        Run stats = Run.of("data", "stats", out, "--json");
        assertThat(stats.json().get("objects").get("total").intValue()).isEqualTo(1);
        assertThat(stats.json().get("uncovered_pixels").intValue()).isEqualTo(72);
        Run again = Run.of(args);
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.err()).contains("exists already").hasLineCount(1);
        Run replaced = Run.of("data", "convert", pairs2(), "-o", out, "--to", "voc", "--overwrite", "--json");
        assertThat(replaced.json().get("to").stringValue()).isEqualTo("voc");
        assertThat(Path.of(out, "SegmentationClass", "a.png")).exists();
    }

    @Test
    void mistakesAreOneLine() throws Exception {
        Run unknown = Run.of("data", "convert", pairs().toString(), "-o", folder + "/x", "--to", "cocco");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'coco'?").hasLineCount(1);
        Run none = Run.of("data", "stats", folder.toString());
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("looks like none of the formats").hasLineCount(1);
        Run missing = Run.of("data", "stats", folder.resolve("nowhere").toString());
        assertThat(missing.code()).isEqualTo(6);
        assertThat(Run.of("data").code()).isEqualTo(2);
        assertThat(Run.of("data", "stat", pairs2()).err()).contains("did you mean");
    }
}
