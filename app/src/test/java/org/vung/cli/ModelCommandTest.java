package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.file.Existing;
import org.vung.nets.file.ModelFile;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.GraphJson;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.safetensors.SafetensorsFile;
import tools.jackson.databind.JsonNode;

class ModelCommandTest {

    @TempDir
    Path folder = Path.of("");

    private String net = "";
    private String figure = "";

    /** 3·8·9 products and 8 sums in the first layer, 8·2 and 2 in the last; a norm of 16 + 16 numbers between. */
    @BeforeEach
    void threeLayers() throws Exception {
        GraphBuilder graph = Graph.builder("small");
        String image = graph.input("image", new Shape(3, 32, 48));
        String conv =
                graph.relu("relu", graph.add("conv", Convolution.of(3, 8, 3).withPadding(1), image));
        String norm = graph.add("norm", BatchNorm.of(8), conv);
        graph.output("out", graph.add("score", Convolution.of(8, 2, 1), norm));
        Path file = folder.resolve("net.json");
        Files.writeString(file, GraphJson.write(graph.build()));
        net = file.toString();
        figure = folder.resolve("deep/net.svg").toString();
    }

    @Test
    void theSummaryIsKerass() {
        Run run = Run.of("model", "summary", net);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Model: \"small\"\n____")
                .containsPattern("conv \\(Conv2D\\) +\\(None, 32, 48, 8\\) +224")
                .contains("Total params: 274\nTrainable params: 258\nNon-trainable params: 16\n")
                .doesNotContain("Activation");
        assertThat(Run.of("model", "summary", net, "--unfolded").out()).contains("relu (Activation)");
    }

    @Test
    void jsonHoldsParametersMultiplyAddsAndLayers() {
        JsonNode json = Run.of("model", "summary", net, "--json").json();
        assertThat(json.path("schema_version").asInt()).isEqualTo(1);
        assertThat(json.path("parameters").asLong()).isEqualTo(224 + 16 + 18);
        assertThat(json.path("statistics").asLong()).isEqualTo(16);
        assertThat(json.path("multiply_adds").asLong()).isEqualTo(32 * 48 * (216 + 16));
        assertThat(json.path("layers")).hasSize(4);
        assertThat(json.path("layers").get(1).path("shape")).hasToString("[8,32,48]");
    }

    @Test
    void anotherSizeCostsAsMuchMore() {
        JsonNode json =
                Run.of("model", "summary", net, "--size", "64x48", "--json").json();
        assertThat(json.path("input")).hasToString("[3,64,48]");
        assertThat(json.path("multiply_adds").asLong()).isEqualTo(2 * 32 * 48 * (216 + 16));
        assertThat(Run.of("model", "summary", net, "--size", "0x5").code()).isEqualTo(2);
    }

    @Test
    void thePictureIsWrittenOnceUnlessAllowed() throws Exception {
        Run run = Run.of("model", "plot", net, "-o", figure);
        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo(figure);
        assertThat(Path.of(figure)).content().startsWith("<svg xmlns=").contains("258 parameters");
        assertThat(Run.of("model", "plot", net, "-o", figure).code()).isEqualTo(6);
        assertThat(Run.of("model", "plot", net, "-o", figure, "--overwrite", "--json")
                        .json()
                        .path("figure")
                        .asString())
                .isEqualTo(figure);
        String dot = folder.resolve("net.dot").toString();
        assertThat(Run.of("model", "plot", net, "-o", dot).code()).isZero();
        assertThat(Path.of(dot)).content().startsWith("digraph {");
        assertThat(Run.of("model", "plot", net, "-o", "net.png").err())
                .hasLineCount(1)
                .contains("--out must end in .svg or .dot, got 'net.png'");
    }

    @Test
    void whatIsNoNetworkIsOneLine() throws Exception {
        assertThat(Run.of("model", "summary", "unett").code()).isEqualTo(2);
        assertThat(Run.of("model", "summary", folder.resolve("none.json").toString())
                        .code())
                .isEqualTo(6);
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"version\":1,\"name\":\"x\",\"nodes\":[],\"outputs\":{},\"code\":1}");
        Run run = Run.of("model", "summary", broken.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("broken.json: graph must have only", "got 'code'");
        Files.write(broken, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(Run.of("model", "summary", broken.toString()).err())
                .hasLineCount(1)
                .contains("must be UTF-8 text");
        assertThat(Run.of("model", "summary", net, "--size", "1x1").code()).isZero();
        assertThat(Run.of("model").err()).hasLineCount(1).contains("command must be one of list, summary, plot");
    }

    @Test
    void theListNamesNetworksAndPapers() {
        Run run = Run.of("model", "list");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("unet-tutorial", "fcn8s", "enet", "Ronneberger");
        assertThat(Run.of("model", "list", "--json").json().path("models").size())
                .isGreaterThan(20);
        assertThat(Run.of("model", "summary", "unet-papr").err()).contains("did you mean 'unet-paper'?");
        assertThat(Run.of("model", "summary", "unet-tutorial").out()).contains("31,031,682", "(None, 386, 386, 2)");
    }

    @Test
    void weightsBecomeAModelFileThatSegments() throws IOException {
        Path weights = folder.resolve("w.safetensors");
        List<NamedTensor> tensors = new ArrayList<>();
        GraphJson.read(Files.readString(Path.of(net)))
                .parameters()
                .forEach((key, parameter) -> tensors.add(
                        NamedTensor.of(key, parameter.dimensions(), Deterministic.numbers(key, parameter))));
        new SafetensorsFile(Weights.of(tensors), Map.of()).write(weights, Existing.KEEP);
        Path classes = folder.resolve("classes.txt");
        Files.writeString(classes, "dark #102030\nbright #F0F0F0\n");
        Path model = folder.resolve("one.vung");
        String[] command = {
            "model",
            "import",
            net,
            "--weights",
            weights.toString(),
            "--classes",
            classes.toString(),
            "-o",
            model.toString()
        };
        assertThat(Run.of(command).err()).isEmpty();
        assertThat(Run.of(command).code()).isEqualTo(6); // it is there already
        assertThat(Run.of("model", "info", model.toString()).out()).contains("dark, bright", "3×32×48 RGB");
        Path packed = folder.resolve("packed.vung");
        Run pack = Run.of("model", "pack", model.toString(), "-o", packed.toString(), "--about", "licence=CC0");
        assertThat(pack.err()).isEmpty();
        assertThat(Run.of("model", "info", packed.toString()).out()).contains("dark, bright", "licence        CC0");
        assertThat(ModelFile.read(packed).weights().get("conv.weight").type()).isEqualTo(ElementType.FLOAT16);
        assertThat(Run.of("model", "pack", model.toString(), "-o", packed.toString())
                        .code())
                .isEqualTo(6);
        Run segment = Run.of(
                "segment", "../examples/cells.png", "-m", model + ":tile=256", "-o", folder.toString(), "--json");
        assertThat(segment.err()).isEmpty();
        JsonNode result = segment.json().path("results").path(0);
        assertThat(result.path("kind").asString()).isEqualTo("semantic");
        assertThat(result.path("regions").path(0).path("name").asString()).isIn("dark", "bright");
        Run missing = Run.of("segment", "../examples/cells.png", "-m", "nowhere.vung", "-o", folder.toString());
        assertThat(missing.code()).isEqualTo(4);
        assertThat(missing.err()).hasLineCount(1).contains("nowhere.vung");
    }

    @Test
    void anExportedNetworkSegmentsOnceItIsDescribed() throws Exception {
        String onnx = folder.resolve("net.onnx").toString();
        assertThat(Run.of("model", "export", net, "-o", onnx).code()).isZero();
        String photo = Run.photo(folder.resolve("photo.png")).toString();
        String[] command = {"segment", photo, "-m", onnx + ":min-area=0", "-o", folder.toString(), "--json"};
        Run undescribed = Run.of(command);
        assertThat(undescribed.code()).isEqualTo(4);
        assertThat(undescribed.err()).hasLineCount(1).contains("net.onnx.json beside it", "\"classes\": 2");
        String example = undescribed.err().replaceAll("(?s).*write one such as (.*), with .*", "$1");
        Files.writeString(folder.resolve("net.onnx.json"), example);
        Run segment = Run.of(command);
        assertThat(segment.err()).isEmpty();
        assertThat(segment.json().path("results").path(0).path("kind").asString())
                .isEqualTo("semantic");
        Files.writeString(folder.resolve("net.onnx.json"), example.replace("logits", "labels"));
        assertThat(Run.of(command).code()).isEqualTo(4);
        Files.writeString(Path.of(onnx), "no network");
        assertThat(Run.of(command).code()).isEqualTo(4);
    }

    @Test
    void programsAreOpenedOnlyWhenTrusted() throws Exception {
        String photo = Run.photo(folder.resolve("photo.png")).toString();
        Path program = Files.writeString(folder.resolve("net.pt"), "no program");
        for (String command : List.of("segment", "compare")) {
            Run refused = Run.of(command, photo, "-m", program.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("TorchScript is a program", "add --trust-code");
            Run trusted = Run.of(command, photo, "-m", program.toString(), "--trust-code");
            assertThat(trusted.code()).isEqualTo(4);
            assertThat(trusted.err()).contains("net.pt: a TorchScript file must be a whole zip");
        }
    }

    /** The weights of others, in Keras's order and names, with all that is done to a photo first. */
    @Test
    void aPublishedKerasFileBecomesAModelFileWithItsContrast() {
        String data = System.getenv("VUNG_DATA");
        assumeTrue(data != null, "VUNG_DATA names no folder of real images");
        Path model = folder.resolve("retina.vung");
        Run run = retina(Path.of(data, "../weights/retina-unet/test_best_weights.h5"), "stretch,clahe=2:8x8,gamma=1.2");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("22 tensors, 471010 numbers");
        assertThat(Run.of("model", "info", model.toString()).out())
                .contains("stretch, clahe=2.0:8x8, gamma=1.2", "1×584×568 GREY");
        assertThat(Run.of("model", "info", model.toString(), "--json").json().path("contrast"))
                .hasToString("[\"stretch\",\"clahe=2.0:8x8\",\"gamma=1.2\"]");
        String photo = Path.of(data, "drive/training/images/21_training.tif").toString();
        JsonNode result = Run.of("segment", photo, "-m", model.toString(), "-o", folder.toString(), "--json")
                .json()
                .path("results")
                .path(0);
        assertThat(result.path("regions").path(1).path("name").asString()).isEqualTo("vessel");
    }

    @Test
    void aContrastThatCannotBeIsRefusedBeforeAnythingIsRead() {
        Path nowhere = folder.resolve("nowhere.h5");
        assertThat(retina(nowhere, "clahe=2").err())
                .hasLineCount(1)
                .contains(
                        "--contrast cannot be read: contrast must be stretch, dark-ground, clahe=CLIP:ROWSxCOLUMNS",
                        "'clahe=2'");
        assertThat(retina(nowhere, "gamma=0").err()).hasLineCount(1).contains("gamma must be 0.01 … 100, got 0.0");
        assertThat(Run.of(
                                "model",
                                "import",
                                "enet",
                                "--weights",
                                "w",
                                "--classes",
                                "camvid",
                                "--contrast",
                                "stretch",
                                "-o",
                                "e.vung")
                        .err())
                .hasLineCount(1)
                .contains("--contrast must be left away for a network of colour images, got 'stretch'");
    }

    private Run retina(Path weights, String contrast) {
        try {
            Path classes = Files.writeString(folder.resolve("vessels.txt"), "background #000000\nvessel #FF2020\n");
            return Run.of(
                    "model",
                    "import",
                    "retina-unet",
                    "--weights",
                    weights.toString(),
                    "--keras",
                    "theano",
                    "--replace",
                    "_W$=.weight",
                    "--replace",
                    "_b$=.bias",
                    "--contrast",
                    contrast,
                    "--classes",
                    classes.toString(),
                    "-o",
                    folder.resolve("retina.vung").toString());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
