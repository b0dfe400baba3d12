package org.vung.nets.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Shape;

/**
 * Wires a graph layer by layer; shapes are inferred at once, so a layer that does not fit is named where it is added.
 *
 * <pre>{@code
 * GraphBuilder net = Graph.builder("tiny");
 * String image = net.input("image", new Shape(3, 64, 64));
 * String features = net.relu("relu1", net.add("conv1", Convolution.of(3, 8, 3).withPadding(1), image));
 * Graph graph = net.output("out", net.add("score", Convolution.of(8, 2, 1), features)).build();
 * }</pre>
 */
public final class GraphBuilder {

    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();

    GraphBuilder(String name) {
        this.name = name;
    }

    /**
     * Adds an entry for images.
     *
     * @param node its name
     * @param shape nominal shape
     * @return its name, to wire from
     */
    public String input(String node, Shape shape) {
        return add(node, new Input(shape));
    }

    /**
     * Adds a layer.
     *
     * @param node its name, unique
     * @param layer what it does
     * @param inputs names of nodes added before
     * @return its name, to wire from
     * @throws IllegalArgumentException if an input is not known or the shapes do not fit
     */
    public String add(String node, Layer layer, String... inputs) {
        Node added = new Node(node, layer, List.of(inputs));
        for (String input : inputs) {
            shape(input);
        }
        if (shapes.containsKey(node)) {
            throw new IllegalArgumentException("layer names must be unique, got '" + node + "' twice; rename one");
        }
        shapes.put(node, Graph.shape(added, shapes));
        nodes.add(added);
        return node;
    }

    /**
     * Adds the usual activation.
     *
     * @param node its name, unique
     * @param input name of a node added before
     * @return its name, to wire from
     */
    public String relu(String node, String input) {
        return add(node, Activation.relu(), input);
    }

    /**
     * The shape of a node added before, at the nominal size.
     *
     * @param node its name
     * @return its shape
     * @throws IllegalArgumentException if there is none of this name
     */
    public Shape shape(String node) {
        Shape shape = shapes.get(node);
        if (shape == null) {
            throw new IllegalArgumentException("input must be a node added before, got '" + node + "'; add it first");
        }
        return shape;
    }

    /**
     * Channels of a node added before.
     *
     * @param node its name
     * @return its channels
     */
    public int channels(String node) {
        return shape(node).channels();
    }

    /**
     * Names an answer of the network.
     *
     * @param answer what it is called: {@code out}, {@code aux}; the first named is the main one
     * @param node the node that gives it
     * @return this builder
     */
    public GraphBuilder output(String answer, String node) {
        shape(node);
        outputs.put(answer, node);
        return this;
    }

    /**
     * Makes the graph.
     *
     * @return an immutable graph
     * @throws IllegalArgumentException if no output was named
     */
    public Graph build() {
        return Graph.of(name, nodes, outputs);
    }
}
