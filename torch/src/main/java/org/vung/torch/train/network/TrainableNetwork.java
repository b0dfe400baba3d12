package org.vung.torch.train.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.fused.Tail;
import org.vung.torch.layer.Kernels;
import org.vung.torch.layer.Step;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;

/**
 * A graph that is trained: forward passes remember what their backward pass needs, norms look at the batch, channels are dropped.
 *
 * <p>In bfloat16 the parameters stay float32; layers cast them, and maps between layers are bfloat16. Layers whose bfloat16
 * kernels are not to be trusted ({@link Precision#bfloat16Trains}) run in float32 between casts.
 */
public final class TrainableNetwork implements AutoCloseable {

    private final Graph graph;
    private final boolean bfloat16;
    private final FlatParameters parameters;
    private final @Nullable GroupMean norms;
    private final Map<String, Integer> lastUse = new HashMap<>();

    /**
     * A network with its first numbers.
     *
     * @param graph at any size
     * @param start its numbers, asked once
     * @param precision of the products, not {@code AUTO}
     * @param group whose images all batch norms look at
     */
    public TrainableNetwork(Graph graph, Numbers start, Precision precision, Group group) {
        Libtorch.load();
        this.graph = graph;
        this.bfloat16 = precision == Precision.BFLOAT16;
        this.parameters = new FlatParameters(graph, start);
        this.norms = group.ranks() > 1 ? new GroupMean(group) : null;
        List<Node> nodes = graph.nodes();
        for (int at = 0; at < nodes.size(); at++) {
            for (String input : nodes.get(at).inputs()) {
                lastUse.put(input, at);
            }
        }
        graph.outputs().values().forEach(node -> lastUse.put(node, nodes.size()));
    }

    /**
     * What is trained.
     *
     * @return closed with this
     */
    public FlatParameters parameters() {
        return parameters;
    }

    /**
     * The network.
     *
     * @return as given
     */
    public Graph graph() {
        return graph;
    }

    /**
     * One pass. To be called inside a {@link PointerScope} that ends after the backward pass.
     *
     * @param images [N, C, H, W]
     * @return what an output is called → its map [N, K, H', W'] in float32
     */
    public Map<String, Tensor> forward(Tensor images) {
        Tensor input = bfloat16 ? images.to(torch.ScalarType.BFloat16) : images;
        Map<String, Step.Value> live = new HashMap<>();
        List<Node> nodes = graph.nodes();
        for (int at = 0; at < nodes.size(); at++) {
            Node node = nodes.get(at);
            List<Step.Value> inputs = node.inputs().isEmpty()
                    ? List.of(Step.Value.of(input))
                    : node.inputs().stream().map(name -> known(live, name)).toList();
            live.put(node.name(), run(node, inputs));
            for (String name : new HashSet<>(node.inputs())) {
                if (lastUse.getOrDefault(name, -1) == at) {
                    known(live, name).release();
                    live.remove(name);
                }
            }
        }
        return outputs(live);
    }

    private Map<String, Tensor> outputs(Map<String, Step.Value> live) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        graph.outputs()
                .forEach((answer, node) ->
                        outputs.put(answer, known(live, node).map().to(torch.ScalarType.Float)));
        live.values().forEach(Step.Value::release);
        return outputs;
    }

    /** One layer. What it makes on the way is let go at once; what the backward pass needs of it lives on without us. */
    private Step.Value run(Node node, List<Step.Value> inputs) {
        try (PointerScope layer = new PointerScope()) {
            boolean casts = bfloat16 && !Precision.bfloat16Trains(node.layer());
            LiveNumbers numbers = new LiveNumbers(node, parameters, bfloat16 && !casts);
            Step plain = step(node, numbers, inputs);
            Step step = casts ? plain.in(torch.ScalarType.Float, torch.ScalarType.BFloat16) : plain;
            Step.Value value = step.run(inputs);
            value.retain();
            return value;
        }
    }

    /** The layer's kernel, or what stands in for one that does not do here. */
    private Step step(Node node, LiveNumbers numbers, List<Step.Value> inputs) {
        if (node.layer() instanceof BatchNorm norm && norms != null) {
            return new SynchronisedNorm(norm, numbers, norms);
        }
        Tensor input = inputs.get(0).map();
        return node.layer() instanceof Convolution convolution
                        && TapSum.fits(convolution)
                        && input.requires_grad()
                        && input.is_cpu()
                ? new TapSum(convolution, numbers)
                : node.layer().accept(new Kernels(numbers, wishes(node)));
    }

    private Kernels.Wishes wishes(Node node) {
        boolean places = graph.nodes().stream()
                .anyMatch(other -> other.layer() instanceof MaxUnpool
                        && other.inputs().get(1).equals(node.name()));
        return new Kernels.Wishes(places, mayOverwrite(node), false, Tail.NONE, true);
    }

    /** Whether a node is the only reader of a map that the backward pass of the layer before does not look at. */
    private boolean mayOverwrite(Node node) {
        if (node.inputs().size() != 1) {
            return false;
        }
        String input = node.inputs().get(0);
        var filled = graph.node(input).layer();
        boolean unread = filled instanceof Convolution
                || filled instanceof TransposedConvolution
                || filled instanceof BatchNorm
                || filled instanceof Add;
        return unread
                && !graph.outputs().containsValue(input)
                && graph.nodes().stream()
                                .filter(other -> other.inputs().contains(input))
                                .count()
                        == 1;
    }

    private static Step.Value known(Map<String, Step.Value> live, String name) {
        Step.Value value = live.get(name);
        if (value == null) {
            throw new IllegalStateException("node '" + name + "' must have been run");
        }
        return value;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
