package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.file.Existing;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ClassList;
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

/** {@code vung model test}. */
class ModelTestCommandTest {

    @TempDir
    Path folder = Path.of("");

    private String model(float first) throws IOException {
        GraphBuilder net = Graph.builder("small");
        String image = net.input("image", new Shape(3, 32, 32));
        String conv = net.relu("relu", net.add("conv", Convolution.of(3, 8, 3).withPadding(1), image));
        Graph graph = net.output("out", net.add("score", Convolution.of(8, 2, 1), conv))
                .build();
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters().forEach((key, parameter) -> {
            float[] numbers = Deterministic.numbers(key, parameter);
            numbers[0] *= first;
            tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers));
        });
        Path file = folder.resolve("m" + first + ".vung");
        new ModelFile(
                        graph,
                        Weights.of(tensors),
                        Preprocessing.unit(Preprocessing.Colours.RGB),
                        Answer.LOGITS,
                        ClassList.numbered(2),
                        Map.of())
                .write(file, Existing.REPLACE);
        return file.toString();
    }

    @Test
    void aSoundModelPassesEveryCheck() throws IOException {
        Run run = Run.of("model", "test", model(1));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .hasLineCount(5)
                .containsPattern("ok +finite weights +0 of 242 are not")
                .containsPattern("ok +finite answer +2×32×32")
                .containsPattern("ok +same answer twice")
                .containsPattern("ok +bfloat16 classes +\\d+\\.\\d+ % as in float32")
                .containsPattern("ok +tiles as whole");
    }

    @Test
    void aModelWithANumberThatIsNoneMisses() throws IOException {
        Run run = Run.of("model", "test", model(Float.NaN), "--json");
        assertThat(run.code()).isEqualTo(4);
        JsonNode json = run.json();
        assertThat(json.path("ok").asBoolean()).isFalse();
        assertThat(json.path("checks").get(0).path("state").asString()).isEqualTo("miss");
        assertThat(json.path("checks").get(0).path("found").asString()).isEqualTo("4 of 242 are not");
    }

    @Test
    void whatMeansNothingForANetworkIsLeftOut() {
        Run run = Run.of("model", "test", "lraspp-mobilenetv3", "--size", "64x64");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .containsPattern("skipped +tiles as whole +the network looks at the whole image")
                .containsPattern("skipped +bfloat16 classes .*not judged without trained weights");
    }

    @Test
    void whatIsNoModelIsOneLine() {
        Run unknown = Run.of("model", "test", "unet-papr");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'unet-paper'?");
        assertThat(Run.of("model", "test", folder.resolve("none.vung").toString())
                        .code())
                .isEqualTo(4);
    }
}
