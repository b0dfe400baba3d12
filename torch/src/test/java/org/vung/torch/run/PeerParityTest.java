package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Model;
import org.vung.nets.model.ModelOptions;
import org.vung.nets.model.Models;
import org.vung.nets.model.backbone.Encoder;
import org.vung.nets.numbers.Deterministic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our graphs on our runner beside PyTorch, both filled by one formula: torchvision's modules, and networks that
 * {@code checks/peers/reference_nets.py} builds from their papers.
 */
class PeerParityTest {

    private static final double RELATIVE = 1e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vgg19",
                "resnet50",
                "fcn-resnet50",
                "deeplabv3-resnet50",
                "deeplabv3-mobilenetv3",
                "lraspp-mobilenetv3"
            })
    void outputsAreTorchvisions(String name) throws IOException {
        check(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segnet",
                "deconvnet",
                "deeplabv3plus-resnet50",
                "unet",
                "unet-resnet18",
                "unet-resnet34",
                "unet-resnet50",
                "unet-vgg16",
                "unet-vgg19",
                "unet-paper",
                "unet-tutorial",
                "fcn32s",
                "fcn16s",
                "fcn8s",
                "fcn32s-tutorial",
                "pix2pix-generator",
                "pix2pix-discriminator"
            })
    void outputsAreThoseOfThePaper(String name) throws IOException {
        check(name);
    }

    private static void check(String name) throws IOException {
        JsonNode oracle = oracle(name);
        Shape shape = shape(oracle.path("input"));
        Graph graph = graph(oracle).sized(new Extent(shape.height(), shape.width()));
        assertThat(keys(graph)).isEqualTo(oracle.path("keys").asString());
        Maps image = Maps.of(shape, Deterministic.uniform("input", (int) shape.numbers()));
        try (Network network = Network.of(graph, Deterministic::numbers, Precision.FLOAT32)) {
            Map<String, Maps> answers = network.run(image);
            assertThat(answers.keySet())
                    .containsExactlyInAnyOrderElementsOf(oracle.path("outputs").propertyNames());
            answers.forEach(
                    (answer, maps) -> compare(maps, oracle.path("outputs").path(answer)));
        }
    }

    private static Graph graph(JsonNode oracle) {
        Model model = Models.named(oracle.path("network").asString());
        ModelOptions options = model.standard().withWidth(oracle.path("width").asInt(0));
        String encoder = oracle.path("encoder").asString("");
        return model.graph(
                encoder.isEmpty() ? options : options.withEncoder(Encoder.valueOf(encoder.toUpperCase(Locale.ROOT))));
    }

    /** SHA-256 over the sorted lines {@code key:2x3x4}. */
    private static String keys(Graph graph) {
        String lines = graph.parameters().entrySet().stream()
                .map(each -> each.getKey() + ":"
                        + each.getValue().dimensions().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining("x"))
                        + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void compare(Maps answer, JsonNode theirs) {
        if (theirs.path("shape").size() == 4) { // a classifier's answer has two
            assertThat(answer.shape()).isEqualTo(shape(theirs.path("shape")));
        }
        float[] ours = answer.numbers();
        double range = theirs.path("max_abs").asDouble();
        double sum = 0;
        double most = 0;
        for (float number : ours) {
            sum += number;
            most = Math.max(most, Math.abs(number));
        }
        assertThat(Math.abs(most - range) / range).as("largest").isLessThan(RELATIVE);
        assertThat(Math.abs(sum / ours.length - theirs.path("mean").asDouble()) / range)
                .as("mean")
                .isLessThan(RELATIVE);
        assertThat(theirs.path("samples")).hasSize(64);
        for (JsonNode sample : theirs.path("samples")) {
            double error =
                    Math.abs(ours[sample.path(0).asInt()] - sample.path(1).asDouble());
            assertThat(error / range).as("number " + sample.path(0)).isLessThan(RELATIVE);
        }
    }

    private static Shape shape(JsonNode dimensions) {
        return new Shape(
                dimensions.path(1).asInt(),
                dimensions.path(2).asInt(),
                dimensions.path(3).asInt());
    }

    private static JsonNode oracle(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PeerParityTest.class.getResourceAsStream(name + ".json"))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
