package org.vung.torch.train.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.Encoder;
import org.vung.nets.model.unet.UNet;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;

class FlatParametersTest {

    private static final Graph GRAPH = UNet.of(new UNet.Options(new Shape(3, 16, 24), 3, 3, 2, Encoder.NONE, 1));

    @BeforeAll
    static void load() {
        Libtorch.load();
    }

    @Test
    void copiesAreWhatWasLaidOut() {
        try (FlatParameters parameters = new FlatParameters(GRAPH, Deterministic::numbers)) {
            Numbers copies = parameters.copy(parameters.trained());
            GRAPH.parameters()
                    .forEach((key, parameter) -> assertThat(copies.of(key, parameter))
                            .as(key)
                            .isEqualTo(Deterministic.numbers(key, parameter)));
        }
    }

    @Test
    void copiesOfOthersTakeTheirTrainedNumbers() {
        try (FlatParameters parameters = new FlatParameters(GRAPH, Deterministic::numbers);
                PointerScope scope = new PointerScope()) {
            Tensor twice = parameters.trained().detach().mul(new Scalar(2.0));
            Numbers copies = parameters.copy(twice);
            Parameter weight = Objects.requireNonNull(GRAPH.parameters().get("encoder.1.0.weight"));
            float[] once = Deterministic.numbers("encoder.1.0.weight", weight);
            float[] ours = copies.of("encoder.1.0.weight", weight);
            for (int at = 0; at < once.length; at++) {
                assertThat(ours[at]).isEqualTo(2 * once[at]);
            }
            Parameter mean = Objects.requireNonNull(GRAPH.parameters().get("encoder.1.1.running_mean"));
            assertThat(copies.of("encoder.1.1.running_mean", mean))
                    .isEqualTo(Deterministic.numbers("encoder.1.1.running_mean", mean));
        }
    }

    /** Products first, so that weight decay is one narrow view; every number has one place and every place a number. */
    @Test
    void everyNumberHasOnePlace() {
        try (FlatParameters parameters = new FlatParameters(GRAPH, Deterministic::numbers)) {
            Set<Long> begins = new HashSet<>();
            long trained = 0;
            for (var entry : GRAPH.parameters().entrySet()) {
                Parameter parameter = entry.getValue();
                if (parameter.trained()) {
                    long begin = parameters.view(entry.getKey()).storage_offset();
                    assertThat(begins.add(begin)).isTrue();
                    assertThat(begin + parameter.numbers() <= parameters.decayed())
                            .isEqualTo(parameter.dimensions().size() > 1);
                    trained += parameter.numbers();
                }
            }
            assertThat(parameters.trained().numel()).isEqualTo(trained);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "BFLOAT16"})
    void gradientsStayPartsOfTheOne(Precision precision) {
        try (TrainableNetwork network = new TrainableNetwork(GRAPH, Deterministic::numbers, precision, Group.alone())) {
            FlatParameters parameters = network.parameters();
            float once = backward(network);
            GRAPH.parameters().forEach((key, parameter) -> {
                if (parameter.trained()) {
                    Tensor view = parameters.view(key);
                    assertThat(view.grad().data_ptr().address())
                            .as(key)
                            .isEqualTo(parameters.gradient().data_ptr().address() + 4 * view.storage_offset());
                    assertThat(view.data_ptr().address())
                            .as(key)
                            .isEqualTo(parameters.trained().data_ptr().address() + 4 * view.storage_offset());
                }
            });
            assertThat(once).isPositive();
            parameters.gradient().zero_();
            assertThat(backward(network)).isEqualTo(once);
            assertThat(backward(network)).isGreaterThan(1.9f * once); // added, not put in its place
        }
    }

    /** The norm of the one gradient. */
    private static float backward(TrainableNetwork network) {
        try (PointerScope scope = new PointerScope()) {
            Tensor image = Tensor.create(Deterministic.uniform("input", 3 * 16 * 24), 1, 3, 16, 24);
            Tensor out = Objects.requireNonNull(network.forward(image.contiguous(torch.MemoryFormat.ChannelsLast))
                    .get("out"));
            out.square().sum().backward();
            return network.parameters().gradient().norm().item_float();
        }
    }

    @Test
    void unknownKeysAreNamed() {
        try (FlatParameters parameters = new FlatParameters(GRAPH, Deterministic::numbers)) {
            assertThatThrownBy(() -> parameters.view("encoder.9"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("got encoder.9");
        }
    }
}
