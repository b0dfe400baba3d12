package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.file.Existing;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphJson;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Models;
import org.vung.nets.model.pix2pix.Generator;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.published.Sha256;
import org.vung.nets.weights.safetensors.SafetensorsFile;

/** Weights by name and by address, from a server of our own. */
class ModelImportTest {

    private static final String NETWORK = "lraspp-mobilenetv3";
    private static final String FILE = "lraspp_mobilenet_v3_large-d234d4ea.pth";

    @TempDir
    Path folder = Path.of("");

    private HttpServer server;
    private String address = "";
    private String sum = "";

    @BeforeEach
    void serve() throws IOException {
        Path weights = folder.resolve("weights");
        List<NamedTensor> tensors = new ArrayList<>();
        Graph graph = Models.named(NETWORK).graph();
        graph.parameters()
                .forEach((key, parameter) -> tensors.add(
                        NamedTensor.of(key, parameter.dimensions(), Deterministic.numbers(key, parameter))));
        new SafetensorsFile(Weights.of(tensors), Map.of()).write(weights, Existing.KEEP);
        sum = Sha256.of(weights);
        byte[] content = Files.readAllBytes(weights);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/models/" + FILE, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/models";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Run imported(String... more) {
        List<String> command = new ArrayList<>(List.of("model", "import", NETWORK));
        command.addAll(Arrays.asList(more));
        command.addAll(List.of("--cache", folder.resolve("cache").toString()));
        command.addAll(List.of("-o", folder.resolve("out.vung").toString(), "--overwrite"));
        return Run.of(command.toArray(String[]::new));
    }

    @Test
    void aNameFetchesItsWeightsClassesAndPreprocessing() throws IOException {
        Run run = imported("--download", "--from", address, "--sha256", sum);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("fetching " + address + "/" + FILE, "SHA-256 " + sum);
        ModelFile model = ModelFile.read(folder.resolve("out.vung"));
        assertThat(model.classNames()).hasSize(21).contains("aeroplane");
        assertThat(model.preprocessing()).isEqualTo(Preprocessing.imageNet());
        assertThat(model.about())
                .containsEntry("sha256", sum)
                .containsEntry("weights", FILE)
                .containsEntry("source", address + "/" + FILE);
        server.stop(0);
        Run again = imported("--download", "--from", address, "--sha256", sum);
        assertThat(again.code()).isZero();
        assertThat(again.err()).doesNotContain("fetching");
    }

    @Test
    void aGeneratorMakesPictures() throws IOException {
        Graph graph = Generator.of(new Shape(3, 32, 32), 3, 4, 5);
        Path drawn = Files.writeString(folder.resolve("made.json"), GraphJson.write(graph));
        Path weights = folder.resolve("made.safetensors");
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters()
                .forEach((key, parameter) -> tensors.add(
                        NamedTensor.of(key, parameter.dimensions(), Deterministic.numbers(key, parameter))));
        new SafetensorsFile(Weights.of(tensors), Map.of()).write(weights, Existing.KEEP);
        Path out = folder.resolve("made.vung");
        Run run = Run.of(
                "model",
                "import",
                drawn.toString(),
                "--weights",
                weights.toString(),
                "--answer",
                "picture",
                "-o",
                out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        ModelFile model = ModelFile.read(out);
        assertThat(model.answer()).isEqualTo(Answer.PICTURE);
        assertThat(model.classes()).isEmpty();
        assertThat(model.preprocessing()).isEqualTo(Preprocessing.centred(Preprocessing.Colours.RGB));
        Run test = Run.of("model", "test", out.toString());
        assertThat(test.code()).as(test.out() + test.err()).isZero();
        assertThat(test.out())
                .hasLineCount(5)
                .containsPattern("ok +finite weights +0 of \\d+ are not")
                .containsPattern("ok +picture of noise +32x32, \\d{2,} colours")
                .containsPattern("ok +same picture twice")
                .containsPattern("skipped +tiles as whole +an image is resized");
        Run cuda = Run.of("model", "test", out.toString(), "--device", "cuda");
        assertThat(cuda.code()).isEqualTo(2);
        assertThat(cuda.err()).hasLineCount(1).contains("which makes pictures; leave it away");
        Run named = Run.of(
                "model",
                "import",
                drawn.toString(),
                "--weights",
                weights.toString(),
                "--answer",
                "picture",
                "--classes",
                "voc",
                "-o",
                folder.resolve("no.vung").toString());
        assertThat(named.code()).isEqualTo(2);
        assertThat(named.err()).contains("--classes must be left away");
    }

    @Test
    void aFileThatIsNotThePublishedOneIsRefused() {
        Run run = imported("--download", "--from", address);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("its SHA-256 must begin with d234d4ea, got " + sum)
                .contains("nothing was kept");
        assertThat(folder.resolve("out.vung")).doesNotExist();
    }

    @Test
    void anAddressNeedsASum() {
        Run run = imported("--weights", address + "/" + FILE, "--classes", "voc", "--sha256", sum);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(imported("--weights", address + "/net.pth", "--classes", "voc")
                        .err())
                .contains("--sha256 must be given for an address");
        assertThat(imported("--weights", address + "/none-12345678.pth", "--classes", "voc")
                        .err())
                .contains("the server answered 404");
    }

    @Test
    void aFileHereIsSummedToo() throws IOException {
        String here = folder.resolve("weights").toString();
        assertThat(imported("--weights", here, "--classes", "voc", "--sha256", "00000000")
                        .code())
                .isEqualTo(3);
        assertThat(imported("--weights", here, "--classes", "voc").code()).isZero();
        assertThat(ModelFile.read(folder.resolve("out.vung")).about()).containsEntry("sha256", sum);
    }

    @Test
    void whatDoesNotFitTogetherIsToldAndMistypedNamesAreGuessed() {
        assertThat(imported().err()).contains("--classes must say");
        assertThat(imported("--classes", "voc").err()).contains("give --weights FILE, or --download alone");
        assertThat(imported("--classes", "voc", "--download", "--weights", "x").err())
                .contains("one place");
        Run unknown = Run.of("model", "import", "fcn-resnet5", "--download");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("got 'fcn-resnet5'; did you mean 'fcn-resnet50'?");
        assertThat(Run.of("model", "import", "unet", "--download").err())
                .contains("--download knows the weights of fcn-resnet50", "got 'unet'");
        for (String command : List.of("summary", "plot", "bench", "export")) {
            assertThat(Run.of("model", command, "fcn-resnet5").err()).contains("did you mean 'fcn-resnet50'?");
        }
    }
}
