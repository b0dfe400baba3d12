package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that finds objects one by one, learned from classes whose connected parts are the objects. */
class TrainObjectsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void squares() throws Exception {
        Squares.write(folder.resolve("data"));
    }

    private Run train(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "train",
                "-o",
                folder.resolve("runs").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--model",
                "maskrcnn-resnet18-fpn",
                "--name",
                "o",
                "--set",
                "model.width=4",
                "--set",
                "detector.learn-boxes='choice:boxes=16'"));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void aPlanByTheSizesOfObjectsIsTrainedAndUsed() throws Exception {
        Run run = train("--steps", "2", "--json");
        assertThat(run.code()).describedAs(run.err()).isZero();
        assertThat(run.err()).contains("anchors: 'anchors:sizes=", "– sides of", "mask AP", "box AP");
        assertThat(run.json().path("mask_ap").isNumber()).isTrue();
        Path made = folder.resolve("runs/o-1");
        assertThat(Files.readString(made.resolve("plan.yaml"))).contains("detector:\n", "  loss: 'rcnn'\n");
        assertThat(Files.readAllLines(made.resolve("metrics.csv")).get(0))
                .contains("validation/mask-ap,", "validation/pq,", ",ap/");
        assertThat(made.resolve("report.html")).exists();
        Run segment = Run.of(
                "segment",
                folder.resolve("data/images/p0.png").toString(),
                "-m",
                made.resolve("best.vung") + ":score=0",
                "-o",
                folder.resolve("out").toString(),
                "--json");
        assertThat(segment.code()).describedAs(segment.err()).isZero();
        assertThat(segment.json().path("results").path(0).path("kind").asString())
                .isEqualTo("instances");
    }

    @Test
    void foldsAreScoredByTheirPrecision() throws Exception {
        Run run = train("--steps", "1", "--folds", "2");
        assertThat(run.code()).describedAs(run.err()).isZero();
        assertThat(run.out()).contains("mask AP", "panoptic quality", "deviation");
    }

    @Test
    void whatBelongsToOtherNetworksIsRefused() {
        Run run = train("--set", "training.loss=dice");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("training.loss must be rcnn", "got dice");
    }
}
