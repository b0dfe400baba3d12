package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our graphs on our runner beside torchvision's modules on PyTorch, both filled by one formula. */
class TorchvisionParityTest {

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
        JsonNode oracle = oracle(name);
        Shape shape = shape(oracle.path("input"));
        Graph graph = Models.named(name).graph().sized(new Extent(shape.height(), shape.width()));
        Maps image = Maps.of(shape, Deterministic.uniform("input", (int) shape.numbers()));
        try (Network network = Network.of(graph, Deterministic::numbers, Precision.FLOAT32)) {
            Map<String, Maps> answers = network.run(image);
            assertThat(answers.keySet())
                    .containsExactlyInAnyOrderElementsOf(oracle.path("outputs").propertyNames());
            answers.forEach((answer, maps) ->
                    compare(maps.numbers(), oracle.path("outputs").path(answer)));
        }
    }

    private static void compare(float[] ours, JsonNode theirs) {
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
        try (InputStream in = Objects.requireNonNull(TorchvisionParityTest.class.getResourceAsStream(name + ".json"))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
