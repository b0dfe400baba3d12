package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.nets.file.ModelFile;
import tools.jackson.databind.JsonNode;

/** From a folder of pairs to pictures, by a network of 32×32 that has learned for two steps. */
class TranslateCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void pairs() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        for (int at = 0; at < 5; at++) {
            byte[] rgb = new byte[40 * 80 * 3];
            for (int pixel = 0; pixel < 40 * 80; pixel++) {
                rgb[pixel * 3 + (pixel % 80 < 40 ? 0 : 2)] = (byte) (pixel % 40 < 8 * at ? 220 : 30);
            }
            ImageFiles.write(Image.wrap(new Size(40, 80), Layout.RGB, rgb), data.resolve(at + ".png"), Existing.KEEP);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String trained() {
        Run run = Run.of(
                "train",
                "--data",
                path("data"),
                "--from",
                "side-by-side:image=right",
                "--model",
                "pix2pix",
                "--steps",
                "2",
                "--set",
                "model.width=2",
                "--name",
                "bars",
                "-o",
                path("runs"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("crop: 32x32", "use it: vung translate IMAGE -m ");
        return run.out().strip();
    }

    private Run translate(String model, String... more) {
        List<String> words = new ArrayList<>(List.of("translate", "-m", model, "-o", path("out")));
        words.addAll(Arrays.asList(more));
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void imagesBecomePictures() throws Exception {
        String model = trained();
        assertThat(model).isEqualTo(path("runs/bars-1/last.vung"));
        assertThat(folder.resolve("runs/bars-1/samples/step-00000002.png")).exists();
        assertThat(ModelFile.read(Path.of(model)).about()).containsKeys("trained on", "plan");
        Path photo = Run.photo(folder.resolve("photo.png"));
        Run run = translate(model, photo.toString(), path("nothing.png"), "--json");
        assertThat(run.code()).isEqualTo(5);
        JsonNode results = run.json().path("results");
        assertThat(results).hasSize(2);
        Path picture = Path.of(results.path(0).path("picture").asString());
        assertThat(picture).isEqualTo(folder.resolve("out/photo.picture.png"));
        Image made = ImageFiles.read(picture);
        assertThat(made.size()).isEqualTo(new Size(32, 32));
        assertThat(results.path(1).path("exit_code").asInt()).isEqualTo(6);
        assertThat(translate(model, photo.toString()).code())
                .as("nothing is overwritten")
                .isEqualTo(6);
        assertThat(translate(model, photo.toString(), "--overwrite", "--seed", "3")
                        .code())
                .isZero();
    }

    @Test
    void aDataSetBecomesADataSet() throws Exception {
        String model = trained();
        Run run = translate(
                model,
                "--data",
                path("data"),
                "--from",
                "side-by-side:image=right",
                "--list",
                path("runs/bars-1/validation.txt"),
                "--side-by-side");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> held = Files.readAllLines(folder.resolve("runs/bars-1/validation.txt"));
        assertThat(held).hasSize(1);
        Image both = ImageFiles.read(folder.resolve("out/" + held.get(0) + ".png"));
        assertThat(both.size()).isEqualTo(new Size(32, 64));
        assertThat(Run.of("data", "stats", path("out"), "--from", "side-by-side")
                        .out())
                .contains("32x32", "pictures");
    }

    @Test
    void whatCannotBeDoneIsToldInOneLine() throws Exception {
        String model = trained();
        assertThat(translate(model).err()).contains("name images, or a data set with --data");
        assertThat(translate(model, "a.png", "--data", path("data")).code()).isEqualTo(2);
        assertThat(translate(model, "a.png", "--list", "b.txt").err())
                .contains("--from and --list must go with --data");
        assertThat(translate("membrane", "a.png").err()).contains("model must make pictures", "vung segment");
        Run segment = Run.of("segment", path("data/1.png"), "-m", model, "-o", path("out"));
        assertThat(segment.code()).isEqualTo(2);
        assertThat(segment.err()).contains("vung translate");
    }
}
