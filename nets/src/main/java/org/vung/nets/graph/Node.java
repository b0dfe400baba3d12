package org.vung.nets.graph;

import java.util.List;
import org.vung.nets.layer.Layer;

/**
 * A layer in its place.
 *
 * @param name unique in the graph; parameters are called {@code name.weight}, as in PyTorch's state
 * @param layer what it does
 * @param inputs names of the nodes it takes from, in order
 */
public record Node(String name, Layer layer, List<String> inputs) {

    /** Copies the list. */
    public Node {
        inputs = List.copyOf(inputs);
    }
}
