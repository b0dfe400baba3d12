package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vung.ResidentMemory;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;

class NetworkTest {

    private static final Numbers ONES = (key, parameter) -> {
        float[] ones = new float[(int) parameter.numbers()];
        Arrays.fill(ones, key.endsWith("bias") ? 0 : 1);
        return ones;
    };

    private static float[] run(Layer layer, Shape shape, float... numbers) {
        GraphBuilder net = Graph.builder("one");
        Graph graph = net.output("out", net.add("layer", layer, net.input("image", shape)))
                .build();
        try (Network network = Network.of(graph, ONES, Precision.FLOAT32)) {
            return network.answer(Maps.of(shape, numbers)).numbers();
        }
    }

    @Test
    void upsamplesAsTheTutorialShows() {
        Shape four = new Shape(1, 2, 2);
        assertThat(run(new Upsample(2, Interpolation.NEAREST), four, 1, 2, 3, 4))
                .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
        assertThat(run(new Upsample(2, Interpolation.BILINEAR), four, 1, 2, 3, 4))
                .containsExactly(
                        1, 1.25f, 1.75f, 2, 1.5f, 1.75f, 2.25f, 2.5f, 2.5f, 2.75f, 3.25f, 3.5f, 3, 3.25f, 3.75f, 4);
        assertThat(run(new BedOfNails(2), four, 1, 2, 3, 4))
                .containsExactly(1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0);
        assertThat(run(new InputDilation(2), four, 1, 2, 3, 4)).containsExactly(1, 0, 2, 0, 0, 0, 3, 0, 4);
    }

    @Test
    void transposedConvolutionHasTheTutorialsSizes() {
        assertThat(run(TransposedConvolution.of(1, 1, 2, 3).withOutputPadding(2), new Shape(1, 2, 2), 1, 2, 3, 4))
                .hasSize(49);
        assertThat(run(TransposedConvolution.kerasValid(1, 1, 7, 32), new Shape(1, 7, 7), new float[49]))
                .hasSize(224 * 224);
    }

    @Test
    void unpoolingPutsNumbersWherePoolingFoundThem() {
        GraphBuilder net = Graph.builder("switches");
        MaxPool pool = MaxPool.of(2, 2);
        String image = net.input("image", new Shape(1, 4, 4));
        String pooled = net.add("pool", pool, image);
        Graph graph = net.output("out", net.add("unpool", MaxUnpool.of(pool), pooled, pooled, image))
                .build();
        float[] numbers = {1, 2, 6, 3, 3, 5, 2, 1, 1, 2, 2, 1, 7, 3, 4, 8};
        try (Network network = Network.of(graph, ONES, Precision.FLOAT32)) {
            assertThat(network.answer(Maps.of(new Shape(1, 4, 4), numbers)).numbers())
                    .containsExactly(0, 0, 6, 0, 0, 5, 0, 0, 0, 0, 0, 0, 7, 0, 0, 8);
        }
    }

