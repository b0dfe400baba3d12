package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.catalog.TinyDetector;
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
import org.vung.torch.device.Cuda;
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
    void aDetectorLooksForObjectsInNoise() throws IOException {
        String tiny = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
        Run run = Run.of("model", "test", tiny);
        assertThat(run.out())
                .hasLineCount(5)
                .containsPattern("ok +finite weights +0 of \\d+ are not")
                .containsPattern("ok +finite answer +[1-9]\\d* objects in noise")
                .containsPattern("ok +same answer twice")
                .containsPattern(
                        "(ok|miss) +bfloat16 objects +[1-9]\\d* of \\d+ sure ones as in float32"); // by formula
        Run untrained = Run.of("model", "test", "maskrcnn-resnet18-fpn", "--size", "64x64");
        assertThat(untrained.code()).as(untrained.out()).isZero();
        assertThat(untrained.out()).containsPattern("skipped +finite answer .*not judged without trained weights");
        Run cuda = Run.of("model", "test", tiny, "--device", "cuda");
        assertThat(cuda.code()).isEqualTo(2);
        assertThat(cuda.err()).hasLineCount(1).contains("which finds objects one by one; leave it away");
    }

    @Test
    void aDetectorOfNumbersThatAreNoneMisses() throws IOException {
        ModelFile tiny = ModelFile.read(TinyDetector.write(folder.resolve("tiny.vung"), true));
        List<NamedTensor> tensors = new ArrayList<>();
        tiny.graph().parameters().forEach((key, parameter) -> {
            float[] numbers = tiny.numbers().of(key, parameter);
            numbers[0] = Float.NaN;
            tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers));
        });
        String broken = folder.resolve("broken.vung").toString();
        new ModelFile(
                        tiny.graph(),
                        Weights.of(tensors),
                        tiny.preprocessing(),
                        tiny.answer(),
                        tiny.classes(),
                        Map.of(),
                        tiny.settings())
                .write(Path.of(broken), Existing.KEEP);
        Run run = Run.of("model", "test", broken);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(run.out())
                .containsPattern("miss +finite weights +[1-9]")
                .containsPattern("miss +finite answer +0 objects in noise");
    }

    @Test
    void aDeviceThatIsMissingIsOneLine() throws IOException {
        assumeFalse(Cuda.found().isReady(), "there is a graphics processor");
        String model = model(1);
        String photo = "../examples/cells.png";
        String out = folder.resolve("out").toString();
        String figure = folder.resolve("figure.png").toString();
        for (String[] command : List.of(
                new String[] {"model", "test", model, "--device", "cuda"},
                new String[] {"model", "bench", model, "--device", "CUDA"},
                new String[] {"segment", photo, "-m", model, "-o", out, "--device", "cuda"},
                new String[] {"segment", photo, "-m", model + ":device=cuda", "-o", out},
                new String[] {"compare", photo, "-m", model, "-o", figure, "--device", "cuda"})) {
            Run run = Run.of(command);
            assertThat(run.code()).as(String.join(" ", command)).isEqualTo(4);
            assertThat(run.err()).hasLineCount(1).contains("device cuda must be there: ", "or use --device cpu");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aDeviceThatMeansNothingIsRefusedAsMistyped() {
        Run unknown = Run.of("model", "test", "unet", "--device", "gpu");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).hasLineCount(1).contains("device must be one of auto, cpu, cuda, got 'gpu'");
        Run classic = Run.of("segment", "../examples/cells.png", "--device", "cuda");
        assertThat(classic.code()).isEqualTo(2);
        assertThat(classic.err()).hasLineCount(1).contains("got 'kmeans:k=3', which runs on the processor");
        Run onnx = Run.of("model", "bench", "enet", "--runtime", "onnx", "--device", "cuda");
        assertThat(onnx.code()).isEqualTo(2);
        assertThat(onnx.err()).hasLineCount(1).contains("--runtime torch");
    }

    @Test
    void onTheProcessorTheDeviceIsTold() throws IOException {
        String[] segment = {"segment", "../examples/cells.png", "-m", model(1), "-o", folder.toString(), "--json"};
        List<String> words = new ArrayList<>(List.of(segment));
        words.addAll(List.of("--device", "cpu"));
        Run run = Run.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = run.json().path("results").get(0);
        assertThat(result.path("method").asString()).endsWith(".vung:device=cpu");
        assertThat(result.path("findings").path("device").asString()).isEqualTo("cpu");
        JsonNode bench = Run.of("model", "bench", model(1), "--runs", "1", "--device", "cpu", "--json")
                .json();
        assertThat(bench.path("device").asString()).isEqualTo("cpu");
    }

    @Test
    void theWholeWayToLabelsIsTimedForModelsWithWeights() throws IOException {
        Run whole = Run.of("model", "bench", model(1), "--size", "40x24", "--runs", "2", "--whole", "--json");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.json().path("seconds")).hasSize(2).allMatch(second -> second.asDouble() > 0);
        String tiny = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
        Run objects = Run.of("model", "bench", tiny, "--runs", "1", "--whole", "--json");
        assertThat(objects.code()).as(objects.err()).isZero();
        Run without = Run.of("model", "bench", "unet", "--whole");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("--whole must have a model with weights, got 'unet'");
        assertThat(Run.of("model", "bench", model(1), "--whole", "--training", "2")
                        .code())
                .isEqualTo(2);
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
