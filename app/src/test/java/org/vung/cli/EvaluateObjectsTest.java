package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.catalog.TinyDetector;
import org.vung.nets.file.ModelFile;
import tools.jackson.databind.JsonNode;

class EvaluateObjectsTest {

    @TempDir
    private Path folder = Path.of("");

    private String set = "";
    private String detector = "";

    @BeforeEach
    void write() throws Exception {
        Squares.write(folder.resolve("squares"));
        set = folder.resolve("squares").toString();
        detector = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
    }

    private Run evaluate(String method, String... more) {
        String[] args = new String[more.length + 8];
        System.arraycopy(
                new String[] {
                    "evaluate", method, "--data", set, "--from", "pairs:classes=background+cell", "--drawings", "100"
                },
                0,
                args,
                0,
                8);
        System.arraycopy(more, 0, args, 8, more.length);
        return Run.of(args);
    }

    private static List<String> families(JsonNode report) {
        return report.path("scores")
                .valueStream()
                .map(each -> each.path("family").asString())
                .distinct()
                .toList();
    }

    private static JsonNode score(JsonNode report, String family, String name, String of) {
        return report.path("scores")
                .valueStream()
                .filter(each -> each.path("family").asString().equals(family)
                        && each.path("score").asString().equals(name)
                        && each.path("of").asString("").equals(of))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDetectorIsShownByObjectsBoxesAndMasks() throws Exception {
        Path out = folder.resolve("report");
        Run run = evaluate(detector, "--json", "-o", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = run.json();
        assertThat(families(report)).containsExactly("instances", "boxes", "masks");
        assertThat(report.path("method").asString()).isEqualTo(detector + ":score=file");
        for (String family : List.of("boxes", "masks")) {
            double recall = score(report, family, "AR100", "").path("value").asDouble();
            assertThat(recall).isBetween(0.0, 1.0);
            assertThat(score(report, family, "AR100", "").path("low").asDouble())
                    .isLessThanOrEqualTo(recall);
            assertThat(score(report, family, "AP", "cell").path("value"))
                    .isEqualTo(score(report, family, "AP", "").path("value"));
            assertThat(score(report, family, "APl", "").path("value").isNull()).isTrue();
        }
        assertThat(Files.readString(out.resolve("images.csv")))
                .startsWith("image,group,AP at 0.5,")
                .contains(",boxes AP,", ",masks AR100,");
        assertThat(out.resolve("worst-1.png")).exists();
    }

    @Test
    void theTableHasThem() {
        Run run = evaluate(detector, "--scores", "boxes");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("boxes", "AP50", "AR100", "cell").doesNotContain("panoptic");
    }

    @Test
    void withoutMasksThereAreBoxesAlone() throws Exception {
        String boxes = TinyDetector.write(folder.resolve("boxes.vung"), false).toString();
        assertThat(families(evaluate(boxes, "--json").json())).containsExactly("instances", "boxes");
        Run masks = evaluate(boxes, "--scores", "masks");
        assertThat(masks.code()).isNotZero();
        assertThat(masks.err()).contains("take --scores boxes");
    }

    @Test
    void objectsCountFromTheScoreOnFromWhichTheFileShowsThem() throws Exception {
        String none = TinyDetector.showing(1, folder.resolve("none.vung")).toString();
        JsonNode report = evaluate(none, "--json").json();
        assertThat(score(report, "instances", "F1 at 0.5", "").path("value").asDouble())
                .isZero();
        assertThat(score(report, "boxes", "AR100", "").path("value"))
                .isEqualTo(score(evaluate(detector, "--json").json(), "boxes", "AR100", "")
                        .path("value"));
    }

    @Test
    void aScoreThatIsGivenHoldsForAllFamilies() {
        JsonNode few = evaluate(detector + ":score=1", "--json").json();
        assertThat(few.path("method").asString()).isEqualTo(detector + ":score=1");
        assertThat(score(few, "boxes", "AR100", "").path("value").asDouble()).isZero();
        assertThat(score(few, "instances", "AP at 0.5", "").path("value").asDouble())
                .isZero();
    }

    @Test
    void besideAMethodWithoutObjectsInstancesAreCompared() {
        Run run = evaluate(detector, "--compare", "otsu", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(families(run.json())).containsExactly("instances");
    }

    @Test
    void scoresThatDoNotFitAreRefused() {
        Run classes = evaluate(detector, "--scores", "semantic,boxes");
        assertThat(classes.code()).isNotZero();
        assertThat(classes.err())
                .contains("--scores must be some of instances,boxes,masks,regions", "got semantic,boxes");
        Run regions = evaluate("otsu", "--scores", "boxes");
        assertThat(regions.code()).isNotZero();
        assertThat(regions.err()).contains("method must find objects with classes and scores for the scores boxes");
        Run views = evaluate(detector, "--tta", "flips");
        assertThat(views.code()).isEqualTo(2);
    }

    @Test
    void aDetectorIsPackedWithOtherSettings() throws Exception {
        String packed = folder.resolve("packed.vung").toString();
        Run pack = Run.of("model", "pack", detector, "-o", packed, "--setting", "objects=objects:score=0.9,most=2");
        assertThat(pack.code()).as(pack.err()).isZero();
        assertThat(ModelFile.read(Path.of(packed)).settings())
                .containsEntry("objects", "objects:score=0.9,most=2")
                .containsEntry("resizing", "fit:shorter=64,longer=96");
        Run wrong = Run.of("model", "pack", detector, "-o", packed, "--setting", "objects=objects:least-score=1");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--setting: option of objects must be one of");
        Run other = Run.of("model", "pack", "membrane", "-o", packed, "--setting", "objects=objects");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("--setting must go with a network that finds objects");
    }
}
