package org.vung.torch.train.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.fused.Tail;
import org.vung.torch.layer.Flow;
import org.vung.torch.layer.Kernels;
import org.vung.torch.layer.Step;
import org.vung.torch.parallel.Group;
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
    private final Flow flow;

    /**
     * A network with its first numbers.
     *
     * @param graph at any size
     * @param start its numbers, asked once
     * @param precision of the products, not {@code AUTO}
     * @param group whose images all batch norms look at
     */
    public TrainableNetwork(Graph graph, Numbers start, Precision precision, Group group) {
        this(graph, new FlatParameters(graph, start), precision, group);
    }

    /** A network on numbers that are there already. */
    TrainableNetwork(Graph graph, FlatParameters parameters, Precision precision, Group group) {
        this.graph = graph;
        this.bfloat16 = precision == Precision.BFLOAT16;
        this.parameters = parameters;
        this.norms = group.ranks() > 1 ? new GroupMean(group) : null;
        this.flow = new Flow(
                graph,
                graph.nodes().stream()
                        .map(node -> new Flow.Stage(node.name(), node.inputs()))
                        .toList());
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
        Map<String, Step.Value> live =
                flow.run(input, (at, inputs) -> run(graph.nodes().get(at), inputs));
        return outputs(live);
    }

    /**
     * One pass for the main output alone. To be called as {@link #forward}.
     *
     * @param images [N, C, H, W]
     * @return [N, K, H', W'] in float32
     */
    public Tensor answer(Tensor images) {
        return forward(images).values().iterator().next();
    }

    private Map<String, Tensor> outputs(Map<String, Step.Value> live) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        graph.outputs()
                .forEach((answer, node) ->
                        outputs.put(answer, Flow.known(live, node).map().to(torch.ScalarType.Float)));
        live.values().forEach(Step.Value::release);
        return outputs;
    }

    /** One layer; what the backward pass needs of what it makes on the way lives on without us. */
    private Step.Value run(Node node, List<Step.Value> inputs) {
        boolean casts = bfloat16 && !Precision.bfloat16Trains(node.layer());
        LiveNumbers numbers = new LiveNumbers(node, parameters, bfloat16 && !casts);
        Step plain = step(node, numbers, inputs);
        Step step = casts ? plain.in(torch.ScalarType.Float, torch.ScalarType.BFloat16) : plain;
        return step.run(inputs);
    }

    /** The layer's kernel, or what stands in for one that does not do here. */
    private Step step(Node node, LiveNumbers numbers, List<Step.Value> inputs) {
        if (node.layer() instanceof BatchNorm norm && norms != null && !norm.frozen()) {
            return new SynchronisedNorm(norm, numbers, norms);
        }
        Tensor input = inputs.get(0).map();
        if (node.layer() instanceof Convolution convolution) {
            if (TapSum.fits(convolution) && input.requires_grad() && input.is_cpu()) {
                return new TapSum(convolution, numbers);
            }
            if (!numbers.bfloat16() && PlanarConvolution.fits(convolution, input)) {
                return new PlanarConvolution(convolution, numbers);
            }
        }
        return node.layer().accept(new Kernels(numbers, wishes(node)));
    }

    private Kernels.Wishes wishes(Node node) {
        return new Kernels.Wishes(flow.givesPlaces(node), flow.mayOverwrite(node, true), false, Tail.NONE, true);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
