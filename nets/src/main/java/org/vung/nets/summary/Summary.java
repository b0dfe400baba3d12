package org.vung.nets.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;

/**
 * A network layer by layer, as Keras's {@code model.summary()} tells it.
 *
 * @param name of the network
 * @param rows one a layer, in the order of the graph
 * @param cost of the whole network
 */
public record Summary(String name, List<Row> rows, Cost cost) {

    private static final KerasNames TYPES = new KerasNames();

    /** Copies the list. */
    public Summary {
        rows = List.copyOf(rows);
    }

    /**
     * A layer.
     *
     * @param name of its node
     * @param type its class in Keras: {@code Conv2D}
     * @param output Keras's words for its shape: channels last, {@code None} for the batch
     * @param shape the same as a value
     * @param cost its own
     * @param inputs names of the rows it takes from
     */
    public record Row(String name, String type, String output, Shape shape, Cost cost, List<String> inputs) {

        /** Copies the list. */
        public Row {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Tells a network as Keras does that is built with {@code Conv2D(…, activation="relu")}: an activation that alone follows
     * a convolution or linear layer stands in its line.
     *
     * @param graph at its nominal size
     * @return a row for each other layer
     */
    public static Summary of(Graph graph) {
        return of(graph, folded(graph));
    }

    /**
     * Tells every layer in a line of its own.
     *
     * @param graph at its nominal size
     * @return a row for each layer
     */
    public static Summary unfolded(Graph graph) {
        return of(graph, Map.of());
    }

    private static Summary of(Graph graph, Map<String, String> folded) {
        Map<String, Shape> shapes = graph.shapes();
        Set<String> vectors = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (isVector(node, vectors)) {
                vectors.add(node.name());
            }
            if (folded.containsKey(node.name())) {
                continue;
            }
            Shape shape = Cost.shapes(node, shapes).output();
            rows.add(new Row(
                    node.name(),
                    node.layer().accept(TYPES),
                    words(shape, vectors.contains(node.name())),
                    shape,
                    Cost.of(node, shapes),
                    node.inputs().stream()
                            .map(input -> folded.getOrDefault(input, input))
                            .toList()));
        }
        return new Summary(graph.name(), rows, Cost.of(graph));
    }

    /** Activation → the layer whose line it shares. */
    private static Map<String, String> folded(Graph graph) {
        Map<String, Integer> readers = new HashMap<>();
        graph.outputs().values().forEach(node -> readers.merge(node, 1, Integer::sum));
        for (Node node : graph.nodes()) {
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        Map<String, String> folded = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (isPlain(node.layer())
                    && hasWeights(graph.node(node.inputs().get(0)).layer())
                    && readers.getOrDefault(node.inputs().get(0), 0) == 1) {
                folded.put(node.name(), node.inputs().get(0));
            }
        }
        return folded;
    }

    private static boolean isPlain(Layer layer) {
        return layer instanceof Activation activation && activation.function() != Activation.Function.LEAKY_RELU;
    }

    private static boolean hasWeights(Layer layer) {
        return layer instanceof Convolution || layer instanceof TransposedConvolution || layer instanceof Linear;
    }

    /** A map of 1 × 1 pixels is no vector until it is flattened. */
    private static boolean isVector(Node node, Set<String> vectors) {
        return node.layer() instanceof Linear
                || node.layer() instanceof Flatten
                || (!node.inputs().isEmpty() && vectors.containsAll(node.inputs()));
    }

    private static String words(Shape shape, boolean vector) {
        return vector
                ? "(None, " + shape.channels() + ")"
                : "(None, " + shape.height() + ", " + shape.width() + ", " + shape.channels() + ")";
    }

    /**
     * Keras's table, but for long names, which are never cut.
     *
     * @return text of several lines, without a line break at its end
     */
    public String text() {
        return new SummaryTable(this).text();
    }
}
