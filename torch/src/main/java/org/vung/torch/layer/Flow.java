package org.vung.torch.layer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.TransposedConvolution;

/** How maps flow through a graph: who reads what, and when a map has been read for the last time. */
public final class Flow {

    private final Graph graph;
    private final List<Stage> stages;
    private final Map<String, Integer> lastUse = new HashMap<>();

    /**
     * One thing to run.
     *
     * @param output the node whose map it gives
     * @param inputs nodes whose maps it takes; none for the one that takes the images
     */
    public record Stage(String output, List<String> inputs) {

        /** Copies the list. */
        public Stage {
            inputs = List.copyOf(inputs);
        }
    }

    /** Runs a stage. */
    @FunctionalInterface
    public interface Work {

        /**
         * Runs a stage. What it makes on the way is freed at once.
         *
         * @param at number of the stage
         * @param inputs in the stage's order
         * @return what it gives
         */
        Step.Value run(int at, List<Step.Value> inputs);
    }

    /**
     * The flow of a graph.
     *
     * @param graph of one input
     * @param stages in an order in which inputs come first
     */
    public Flow(Graph graph, List<Stage> stages) {
        if (graph.inputs().size() != 1) {
            List<String> inputs = graph.inputs().stream().map(Node::name).toList();
            throw new IllegalArgumentException(
                    "graph '" + graph.name() + "' must have one input to be run in one go, got "
                            + String.join(", ", inputs) + "; run its parts by themselves");
        }
        this.graph = graph;
        this.stages = List.copyOf(stages);
        for (int at = 0; at < stages.size(); at++) {
            for (String input : stages.get(at).inputs()) {
                lastUse.put(input, at);
            }
        }
        graph.outputs().values().forEach(node -> lastUse.put(node, stages.size()));
    }

    /**
     * Whether an unpooling asks a pooling where its largest were.
     *
     * @param pool a node
     * @return whether the node's places are read
     */
    public boolean givesPlaces(Node pool) {
        return graph.nodes().stream()
                .anyMatch(node -> node.layer() instanceof MaxUnpool
                        && node.inputs().get(1).equals(pool.name()));
    }

    /**
     * Whether a node is the only one to read the fresh memory that the node before it filled. While the network learns, that node
     * must also not look at what it filled again on the way back.
     *
     * @param node any
     * @param learning whether a backward pass follows
     * @return whether it may write over its first input
     */
    public boolean mayOverwrite(Node node, boolean learning) {
        return !node.inputs().isEmpty() && isFresh(graph.node(node.inputs().get(0)), learning);
    }

    private boolean isFresh(Node filled, boolean learning) {
        long readers = graph.nodes().stream()
                .filter(other -> other.inputs().contains(filled.name()))
                .count();
        if (readers != 1 || graph.outputs().containsValue(filled.name())) {
            return false;
        }
        Layer layer = filled.layer();
        if (layer instanceof Convolution
                || layer instanceof TransposedConvolution
                || layer instanceof BatchNorm
                || layer instanceof Add) {
            return true;
        }
        if (layer instanceof Dropout) {
            return !learning && isFresh(graph.node(filled.inputs().get(0)), false);
        }
        return !learning && (layer instanceof PRelu || layer instanceof Activation);
    }

    /**
     * Runs all stages; each map is let go after its last use.
     *
     * @param images what the stage without inputs takes
     * @param work runs a stage
     * @return the maps of the graph's outputs by node, retained: whoever asked lets them go
     */
    public Map<String, Step.Value> run(Tensor images, Work work) {
        Map<String, Step.Value> live = new HashMap<>();
        for (int at = 0; at < stages.size(); at++) {
            Stage stage = stages.get(at);
            List<Step.Value> inputs = stage.inputs().isEmpty()
                    ? List.of(Step.Value.of(images))
                    : stage.inputs().stream().map(name -> known(live, name)).toList();
            live.put(stage.output(), retained(at, inputs, work));
            for (String name : new HashSet<>(stage.inputs())) {
                if (lastUse.getOrDefault(name, -1) == at) {
                    known(live, name).release();
                    live.remove(name);
                }
            }
        }
        return live;
    }

    private static Step.Value retained(int at, List<Step.Value> inputs, Work work) {
        try (PointerScope stage = new PointerScope()) {
            Step.Value value = work.run(at, inputs);
            value.retain();
            return value;
        }
    }

    /**
     * What a node gave.
     *
     * @param maps by node
     * @param name of the node
     * @param <V> what is kept of a node
     * @return its map
     */
    public static <V> V known(Map<String, V> maps, String name) {
        V value = maps.get(name);
        if (value == null) {
            throw new IllegalStateException("node '" + name + "' must have been run");
        }
        return value;
    }
}
