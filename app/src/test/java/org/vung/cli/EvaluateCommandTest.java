package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {

    private static final Size SIZE = new Size(4, 10);

    @TempDir
    private Path folder = Path.of("");

    private Path set = Path.of("");

    /** Bright squares on dark ground; the truth of image n lies n pixels further to the right. */
    @BeforeEach
    void writeSet() throws Exception {
        set = folder.resolve("squares");
        Files.createDirectories(set.resolve("images"));
        Files.createDirectories(set.resolve("masks"));
        for (int image = 0; image < 5; image++) {
            write(set.resolve("images/" + image + ".png"), 2, 200, 20);
            write(set.resolve("masks/" + image + ".png"), 2 + image, 255, 0);
        }
    }

    private static void write(Path file, int left, int bright, int dark) throws Exception {
        byte[] samples = new byte[SIZE.pixels()];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            int column = pixel % SIZE.width();
            samples[pixel] = (byte) (column >= left && column < left + 4 ? bright : dark);
        }
        ImageFiles.write(Image.wrap(SIZE, Layout.GREY, samples), file, Existing.REPLACE);
    }

    private Run evaluate(String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"evaluate", "otsu", "--data", set.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.of(args);
    }

    private static JsonNode score(JsonNode report, String name, String of) {
        for (JsonNode each : report.path("scores")) {
            if (each.path("score").asString().equals(name)
                    && each.path("of").asString("").equals(of)) {
                return each;
            }
        }
        throw new AssertionError("no score " + name + " in " + report);
    }

    /** Images 0 … 4 overlap in 4, 3, 2, 1 and 0 of 4 columns: 10 of 20 right, 10 invented, 10 missed. */
    @Test
    void aSetIsScoredAsAWhole() {
        Run run = evaluate("--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = run.json();
        assertThat(report.path("schema_version").asInt()).isEqualTo(1);
        assertThat(report.path("images").asInt()).isEqualTo(5);
        assertThat(score(report, "IoU", "foreground").path("value").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score(report, "accuracy", "").path("value").asDouble()).isCloseTo(0.6, within(1e-12));
        assertThat(score(report, "accuracy", "").path("low").asDouble()).isBetween(0.2, 0.6);
        assertThat(score(report, "accuracy", "").path("high").asDouble()).isBetween(0.6, 1.0);
    }

    @Test
    void theTableIsForPeople() {
        Run run = evaluate("--scores", "semantic,regions,instances");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("otsu on squares: 5 images\n")
                .contains("mean IoU", "95 % limits", "foreground  0.3333", "covering", "AP at 0.5", "0.50");
    }

    @Test
    void filesShowEveryImageAndTheWorst() throws Exception {
        Path out = folder.resolve("report");
        Run run = evaluate("-o", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("images.csv"), StandardCharsets.UTF_8)
                        .lines())
                .hasSize(6)
                .first()
                .asString()
                .startsWith("image,group,mean IoU,accuracy,");
        assertThat(Files.readString(out.resolve("images.csv"), StandardCharsets.UTF_8))
                .contains("\n0,0,1.0,1.0,");
        assertThat(ImageFiles.read(out.resolve("worst-1.png")).width()).isGreaterThan(400);
        assertThat(out.resolve("best-3.png")).exists();
        assertThat(Files.readString(out.resolve("evaluation.json"), StandardCharsets.UTF_8))
                .contains("worst-1.png");
        Run again = evaluate("-o", out.toString());
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.err()).contains("exists already; add --overwrite");
    }

    @Test
    void twoMethodsAreJudgedOnTheSameImages() {
        Run run = evaluate("--compare", "threshold:value=250", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode iou = score(run.json(), "IoU", "foreground");
        assertThat(iou.path("other_value").asDouble()).isZero();
        assertThat(iou.path("gain_value").asDouble()).isCloseTo(-1 / 3.0, within(1e-12));
        assertThat(iou.path("p").asDouble()).isBetween(0.0, 0.2);
        assertThat(evaluate("--compare", "threshold:value=250").out())
                .contains("otsu beside threshold:value=250", "gain");
    }

    @Test
    void aListChoosesImages() throws Exception {
        Path list = Files.writeString(folder.resolve("one.txt"), "0\n");
        Run run = evaluate("--list", list.toString(), "--json");
        assertThat(run.json().path("images").asInt()).isEqualTo(1);
        assertThat(score(run.json(), "mean IoU", "").path("value").asDouble()).isEqualTo(1);
    }

    @Test
    void aBrokenImageIsToldAndTheRestIsScored() throws Exception {
        Files.writeString(set.resolve("images/3.png"), "no picture");
        Run run = evaluate("--json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("3.png");
        assertThat(run.json().path("images").asInt()).isEqualTo(4);
        assertThat(run.json().path("errors").get(0).path("subject").asString()).isEqualTo("3");
    }

    @Test
    void whatDoesNotFitIsOneLineWithTheMend() {
        Run regions = Run.of("evaluate", "slic:segments=12", "--data", set.toString());
        assertThat(regions.code()).isEqualTo(3);
        assertThat(regions.err())
                .contains("at most 2 regions", "--scores regions")
                .hasLineCount(1);
        Run soft = evaluate("--scores", "binary");
        assertThat(soft.code()).isEqualTo(2);
        assertThat(soft.err()).contains("must go with a method that gives probabilities");
        assertThat(evaluate("--tta", "turns").err()).contains("--tta turns must go with");
        assertThat(evaluate("--scores", "semantik").err()).contains("did you mean 'semantic'?");
        assertThat(evaluate("--drawings", "7").err()).contains("rounds must be at least 100, got 7");
        assertThat(Run.of("evaluate", "otsu", "--data", folder.resolve("none").toString())
                        .code())
                .isNotZero();
    }
}
