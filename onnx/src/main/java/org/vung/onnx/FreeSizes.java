package org.vung.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.onnx.format.OnnxGraph.Dimension;

/**
 * Which maps follow the image's height and width. A layer that has a size in its weights (a matrix behind a flattened map) binds
 * the whole network to its nominal size, and then none does.
 */
final class FreeSizes {

    private final Map<String, Shape> shapes;
    private final Set<String> free = new HashSet<>();
    private boolean bound;

    FreeSizes(Graph graph) {
        shapes = graph.shapes();
        bound = graph.inputs().stream().map(this::size).distinct().count() > 1;
        for (Node node : graph.nodes()) {
            bound |= binds(node);
            if (follows(node)) {
                free.add(node.name());
            }
        }
    }

    /** [batch, channels, height, width]; free sizes are called {@code batch}, {@code height} and {@code width} with a prefix. */
    List<Dimension> dimensions(String node, String prefix) {
        Shape shape = shape(node);
        boolean follows = !bound && isFree(node);
        return List.of(
                Dimension.free("batch"),
                Dimension.fixed(shape.channels()),
                follows ? Dimension.free(prefix + "height") : Dimension.fixed(shape.height()),
                follows ? Dimension.free(prefix + "width") : Dimension.fixed(shape.width()));
    }

    private boolean follows(Node node) {
        Layer layer = node.layer();
        if (layer instanceof Input) {
            return true;
        }
        if (layer instanceof AdaptiveAveragePool || layer instanceof Flatten || layer instanceof Linear) {
            return false;
        }
        if (layer instanceof Resize || layer instanceof CropLike || layer instanceof MaxUnpool) {
            return isFree(node.inputs().get(node.inputs().size() - 1));
        }
        return node.inputs().stream().anyMatch(this::isFree);
    }

    private boolean binds(Node node) {
        Layer layer = node.layer();
        if (layer instanceof Flatten || layer instanceof Linear) {
            return isFree(node.inputs().get(0));
        }
        if (layer instanceof Add || layer instanceof Concatenate) {
            return node.inputs().stream().map(this::isFree).distinct().count() > 1;
        }
        return layer instanceof Multiply
                && binds(node.inputs().get(0), node.inputs().get(1));
    }

    /** A factor must be as large as the map at every size, or always one number a channel. */
    private boolean binds(String map, String factor) {
        if (isFree(factor)) {
            return !isFree(map) || !shape(map).equals(shape(factor));
        }
        return isFree(map) && !shape(factor).size().equals(Extent.square(1));
    }

    private boolean isFree(String node) {
        return free.contains(node);
    }

    private Extent size(Node node) {
        return shape(node.name()).size();
    }

    private Shape shape(String node) {
        return Objects.requireNonNull(shapes.get(node));
    }
}