    @Test
    void foldedNormsGiveTheSameAnswer() {
        GraphBuilder net = Graph.builder("norm");
        Shape shape = new Shape(2, 5, 5);
        String x = net.input("image", shape);
        x = net.add("conv", Convolution.of(2, 3, 3).withPadding(1).withoutBias(), x);
        x = net.relu("relu", net.add("bn", BatchNorm.of(3), x));
        Graph graph = net.output("out", x).build();
        Numbers numbers = (key, parameter) -> {
            float[] some = new float[(int) parameter.numbers()];
            for (int i = 0; i < some.length; i++) {
                some[i] = (float) Math.sin(i + key.length()) + (key.endsWith("var") ? 1.5f : 0);
            }
            return some;
        };
        float[] image = new float[50];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.cos(i * 0.7);
        }
        float[] expected = byHand(numbers, graph, image);
        try (Network network = Network.of(graph, numbers, Precision.FLOAT32)) {
            float[] ours = network.answer(Maps.of(shape, image)).numbers();
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isCloseTo(expected[i], Offset.offset(1e-5f));
            }
            assertThat(network.graph().nodes()).hasSize(3);
        }
    }

    /** Convolution, norm and activation as their definitions say, without libtorch and without folding. */
    private static float[] byHand(Numbers numbers, Graph graph, float[] image) {
        float[] weight = own(numbers, graph, "conv.weight");
        float[] gamma = own(numbers, graph, "bn.weight");
        float[] beta = own(numbers, graph, "bn.bias");
        float[] mean = own(numbers, graph, "bn.running_mean");
        float[] variance = own(numbers, graph, "bn.running_var");
        float[] out = new float[75];
        for (int at = 0; at < out.length; at++) {
            int channel = at / 25;
            double sum = 0;
            for (int tap = 0; tap < 18; tap++) {
                int row = at / 5 % 5 + tap / 3 % 3 - 1;
                int column = at % 5 + tap % 3 - 1;
                if (row >= 0 && row < 5 && column >= 0 && column < 5) {
                    sum += weight[channel * 18 + tap] * image[tap / 9 * 25 + row * 5 + column];
                }
            }
            double norm = gamma[channel] * (sum - mean[channel]) / Math.sqrt(variance[channel] + 1e-5) + beta[channel];
            out[at] = (float) Math.max(0, norm);
        }
        return out;
    }

    private static float[] own(Numbers numbers, Graph graph, String key) {
        return numbers.of(key, Objects.requireNonNull(graph.parameters().get(key)));
    }

    /** Every window's largest is its middle or a neighbour's; two windows that share one write both, and the later stays. */
    @Test
    void overlappingWindowsUnpoolInOrderWhateverTheThreads() {
        Shape shape = new Shape(2, 240, 320);
        GraphBuilder net = Graph.builder("overlap");
        String image = net.input("image", shape);
        MaxPool pool = MaxPool.of(3, 2).withPadding(1);
        String pooled = net.add("pool", pool, image);
        String moved = net.add("moved", Convolution.of(2, 2, 3).withPadding(1), pooled);
        Graph graph = net.output("out", net.add("unpool", MaxUnpool.of(pool), moved, pooled, image))
                .output("moved", moved)
                .build();
        float[] numbers = Deterministic.uniform("overlap", (int) shape.numbers());
        try (Network network = Network.of(graph, Deterministic::numbers, Precision.FLOAT32)) {
            for (int run = 0; run < 20; run++) {
                Map<String, Maps> answers = network.run(Maps.of(shape, numbers));
                float[] wanted = unpooled(
                        numbers,
                        shape,
                        Objects.requireNonNull(answers.get("moved")).numbers());
                assertThat(Objects.requireNonNull(answers.get("out")).numbers()).containsExactly(wanted);
            }
        }
    }

    /** Windows of 3×3, stride 2, padding 1, one after the other. */
    private static float[] unpooled(float[] image, Shape shape, float[] values) {
        float[] unpooled = new float[image.length];
        int columns = shape.width() / 2;
        for (int window = 0; window < values.length; window++) {
            int row = window / columns % (shape.height() / 2) * 2;
            int plane = window / columns / (shape.height() / 2) * shape.height() * shape.width();
            int largest = plane + row * shape.width() + window % columns * 2;
            for (int at = 0; at < 9; at++) {
                int r = row + at / 3 - 1;
                int c = window % columns * 2 + at % 3 - 1;
                int place = plane + r * shape.width() + c;
                if (r >= 0 && c >= 0 && image[place] > image[largest]) {
                    largest = place;
                }
            }
            unpooled[largest] = values[window];
        }
        return unpooled;
    }

    @Test
    void inferencesByTheThousandDoNotGrow() throws IOException {
        GraphBuilder net = Graph.builder("small");
        String x = net.input("image", new Shape(3, 32, 32));
        x = net.relu("relu", net.add("conv", Convolution.of(3, 8, 3).withPadding(1), x));
        MaxPool pool = MaxPool.of(2, 2);
        String pooled = net.add("pool", pool, x);
        Graph graph = net.output("out", net.add("unpool", MaxUnpool.of(pool), pooled, pooled, x))
                .build();
        Maps image = Maps.of(graph.input(), new float[3 * 32 * 32]);
        try (Network network = Network.of(graph, ONES, Precision.FLOAT32)) {
            long least = ResidentMemory.leastGrowth(2000, () -> {
                for (int i = 0; i < 1000; i++) {
                    network.run(image);
                }
            });
            assertThat(least).as("kB in 1000 runs").isLessThan(2000);
        }
    }

    @Test
    void refusesOtherChannelsAndUseAfterClose() {
        GraphBuilder net = Graph.builder("one");
        Graph graph = net.output(
                        "out", net.add("conv", Convolution.of(3, 1, 3), net.input("image", new Shape(3, 8, 8))))
                .build();
        Network network = Network.of(graph, ONES, Precision.FLOAT32);
        assertThatThrownBy(() -> network.run(Maps.of(new Shape(1, 8, 8), new float[64])))
                .hasMessageContaining("must have 3 channels");
        assertThatThrownBy(() -> network.run(Maps.of(new Shape(3, 2, 2), new float[12])))
                .hasMessageContaining("layer 'conv'");
        network.close();
        network.close();
        assertThatThrownBy(() -> network.run(Maps.of(new Shape(3, 8, 8), new float[192])))
                .hasMessageContaining("must be open");
    }
}
