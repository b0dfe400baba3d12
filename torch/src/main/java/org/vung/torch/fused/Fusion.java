package org.vung.torch.fused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Parameter;
import org.vung.nets.numbers.Numbers;

/**
 * Finds what can run as one: a convolution, then perhaps an addition, then perhaps a function, where nothing else reads what
 * lies between.
 */
public final class Fusion {

    private final Graph graph;
    private final Numbers numbers;
    private final Map<String, List<Node>> readers = new HashMap<>();
    private final Map<String, Task> byEnd = new HashMap<>();
    private final Set<String> swallowed = new HashSet<>();

    /**
     * One thing to run.
     *
     * @param output the node whose map it gives
     * @param inputs nodes whose maps it takes: those of {@code node}, then the one that is added
     * @param node the layer
     * @param tail what follows it at once
     */
    public record Task(String output, List<String> inputs, Node node, Tail tail) {

        /** Copies the list. */
        public Task {
            inputs = List.copyOf(inputs);
        }

        static Task of(Node node) {
            return new Task(node.name(), node.inputs(), node, Tail.NONE);
        }
    }

    private Fusion(Graph graph, Numbers numbers) {
        this.graph = graph;
        this.numbers = numbers;
        for (Node node : graph.nodes()) {
            for (String input : node.inputs()) {
                readers.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
            }
        }
    }

    /**
     * The work of a graph, every layer by itself.
     *
     * @param graph any
     * @return in an order in which inputs come first
     */
    public static List<Task> none(Graph graph) {
        return graph.nodes().stream().map(Task::of).toList();
    }

    /**
     * The work of a graph, with as much in one pass as can be.
     *
     * @param graph any
     * @param numbers of its parameters
     * @return in an order in which inputs come first
     */
    public static List<Task> of(Graph graph, Numbers numbers) {
        Fusion fusion = new Fusion(graph, numbers);
        for (Node node : graph.nodes()) {
            if (node.layer() instanceof Convolution) {
                fusion.follow(node);
            }
        }
        return graph.nodes().stream()
                .filter(node -> !fusion.swallowed.contains(node.name()))
                .map(node -> fusion.byEnd.getOrDefault(node.name(), Task.of(node)))
                .toList();
    }

    private void follow(Node product) {
        Node next = onlyReader(product);
        if (next == null) {
            return;
        }
        if (next.layer() instanceof Add) {
            followSum(product, next);
        } else {
            function(next).ifPresent(tail -> put(new Task(next.name(), product.inputs(), product, tail), product));
        }
    }

    private void followSum(Node product, Node sum) {
        if (sum.inputs().size() != 2 || byEnd.containsKey(sum.name()) || swallowed.contains(sum.name())) {
            return;
        }
        String other = sum.inputs().get(sum.inputs().get(0).equals(product.name()) ? 1 : 0);
        List<String> inputs = new ArrayList<>(product.inputs());
        inputs.add(other);
        Node last = onlyReader(sum);
        if (last != null && last.layer().equals(Activation.relu())) {
            put(
                    new Task(
                            last.name(),
                            inputs,
                            product,
                            Tail.of(Activation.relu()).adding()),
                    product,
                    sum);
        } else {
            put(new Task(sum.name(), inputs, product, Tail.NONE.adding()), product);
        }
    }

    private void put(Task task, Node... between) {
        byEnd.put(task.output(), task);
        for (Node node : between) {
            swallowed.add(node.name());
        }
    }

    /** The node that reads another, if it is the only one and reads it once. */
    private @Nullable Node onlyReader(Node node) {
        List<Node> all = readers.getOrDefault(node.name(), List.of());
        return all.size() == 1 && !graph.outputs().containsValue(node.name()) ? all.get(0) : null;
    }

    private Optional<Tail> function(Node node) {
        if (node.layer() instanceof Activation activation && Tail.fits(activation.function())) {
            return Optional.of(Tail.of(activation));
        }
        if (node.layer() instanceof PRelu leak && leak.slopes() == 1) {
            Parameter slope = leak.parameters().get(0);
            return Optional.of(Tail.leaky(numbers.checked(node.name() + "." + slope.name(), slope)[0]));
        }
        return Optional.empty();
    }
}
