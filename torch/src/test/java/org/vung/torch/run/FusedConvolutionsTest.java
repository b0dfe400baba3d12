package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Processor;

/** What runs in one pass gives the numbers of the layers one by one: an output named in between keeps them apart. */
class FusedConvolutionsTest {

    private static final Numbers RANDOM = (key, parameter) -> {
        return random(key.hashCode(), parameter.numbers());
    };

    private static float[] random(long seed, long count) {
        Random random = new Random(seed);
        float[] numbers = new float[Math.toIntExact(count)];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = (float) random.nextGaussian() / 8;
        }
        return numbers;
    }

    private static List<Convolution> convolutions() {
        Convolution three = Convolution.of(32, 32, 3).withPadding(1).withBias();
        return List.of(
                three,
                three.withoutBias(),
                three.withGroups(4),
                three.withGroups(32),
                three.withStride(2),
                three.withDilation(2),
                Convolution.of(32, 32, 3),
                Convolution.of(32, 32, 1).withBias(),
                Convolution.of(32, 32, 1).withStride(2),
                Convolution.of(32, 32, 1).withoutBias());
    }

    private static List<Layer> functions() {
        List<Layer> functions = new ArrayList<>();
        for (Activation.Function function : Activation.Function.values()) {
            functions.add(new Activation(function, function == Activation.Function.LEAKY_RELU ? 0.2 : 0));
        }
        functions.add(new PRelu(1));
        functions.add(new PRelu(32));
        return functions;
    }

    @TestFactory
    List<DynamicTest> functionsInThePassOfAConvolution() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Convolution convolution : convolutions()) {
            for (Layer function : functions()) {
                tests.add(DynamicTest.dynamicTest(
                        convolution + " " + function, () -> compare(convolution, function, false)));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> sumsInThePassOfAConvolution() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Convolution convolution : convolutions()) {
            for (Layer function : List.of(Activation.relu(), new PRelu(1), new Add())) {
                tests.add(DynamicTest.dynamicTest(
                        convolution + " + " + function, () -> compare(convolution, function, true)));
            }
        }
        return tests;
    }

    /** Channels that fill no whole block of the kernel, against sums written out. */
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "BFLOAT16"})
    void everyNumberOfChannelsGivesTheSumsOfProducts(Precision precision) {
        assumeTrue(precision == Precision.FLOAT32 || Processor.multipliesBfloat16(), "needs bfloat16 in hardware");
        for (int in : new int[] {1, 3, 10, 16, 24, 40, 64, 512}) {
            for (int out : new int[] {1, 10, 16, 21, 40, 64, 72}) {
                for (int kernel : new int[] {1, 3}) {
                    compareWithSums(in, out, kernel, precision);
                }
            }
        }
    }

    private static void compareWithSums(int in, int out, int kernel, Precision precision) {
        Shape shape = new Shape(in, 6, 7);
        GraphBuilder net = Graph.builder("sums");
        Convolution layer = Convolution.of(in, out, kernel).withBias();
        Graph graph = net.output("out", net.relu("relu", net.add("product", layer, net.input("image", shape))))
                .build();
        float[] image = random(1, shape.numbers());
        float[] weight = RANDOM.of("product.weight", layer.parameters().get(0));
        float[] bias = RANDOM.of("product.bias", layer.parameters().get(1));
        int rows = shape.height() - kernel + 1;
        int columns = shape.width() - kernel + 1;
        double allowed = (precision == Precision.FLOAT32 ? 1e-5 : 2e-2) * Math.sqrt(in) * kernel / 8;
        try (Network network = Network.of(graph, RANDOM, precision)) {
            float[] ours = network.answer(Maps.of(shape, image)).numbers();
            for (int at = 0; at < ours.length; at++) {
                int channel = at / (rows * columns);
                int corner = at / columns % rows * shape.width() + at % columns;
                double sum = bias[channel];
                for (int tap = 0; tap < in * kernel * kernel; tap++) {
                    int plane = tap / (kernel * kernel);
                    int row = tap / kernel % kernel;
                    int pixel = corner + row * shape.width() + tap % kernel;
                    sum += (double) weight[channel * in * kernel * kernel + tap]
                            * image[plane * shape.height() * shape.width() + pixel];
                }
                assertThat((double) ours[at])
                        .as("%d → %d, kernel %d, number %d", in, out, kernel, at)
                        .isCloseTo(Math.max(0, sum), Offset.offset(allowed));
            }
        }
    }

    private static void compare(Convolution convolution, Layer function, boolean adds) {
        Shape shape = new Shape(32, 13, 17);
        float[] image = random(1, shape.numbers());
        float[] apart = run(graph(convolution, function, adds, true), shape, image);
        float[] together = run(graph(convolution, function, adds, false), shape, image);
        assertThat(together).hasSameSizeAs(apart);
        for (int at = 0; at < apart.length; at++) {
            assertThat(together[at]).isCloseTo(apart[at], Offset.offset(2e-6f));
        }
    }

    private static float[] run(Graph graph, Shape shape, float[] image) {
        try (Network network = Network.of(graph, RANDOM, Precision.FLOAT32)) {
            return network.answer(Maps.of(shape, image)).numbers();
        }
    }

    private static Graph graph(Convolution convolution, Layer function, boolean adds, boolean apart) {
        GraphBuilder net = Graph.builder("pass");
        String image = net.input("image", new Shape(32, 13, 17));
        String product = net.add("product", convolution, image);
        String last = product;
        if (adds) {
            String other = net.add("other", convolution, net.add("before", Activation.relu(), image));
            last = net.add("sum", new Add(), product, net.add("after", Activation.relu(), other));
        }
        String answer = function instanceof Add
                ? net.add("function", new Add(), last, last)
                : net.add("function", function, last);
        net.output("out", answer);
        if (apart) {
            net.output("product", product);
            if (adds) {
                net.output("sum", last);
            }
        }
        return net.build();
    }
}
