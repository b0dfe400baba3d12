package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

/** On five photos of 40×48 with a bright square each. */
class TrainCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void squares() throws Exception {
        Squares.write(folder.resolve("data"));
    }

    private Run train(String... more) {
        List<String> words =
                new ArrayList<>(List.of("train", "-o", folder.resolve("runs").toString()));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void withoutAPlanOneIsMadeAndSaysWhy() throws Exception {
        Run run = train("--data", data(), "--steps", "3", "--set", "model.width=4", "--name", "squares");
        assertThat(run.err()).contains("crop: 64x64", "– images are 40x48", "depth: 3", "colours: grey");
        assertThat(run.code()).describedAs(run.err()).isZero();
        Path model = folder.resolve("runs/squares-1/best.vung");
        assertThat(run.out().strip()).isEqualTo(model.toString());
        assertThat(model).exists();
        assertThat(Files.readAllLines(folder.resolve("runs/squares-1/training.txt")))
                .hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("runs/squares-1/validation.txt")))
                .hasSize(1);
        assertThat(Files.readString(folder.resolve("runs/squares-1/plan.yaml")))
                .contains("  crop: 64x64  # images are 40x48", "  steps: 3\n", "  width: 4\n", "name: 'squares'\n");
    }

    @Test
    void thePlanAloneIsWrittenAndCanBeTrained() throws Exception {
        Run only = train("--data", data(), "--plan-only");
        assertThat(only.code()).describedAs(only.err()).isZero();
        Path plan = folder.resolve("runs/data.yaml");
        assertThat(only.out().strip()).isEqualTo(plan.toString());
        assertThat(Files.readString(plan)).contains("  # ");
        assertThat(Files.readAllLines(folder.resolve("runs/data.training.txt"))).hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("runs/data.validation.txt")))
                .hasSize(1);
        assertThat(train("--data", data(), "--plan-only").code()).isEqualTo(6);
        Run run = train(plan.toString(), "--steps", "1", "--set", "model.width=4");
        assertThat(run.code()).describedAs(run.err()).isZero();
        assertThat(folder.resolve("runs/data-1/last.vung")).exists();
    }

    /** Two halves of the same square as objects: their border is a class, and the network gives them back one by one. */
    @Test
    void objectsOfOneKindAreLearnedByTheirBorders() throws Exception {
        Files.createDirectories(folder.resolve("data/labels"));
        for (int at = 0; at < 5; at++) {
            Image mask = ImageFiles.read(folder.resolve("data/masks/p" + at + ".png"));
            short[] ids = new short[Squares.HEIGHT * Squares.WIDTH];
            for (int pixel = 0; pixel < ids.length; pixel++) {
                boolean object = mask.sample(pixel / Squares.WIDTH, pixel % Squares.WIDTH, 0) > 0;
                ids[pixel] = (short) (!object ? 0 : pixel / Squares.WIDTH % 2 + 1);
            }
            ImageFiles.write(
                    Image.wrap(new Size(Squares.HEIGHT, Squares.WIDTH), Layout.GREY, ids),
                    folder.resolve("data/labels/p" + at + ".png"),
                    Existing.KEEP);
        }
        Run run = train(
                "--data",
                data(),
                "--from",
                "pairs:masks=labels",
                "--steps",
                "2",
                "--name",
                "o",
                "--set",
                "model.width=4");
        assertThat(run.code()).describedAs(run.err()).isZero();
        assertThat(run.err()).contains("objects: 'borders:kind=outline,distance=2' – objects of one kind");
        String model = folder.resolve("runs/o-1/best.vung").toString();
        String photo = folder.resolve("data/images/p0.png").toString();
        Run objects =
                Run.of("segment", photo, "-m", model, "-o", folder.resolve("a").toString(), "--json");
        assertThat(objects.out()).contains("\"objects\" : ");
        Run classes = Run.of(
                "segment",
                photo,
                "-m",
                model + ":objects=none",
                "-o",
                folder.resolve("b").toString(),
                "--json");
        assertThat(classes.out()).contains("\"border\"").doesNotContain("\"objects\" : ");
    }

    @Test
    void imagesAreHeldBackByTheirNames() throws Exception {
        Run run = train("--data", data(), "--steps", "1", "--set", "data.held=[p3, 'p?']", "--name", "h");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("must leave items to learn from");
        Run two = train(
                "--data",
                data(),
                "--steps",
                "1",
                "--set",
                "data.held=[p3, p1]",
                "--set",
                "model.width=4",
                "--name",
                "h");
        assertThat(two.code()).describedAs(two.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("runs/h-1/validation.txt")))
                .containsExactly("p1", "p3");
    }

    @Test
    void foldsAreTrainedAndAnswerTogether() throws Exception {
        Run run = train(
                "--data", data(), "--steps", "2", "--set", "model.width=4", "--name", "sq", "--folds", "2", "--json");
        assertThat(run.code()).describedAs(run.err()).isZero();
        JsonNode answer = run.json();
        double one = answer.path("folds").get(0).path("mean_iou").asDouble();
        double other = answer.path("folds").get(1).path("mean_iou").asDouble();
        assertThat(answer.path("folds")).hasSize(2);
        assertThat(answer.path("mean_iou").asDouble()).isEqualTo((one + other) / 2);
        assertThat(answer.path("mean_iou_deviation").asDouble())
                .isCloseTo(Math.abs(one - other) / Math.sqrt(2), org.assertj.core.data.Offset.offset(1e-12));
        String ensemble = answer.path("ensemble").asString();
        assertThat(ensemble)
                .isEqualTo("ensemble:" + folder.resolve("runs/sq-fold1-1/best.vung") + "+"
                        + folder.resolve("runs/sq-fold2-1/best.vung"));
        String photo = folder.resolve("data/images/p0.png").toString();
        String out = folder.resolve("out").toString();
        Run both = Run.of("segment", photo, "-m", ensemble + ":tta=mirror", "-o", out, "--json");
        assertThat(both.code()).describedAs(both.err()).isZero();
        assertThat(both.out()).contains("\"methods\" : 2");
    }

    @Test
    void theTableHasMeanAndDeviation() {
        Run run = train("--data", data(), "--steps", "1", "--set", "model.width=4", "--folds", "2");
        assertThat(run.code()).describedAs(run.err()).isZero();
        assertThat(run.out()).hasLineCount(5).contains("mean IoU", "\n1 ", "\n2 ", "\nmean ", "\ndeviation ");
    }

    @Test
    void whatDoesNotGoTogetherIsUsage() {
        assertThat(train().err()).hasLineCount(1).contains("--data");
        assertThat(train().code()).isEqualTo(2);
        assertThat(train("--data", data(), "--folds", "1").code()).isEqualTo(2);
        Run resumed = train("--resume", "x", "--steps", "3");
        assertThat(resumed.code()).isEqualTo(2);
        assertThat(resumed.err()).hasLineCount(1).contains("--steps");
        Run wrong = Run.of("segment", "x.png", "-m", "ensemble:a.vung+b.onnx");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1).contains("ensemble:FILE.vung+FILE.vung", "'b.onnx'");
    }
}
