package org.vung.nets.graph;

import java.util.List;
import java.util.Map;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Shapes;

/**
 * What a network costs for one image of its nominal size.
 *
 * @param parameters trained numbers
 * @param statistics gathered numbers, such as means of batch normalisation
 * @param multiplyAdds of convolutions and linear layers
 * @param activations numbers of all maps together; times 4 bytes what training keeps in float32
 */
public record Cost(long parameters, long statistics, long multiplyAdds, long activations) {

    /**
     * Counts.
     *
     * @param graph the network at its nominal size
     * @return its cost
     */
    public static Cost of(Graph graph) {
        Map<String, Shape> shapes = graph.shapes();
        Cost sum = new Cost(0, 0, 0, 0);
        for (Node node : graph.nodes()) {
            sum = sum.plus(of(node, shapes));
        }
        return sum;
    }

    /**
     * Counts one layer.
     *
     * @param node of the graph
     * @param shapes of all nodes
     * @return its cost
     */
    public static Cost of(Node node, Map<String, Shape> shapes) {
        try {
            return count(node, shapes);
        } catch (ArithmeticException tooMany) {
            throw new IllegalArgumentException(
                    "layer '" + node.name() + "' must have numbers that 64 bits count, got more; make it smaller",
                    tooMany);
        }
    }

    private static Cost count(Node node, Map<String, Shape> shapes) {
        List<Parameter> all = node.layer().parameters();
        long trained = all.stream()
                .filter(Parameter::trained)
                .mapToLong(Parameter::numbers)
                .sum();
        long numbers = all.stream().mapToLong(Parameter::numbers).sum();
        return new Cost(
                trained,
                numbers - trained,
                node.layer().multiplyAdds(shapes(node, shapes)),
                shapes(node, shapes).output().numbers());
    }

    /**
     * What goes into a node and comes out of it.
     *
     * @param node of the graph
     * @param shapes of all nodes
     * @return its shapes
     */
    public static Shapes shapes(Node node, Map<String, Shape> shapes) {
        return new Shapes(
                node.inputs().stream().map(name -> known(shapes, name)).toList(), known(shapes, node.name()));
    }

    private static Shape known(Map<String, Shape> shapes, String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("shapes must hold every node, got none for '" + name + "'");
        }
        return shape;
    }

    private Cost plus(Cost that) {
        return new Cost(
                Math.addExact(parameters, that.parameters),
                Math.addExact(statistics, that.statistics),
                Math.addExact(multiplyAdds, that.multiplyAdds),
                Math.addExact(activations, that.activations));
    }
}
