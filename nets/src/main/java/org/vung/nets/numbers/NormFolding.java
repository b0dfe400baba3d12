package org.vung.nets.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.TransposedConvolution;

/**
 * Multiplies batch normalisation into the convolution before it, for inference: γ(w∗x + b − μ) ÷ √(σ² + ε) + β is a
 * convolution again.
 *
 * <p>Only where nothing else takes from the convolution. The answers are the same up to rounding.
 */
public final class NormFolding {

    private final Graph graph;
    private final Numbers numbers;
    private final Map<String, Long> consumers;
    private final Map<String, String> replaced = new HashMap<>();
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, float[]> folded = new HashMap<>();

    private NormFolding(Graph graph, Numbers numbers) {
        this.graph = graph;
        this.numbers = numbers;
        this.consumers = graph.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    /**
     * A graph with its numbers.
     *
     * @param graph the network
     * @param numbers of its parameters
     */
    public record Folded(Graph graph, Numbers numbers) {}

    /**
     * Folds what can be folded.
     *
     * @param graph a network
     * @param numbers of its parameters
     * @return a network of the same answers with fewer layers, and its numbers
     */
    public static Folded fold(Graph graph, Numbers numbers) {
        return new NormFolding(graph, numbers).fold();
    }

    private Folded fold() {
        for (Node node : graph.nodes()) {
            layers.put(node.name(), node.layer());
            if (node.layer() instanceof BatchNorm norm) {
                fold(node, norm, node.inputs().get(0));
            }
        }
        List<Node> kept = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!replaced.containsKey(node.name())) {
                Layer layer = layers.getOrDefault(node.name(), node.layer());
                kept.add(new Node(
                        node.name(),
                        layer,
                        node.inputs().stream().map(this::now).toList()));
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((answer, node) -> outputs.put(answer, now(node)));
        return new Folded(Graph.of(graph.name(), kept, outputs), this::number);
    }

    private String now(String name) {
        return replaced.getOrDefault(name, name);
    }

    private float[] number(String key, Parameter parameter) {
        float[] ours = folded.get(key);
        return ours == null ? numbers.of(key, parameter) : ours;
    }

    private void fold(Node norm, BatchNorm layer, String before) {
        boolean shared =
                consumers.getOrDefault(before, 0L) > 1 || graph.outputs().containsValue(before);
        Layer product = layers.get(before);
        if (shared || folded.containsKey(before + ".weight")) {
            return;
        }
        if (product instanceof Convolution convolution) {
            int perChannel = convolution.in() / convolution.groups() * area(convolution.kernel());
            merge(norm, layer, convolution, convolution.withBias(), perChannel);
        } else if (product instanceof TransposedConvolution transposed && transposed.groups() == 1) {
            merge(norm, layer, transposed, transposed.withBias(), area(transposed.kernel()));
        }
    }

    private static int area(Extent kernel) {
        return kernel.rows() * kernel.columns();
    }

    /**
     * Puts a norm into the product before it.
     *
     * @param run numbers of the kernel that stand together for one output channel
     */
    private void merge(Node norm, BatchNorm layer, Layer product, Layer withBias, int run) {
        String before = norm.inputs().get(0);
        List<Parameter> parameters = product.parameters();
        float[][] line = line(norm, layer, before, parameters);
        float[] factor = line[0];
        float[] weight = numbers.checked(before + ".weight", parameters.get(0)).clone();
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= factor[i / run % factor.length];
        }
        folded.put(before + ".weight", weight);
        folded.put(before + ".bias", line[1]);
        layers.put(before, withBias);
        replaced.put(norm.name(), before);
    }

    /** Per channel the factor and the new bias. */
    private float[][] line(Node norm, BatchNorm layer, String before, List<Parameter> product) {
        Map<String, float[]> own = new HashMap<>();
        for (Parameter parameter : layer.parameters()) {
            own.put(parameter.name(), numbers.checked(norm.name() + "." + parameter.name(), parameter));
        }
        float[] mean = known(own, "running_mean");
        float[] variance = known(own, "running_var");
        float[] bias = product.size() > 1 ? numbers.checked(before + ".bias", product.get(1)) : new float[mean.length];
        float[] factor = new float[mean.length];
        float[] summand = new float[mean.length];
        for (int c = 0; c < mean.length; c++) {
            double gamma = layer.affine() ? known(own, "weight")[c] : 1;
            double beta = layer.affine() ? known(own, "bias")[c] : 0;
            double scale = gamma / Math.sqrt(variance[c] + layer.epsilon());
            factor[c] = (float) scale;
            summand[c] = (float) ((bias[c] - mean[c]) * scale + beta);
        }
        return new float[][] {factor, summand};
    }

    private static float[] known(Map<String, float[]> own, String name) {
        float[] numbers = own.get(name);
        if (numbers == null) {
            throw new IllegalStateException("batch norm must have " + name);
        }
        return numbers;
    }
}
