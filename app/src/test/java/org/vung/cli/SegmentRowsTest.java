package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of an image worked row by row are those of the image at once. */
class SegmentRowsTest {

    @TempDir
    Path folder = Path.of("");

    /** Two layers of 3 × 3; the class 3 of 4 never wins, so that labels do not reach the number of classes. */
    private Path model() throws Exception {
        GraphBuilder net = Graph.builder("two");
        String image = net.input("image", new Shape(3, 32, 32));
        String one = net.relu("r", net.add("c", Convolution.of(3, 8, 3).withPadding(1), image));
        Graph graph = net.output("out", net.add("score", Convolution.of(8, 4, 3).withPadding(1), one))
                .build();
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters().forEach((key, parameter) -> {
            float[] numbers = Deterministic.numbers(key, parameter);
            if (key.equals("score.bias")) {
                numbers[3] = -1e6f;
            }
            tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers));
        });
        List<LabelClass> classes = List.of(
                new LabelClass("a", 0x102030),
                new LabelClass("b", 0xF04030),
                new LabelClass("c", 0x30F010),
                new LabelClass("d", 0x0000FF));
        Path file = folder.resolve("two.vung");
        new ModelFile(
                        graph,
                        Weights.of(tensors),
                        Preprocessing.unit(Preprocessing.Colours.RGB),
                        Answer.LOGITS,
                        classes,
                        Map.of())
                .write(file, Existing.REPLACE);
        return file;
    }

    /** Class d never wins; of the rest, the darker the picture of doubt, the surer. Row by row there is none, so all is read at once. */
    @Test
    void doubtIsWrittenBesideTheLabels() throws Exception {
        String out = folder.resolve("doubt").toString();
        Run run = Run.of(
                "segment",
                "../examples/still-life.jpg",
                "-m",
                model() + ":tta=turns",
                "--rows-from",
                "1",
                "--uncertainty",
                "-o",
                out,
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = run.json().path("results").get(0);
        assertThat(result.path("findings").path("views").asInt()).isEqualTo(8);
        Image doubt = ImageFiles.read(
                Path.of(result.path("outputs").path("uncertainty").asString()));
        assertThat(doubt.layout()).isEqualTo(Layout.GREY);
        assertThat(doubt.size())
                .isEqualTo(
                        ImageFiles.read(Path.of("../examples/still-life.jpg")).size());
        int most = 0;
        for (byte sample : doubt.sharedBytes()) {
            most = Math.max(most, sample & 0xFF);
        }
        assertThat(most).as("three classes of four at most").isBetween(1, (int)
                Math.round(255 * Math.log(3) / Math.log(4)));
        Run sure = Run.of("segment", "../examples/still-life.jpg", "--uncertainty", "-o", out + "2");
        assertThat(sure.code()).isEqualTo(2);
        assertThat(sure.err()).contains("--uncertainty must go with a method that gives probabilities");
    }

    private Path picture(String kind) throws Exception {
        Image photo = ImageFiles.read(Path.of("../examples/still-life.jpg"));
        int count = photo.size().pixels() * 3;
        short[] deep = new short[count];
        for (int at = 0; at < count; at++) {
            deep[at] = (short) ((photo.sharedBytes()[at] & 0xFF) * 250 + 1000);
        }
        Path file = folder.resolve("photo." + (kind.equals("png") ? "png" : "tif"));
        Image wide = Image.wrap(photo.size(), Layout.RGB, deep);
        ImageFiles.write(kind.equals("deep tif") ? wide : photo, file, Existing.KEEP);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "deep tif"})
    void filesAreTheSame(String kind) throws Exception {
        Path photo = picture(kind);
        Size size = ImageFiles.read(photo).size();
        String method = model() + ":tile=200";
        Run whole = segment(photo, method, "whole", "1000M");
        Run rows = segment(photo, method, "rows", "1");
        for (String name : List.of("photo.labels.png", "photo.overlay.png")) {
            assertThat(Files.readAllBytes(folder.resolve("rows").resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(folder.resolve("whole").resolve(name)));
        }
        assertThat(result(rows)).isEqualTo(result(whole));
        assertThat(rows.json().path("results").path(0).path("height").asInt()).isEqualTo(size.height());
        assertThat(rows.json().path("results").path(0).path("regions")).hasSizeBetween(2, 3);
        try (Stream<Path> files = Files.list(folder.resolve("rows"))) {
            assertThat(files).hasSize(3);
        }
    }

    private Run segment(Path photo, String method, String out, String rowsFrom) {
        String[] command = {
            "segment",
            photo.toString(),
            "-m",
            method,
            "-o",
            folder.resolve(out).toString(),
            "--json",
            "--rows-from",
            rowsFrom
        };
        Run run = Run.of(command);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    /** All but the times and the names of the folders. */
    private static ObjectNode result(Run run) {
        ObjectNode result = (ObjectNode) run.json().path("results").path(0);
        assertThat(result.path("seconds").path("segment")).hasSize(1);
        result.remove("seconds");
        result.remove("outputs");
        return result;
    }

    @Test
    void damageFarDownLeavesNothingBehind() throws Exception {
        Path photo = picture("tif");
        byte[] file = Files.readAllBytes(photo);
        Files.write(photo, Arrays.copyOf(file, file.length * 2 / 3));
        Run run = Run.of(
                "segment",
                photo.toString(),
                "-m",
                model() + ":tile=200",
                "-o",
                folder.resolve("out").toString(),
                "--rows-from",
                "1");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("photo.tif").contains("truncated");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aWrongNumberIsRefused() throws Exception {
        Run run = Run.of("segment", picture("png").toString(), "--rows-from", "0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--rows-from must be 1 …");
    }
}
