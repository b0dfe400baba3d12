package org.vung.torch.train.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.fused.Tail;
import org.vung.torch.layer.Kernels;
import org.vung.torch.layer.Step;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;

/**
 * Gradients of layers in both precisions beside those of libtorch without oneDNN, whose kernels give numbers of chance or NaN for some
 * shapes. {@link Precision#bfloat16Trains} and {@link TapSum} must keep them out. In front of the layer stands another, whose gradient
 * is that of the layer's input.
 */
class LayerGradientsTest {

    @BeforeAll
    static void load() {
        Libtorch.load();
    }

    private static final int[] CHANNELS = {1, 3, 10, 16, 21, 24, 40};
    private static final double MOST_FLOAT32 = 2e-6;
    private static final double MOST_BFLOAT16 = 0.02;

    static List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int in : CHANNELS) {
            for (int out : new int[] {1, 2, 21}) {
                layers.add(Convolution.of(in, out, 3).withPadding(1));
                layers.add(
                        Convolution.of(in, out, 3).withPadding(1).withStride(2).withoutBias());
                layers.add(Convolution.of(in, out, 3).withPadding(2).withDilation(2));
                layers.add(Convolution.of(in, out, 1));
                layers.add(TransposedConvolution.of(in, out, 2, 2));
                layers.add(TransposedConvolution.of(in, out, 3, 1));
            }
            layers.add(Convolution.of(in, in, 3).withPadding(1).withGroups(in));
            layers.add(Convolution.of(in, in, 3).withPadding(1).withGroups(in).withStride(2));
            layers.add(Convolution.of(in, in, 5).withPadding(4).withGroups(in).withDilation(2));
            layers.add(
                    Convolution.of(in, 2 * in, 3).withPadding(1).withGroups(in).withoutBias());
            layers.add(Convolution.of(2 * in, 2 * in, 3).withPadding(1).withGroups(2));
        }
        return layers;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAreThoseOfPlainKernels(Layer layer) {
        Graph graph = graph(layer, new Shape(2, 17, 32));
        Map<String, float[]> plain = plainGradients(graph);
        compare(gradients(graph, Precision.FLOAT32), plain, MOST_FLOAT32);
        compare(gradients(graph, Precision.BFLOAT16), plain, MOST_BFLOAT16);
    }

    static List<Convolution> planar() {
        return List.of(
                Convolution.of(40, 24, 3).withPadding(1),
                Convolution.of(40, 21, 3)
                        .withPadding(Padding.SAME)
                        .withStride(2)
                        .withoutBias(),
                Convolution.of(33, 40, 5).withPadding(4).withDilation(2),
                Convolution.of(48, 16, 3));
    }

    /** Planes are chosen by the width of rows and by the processor; both ways must lead to the same gradients. */
    @ParameterizedTest
    @MethodSource("planar")
    void gradientsOfWideRowsAreThoseOfPlainKernels(Convolution layer) {
        Graph graph = graph(layer, new Shape(2, 11, 400));
        Map<String, float[]> plain = plainGradients(graph);
        compare(gradients(graph, Precision.FLOAT32), plain, MOST_FLOAT32);
        compare(planarGradients(graph), plain, MOST_FLOAT32);
    }

    private static Map<String, float[]> planarGradients(Graph graph) {
        return stepwise(
                graph,
                (node, numbers) ->
                        node.layer() instanceof Convolution layer && node.name().equals("layer")
                                ? new PlanarConvolution(layer, numbers)
                                : plain(node, numbers));
    }

    private static Step plain(Node node, LiveNumbers numbers) {
        return node.layer().accept(new Kernels(numbers, new Kernels.Wishes(false, false, false, Tail.NONE, true)));
    }

    private static void compare(Map<String, float[]> ours, Map<String, float[]> plain, double most) {
        plain.forEach((key, gradient) -> assertThat(error(Objects.requireNonNull(ours.get(key)), gradient))
                .as(key)
                .isLessThan(most));
    }

    private static Graph graph(Layer layer, Shape image) {
        int in = layer instanceof Convolution convolution ? convolution.in() : ((TransposedConvolution) layer).in();
        GraphBuilder net = Graph.builder("one");
        String before = net.add("before", Convolution.of(2, in, 1), net.input("image", image));
        return net.output("out", net.add("layer", layer, before)).build();
    }

    private static Map<String, float[]> gradients(Graph graph, Precision precision) {
        try (TrainableNetwork network = new TrainableNetwork(graph, Deterministic::numbers, precision, Group.alone());
                PointerScope scope = new PointerScope()) {
            return gradients(
                    network.parameters(),
                    graph,
                    Objects.requireNonNull(network.forward(image(graph.input())).get("out")));
        }
    }

    /** Layer by layer, each as libtorch's own kernel without oneDNN. */
    private static Map<String, float[]> plainGradients(Graph graph) {
        torch.globalContext().setUserEnabledMkldnn(false);
        try {
            return stepwise(graph, LayerGradientsTest::plain);
        } finally {
            torch.globalContext().setUserEnabledMkldnn(true);
        }
    }

    private static Map<String, float[]> stepwise(Graph graph, BiFunction<Node, LiveNumbers, Step> step) {
        try (FlatParameters parameters = new FlatParameters(graph, Deterministic::numbers);
                PointerScope scope = new PointerScope()) {
            Step.Value last = Step.Value.of(image(graph.input()));
            for (Node node : graph.nodes()) {
                last = step.apply(node, new LiveNumbers(node, parameters, false))
                        .run(List.of(last));
            }
            return gradients(parameters, graph, last.map());
        }
    }

    private static Tensor image(Shape shape) {
        float[] numbers = Deterministic.uniform("input", 2 * (int) shape.numbers());
        return Tensor.create(numbers, 2, shape.channels(), shape.height(), shape.width())
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }

    private static Map<String, float[]> gradients(FlatParameters parameters, Graph graph, Tensor out) {
        Tensor slope = Tensor.create(Deterministic.uniform("slope", (int) out.numel()), out.shape());
        out.mul(slope).sum().backward();
        Numbers copy = parameters.copy(parameters.gradient());
        Map<String, float[]> gradients = new LinkedHashMap<>();
        graph.parameters().forEach((key, parameter) -> gradients.put(key, copy.of(key, parameter)));
        return gradients;
    }

    /** The distance in parts of the length. */
    private static double error(float[] ours, float[] whole) {
        double distance = 0;
        double length = 0;
        for (int at = 0; at < whole.length; at++) {
            distance += ((double) ours[at] - whole[at]) * ((double) ours[at] - whole[at]);
            length += (double) whole[at] * whole[at];
        }
        assertThat(length).isPositive();
        return Math.sqrt(distance / length);
    }
}
