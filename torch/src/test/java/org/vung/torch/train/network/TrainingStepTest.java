package org.vung.torch.train.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.Encoder;
import org.vung.nets.model.unet.UNet;
import org.vung.nets.numbers.Deterministic;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;
import org.vung.torch.train.loss.Losses;
import org.vung.torch.train.loss.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two steps of a small U-Net with batch norm beside PyTorch, which {@code checks/peers/fixtures_losses.py} trained. */
class TrainingStepTest {

    private static final Graph GRAPH = UNet.of(new UNet.Options(new Shape(3, 16, 24), 3, 3, 2, Encoder.NONE, 1));
    private static final double RELATIVE = 1e-4;

    @Test
    void stepsAreThoseOfPyTorch() throws IOException {
        JsonNode theirs = oracle();
        try (TrainableNetwork network =
                new TrainableNetwork(GRAPH, Deterministic::numbers, Precision.FLOAT32, Group.alone())) {
            FlatParameters parameters = network.parameters();
            for (JsonNode step : theirs.path("steps")) {
                parameters.gradient().zero_();
                assertThat((double) loss(network)).isCloseTo(step.path("loss").asDouble(), Offset.offset(RELATIVE));
                for (Map.Entry<String, JsonNode> each : step.path("gradients").properties()) {
                    compare(each.getKey(), parameters.view(each.getKey()).grad(), each.getValue());
                }
                for (Map.Entry<String, JsonNode> each : step.path("statistics").properties()) {
                    compare(each.getKey(), parameters.view(each.getKey()), each.getValue());
                }
                descend(parameters, theirs.path("rate").asDouble());
            }
            assertThat(theirs.path("steps")).hasSize(2);
            long trained = GRAPH.parameters().values().stream()
                    .filter(parameter -> parameter.trained())
                    .count();
            assertThat(theirs.path("steps").path(0).path("gradients").size()).isEqualTo((int) trained);
        }
    }

    private static void descend(FlatParameters parameters, double rate) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard plain = new NoGradGuard()) {
            parameters.trained().sub_(parameters.gradient(), new Scalar(rate));
        }
    }

    private static float loss(TrainableNetwork network) {
        try (PointerScope scope = new PointerScope()) {
            Tensor image = Tensor.create(Deterministic.uniform("input", 2 * 3 * 16 * 24), 2, 3, 16, 24);
            float[] chance = Deterministic.uniform("labels", 2 * 16 * 24);
            long[] labels = new long[chance.length];
            for (int at = 0; at < labels.length; at++) {
                long label = (long) ((chance[at] + 1) * 2);
                labels[at] = label == 3 ? Target.IGNORE : label;
            }
            Tensor truth = Tensor.create(labels, 2, 16, 24);
            Tensor scores = Objects.requireNonNull(network.forward(image.contiguous(torch.MemoryFormat.ChannelsLast))
                    .get("out"));
            Tensor loss = Losses.parse("cross-entropy", List.of()).of(scores, new Target(truth, torch.ones(2, 16, 24)));
            loss.backward();
            return loss.item_float();
        }
    }

    /** Errors in parts of the largest number of the parameter. */
    private static void compare(String key, Tensor ours, JsonNode theirs) {
        float[] numbers = new float[theirs.size()];
        try (PointerScope scope = new PointerScope()) {
            assertThat(ours.numel()).isEqualTo(numbers.length);
            Tensor plain = ours.detach().contiguous();
            FloatBuffer buffer = plain.createBuffer();
            buffer.get(numbers);
        }
        double largest = 0;
        for (JsonNode each : theirs) {
            largest = Math.max(largest, Math.abs(each.asDouble()));
        }
        assertThat(largest).as(key).isPositive();
        for (int at = 0; at < numbers.length; at++) {
            assertThat((double) numbers[at])
                    .as(key + " " + at)
                    .isCloseTo(theirs.path(at).asDouble(), Offset.offset(RELATIVE * largest));
        }
    }

    private static JsonNode oracle() throws IOException {
        try (InputStream in = Objects.requireNonNull(TrainingStepTest.class.getResourceAsStream("unet.json"))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
