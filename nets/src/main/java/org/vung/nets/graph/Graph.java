package org.vung.nets.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.Shape;

/**
 * A network: nodes in an order in which each comes after all it takes from, and the nodes whose maps are its answers.
 * Immutable; everything that is done with a network is a function over this value.
 */
public final class Graph {

    private final String name;
    private final Map<String, Node> nodes;
    private final Map<String, String> outputs;

    private Graph(String name, Map<String, Node> nodes, Map<String, String> outputs) {
        this.name = name;
        this.nodes = Collections.unmodifiableMap(nodes);
        this.outputs = Collections.unmodifiableMap(outputs);
    }

    /**
     * Makes a graph and infers its shapes once, so that one that exists fits together.
     *
     * @param name of the network
     * @param nodes each after all it takes from
     * @param outputs what an answer is called → the node that gives it; the first is the main one
     * @return the graph
     * @throws IllegalArgumentException if a name is missing, taken or not known yet, or shapes do not fit
     */
    public static Graph of(String name, List<Node> nodes, Map<String, String> outputs) {
        Map<String, Node> byName = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                if (!byName.containsKey(input)) {
                    throw new IllegalArgumentException("layer '" + node.name()
                            + "' must take from nodes before it, got '" + input + "'; add that one first");
                }
            }
            if (byName.put(node.name(), node) != null) {
                throw new IllegalArgumentException(
                        "layer names must be unique, got '" + node.name() + "' twice; rename one");
            }
        }
        if (outputs.isEmpty() || !byName.keySet().containsAll(outputs.values())) {
            throw new IllegalArgumentException("outputs must name at least one node of the graph, got " + outputs);
        }
        Graph graph = new Graph(name, byName, new LinkedHashMap<>(outputs));
        graph.shapes();
        return graph;
    }

    /**
     * Starts a graph.
     *
     * @param name of the network
     * @return an empty builder
     */
    public static GraphBuilder builder(String name) {
        return new GraphBuilder(name);
    }

    /**
     * The network's name.
     *
     * @return such as {@code unet-paper}
     */
    public String name() {
        return name;
    }

    /**
     * All nodes.
     *
     * @return each after all it takes from
     */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /**
     * One node.
     *
     * @param name of the node
     * @return the node
     * @throws IllegalArgumentException if there is none
     */
    public Node node(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("graph '" + this.name + "' must have the node, got '" + name + "'");
        }
        return node;
    }

    /**
     * The answers.
     *
     * @return what it is called → the node that gives it; the first is the main one
     */
    public Map<String, String> outputs() {
        return outputs;
    }

    /**
     * The node of the main answer.
     *
     * @return its name
     */
    public String output() {
        return outputs.values().iterator().next();
    }

    /**
     * Where images enter.
     *
     * @return input nodes, in order
     */
    public List<Node> inputs() {
        return nodes.values().stream()
                .filter(node -> node.layer() instanceof Input)
                .toList();
    }

    /**
     * The nominal shape of the first input.
     *
     * @return channels × height × width
     */
    public Shape input() {
        return ((Input) inputs().get(0).layer()).shape();
    }

    /**
     * The shape of every node at the nominal size.
     *
     * @return node name → shape, in the order of the nodes
     * @throws IllegalArgumentException if shapes do not fit; the message names the layer
     */
    public Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            shapes.put(node.name(), shape(node, shapes));
        }
        return shapes;
    }

    /**
     * The graph for images of another size.
     *
     * @param size height and width of the first input, and of others that were as large as it
     * @return a graph of the same layers
     * @throws IllegalArgumentException if the network does not take this size; the message names the layer
     */
    public Graph sized(Extent size) {
        List<Node> resized = new ArrayList<>();
        Extent own = input().size();
        for (Node node : nodes.values()) {
            resized.add(
                    node.layer() instanceof Input input && input.shape().size().equals(own)
                            ? new Node(
                                    node.name(),
                                    new Input(input.shape().sized(size.rows(), size.columns())),
                                    node.inputs())
                            : node);
        }
        return of(name, resized, outputs);
    }

    /**
     * The part of the graph that some answers need.
     *
     * @param answers what the outputs are called, at least one
     * @return a graph with these outputs alone, in the order of this one
     * @throws IllegalArgumentException if there is no such output
     */
    public Graph only(String... answers) {
        Set<String> wanted = Set.of(answers);
        for (String answer : answers) {
            if (!outputs.containsKey(answer)) {
                throw new IllegalArgumentException(
                        "output must be one of " + outputs.keySet() + ", got '" + answer + "'");
            }
        }
        Map<String, String> kept = new LinkedHashMap<>(outputs);
        kept.keySet().retainAll(wanted);
        return of(name, needed(kept.values()), kept);
    }

    private List<Node> needed(Collection<String> last) {
        Set<String> names = new HashSet<>(last);
        List<Node> all = new ArrayList<>(nodes.values());
        Collections.reverse(all);
        List<Node> needed = new ArrayList<>();
        for (Node node : all) {
            if (names.contains(node.name())) {
                names.addAll(node.inputs());
                needed.add(node);
            }
        }
        Collections.reverse(needed);
        return needed;
    }

    /**
     * All numbers the network owns.
     *
     * @return {@code node.parameter} → parameter, in the order of the nodes
     */
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            for (Parameter parameter : node.layer().parameters()) {
                parameters.put(node.name() + "." + parameter.name(), parameter);
            }
        }
        return parameters;
    }

    static Shape shape(Node node, Map<String, Shape> known) {
        List<Shape> inputs = node.inputs().stream().map(known::get).toList();
        try {
            return node.layer().shape(inputs);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IllegalArgumentException(
                    "layer '" + node.name() + "' (" + node.layer().getClass().getSimpleName() + "): "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph that
                && name.equals(that.name)
                && nodes().equals(that.nodes())
                && List.copyOf(outputs.entrySet()).equals(List.copyOf(that.outputs.entrySet()));
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + nodes.hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + nodes.size() + " layers, " + input() + " → " + outputs.keySet();
    }
}
