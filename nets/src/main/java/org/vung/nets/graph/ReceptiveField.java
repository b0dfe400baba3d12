package org.vung.nets.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Shapes;
import org.vung.nets.layer.Span;

/**
 * How far a network looks along one axis: exactly, by asking every layer on the way back which places it needs.
 *
 * <p>Places are counted in the input image; ones below 0 or beyond its length lie in the padding. In between a hull may hold
 * places that a dilated kernel skips.
 */
public final class ReceptiveField {

    private final Graph graph;
    private final Axis axis;
    private final Map<String, Shape> shapes;
    private final Map<String, Ratio> steps = new HashMap<>();
    private final Set<String> adrift = new HashSet<>();
    private long period = 1;

    private ReceptiveField(Graph graph, Axis axis) {
        this.graph = graph;
        this.axis = axis;
        this.shapes = graph.shapes();
        for (Node node : graph.nodes()) {
            steps.put(node.name(), step(node));
        }
    }

    /**
     * Prepares the way back.
     *
     * @param graph the network at its nominal size
     * @param axis rows or columns
     * @return its receptive field along that axis
     */
    public static ReceptiveField of(Graph graph, Axis axis) {
        return new ReceptiveField(graph, axis);
    }

    /** Image pixels per pixel of a node; what was pooled to a fixed size lies on no grid and counts for no period. */
    private Ratio step(Node node) {
        if (node.inputs().isEmpty()) {
            return Ratio.ONE;
        }
        if (node.layer() instanceof Resize) {
            return known(node.inputs().get(1)); // it takes the grid of the map whose size it takes
        }
        Shapes own = Cost.shapes(node, shapes);
        Optional<String> gridded =
                node.inputs().stream().filter(name -> !adrift.contains(name)).findFirst();
        if (gridded.isEmpty() || leavesGrid(node.layer(), own)) {
            adrift.add(node.name());
            return new Ratio(graph.input().along(axis), own.output().along(axis));
        }
        Ratio step = known(gridded.get()).times(node.layer().step(axis, own));
        period = period / Ratio.greatestDivisor(period, step.over()) * step.over();
        return step;
    }

    private boolean leavesGrid(Layer layer, Shapes own) {
        boolean pools = layer instanceof AdaptiveAveragePool || layer instanceof Flatten;
        return pools && layer.reach(0, Span.at(0), axis, own).isAll();
    }

    private Ratio known(String name) {
        return steps.getOrDefault(name, Ratio.ONE);
    }

    /**
     * Image pixels per pixel of the main answer.
     *
     * @return 1 for a network that answers at the image's resolution
     */
    public Ratio outputStride() {
        return known(graph.output());
    }

    /**
     * Image pixels per pixel of a node's map.
     *
     * @param node its name
     * @return 2 behind a pooling by 2
     * @throws IllegalArgumentException if there is no such node
     */
    public Ratio stride(String node) {
        return known(graph.node(node).name());
    }

    /**
     * The step by which an image may be shifted so that every map of the network shifts by whole pixels: the largest stride on
     * the way. Tiles begin at multiples of it.
     *
     * @return in image pixels, at least 1
     */
    public long period() {
        return period;
    }

    /**
     * Which places of the first input decide about some places of the main answer.
     *
     * @param wanted places of the answer
     * @return the hull of the image's places, also beyond its border; {@link Span#ALL} where the network looks at everything
     */
    public Span of(Span wanted) {
        Map<String, Span> needs = new HashMap<>();
        needs.put(graph.output(), wanted);
        List<Node> backwards = new ArrayList<>(graph.nodes());
        Collections.reverse(backwards);
        for (Node node : backwards) {
            Span needed = needs.getOrDefault(node.name(), Span.NONE);
            if (needed.isEmpty() || node.inputs().isEmpty()) {
                continue;
            }
            spread(node.layer(), node, needed, needs);
        }
        return needs.getOrDefault(graph.inputs().get(0).name(), Span.NONE);
    }

    private void spread(Layer layer, Node node, Span needed, Map<String, Span> needs) {
        Shapes own = Cost.shapes(node, shapes);
        for (int input = 0; input < node.inputs().size(); input++) {
            needs.merge(node.inputs().get(input), layer.reach(input, needed, axis, own), Span::hull);
        }
    }

    /**
     * The receptive field: the most image pixels that decide about one pixel of the answer, over all its places in a period.
     *
     * @return in pixels; {@link Long#MAX_VALUE} where the network looks at everything
     */
    public long size() {
        long most = 0;
        for (long place = 0; place < outputs(); place++) {
            Span span = of(Span.at(middle() + place));
            if (span.isAll()) {
                return Long.MAX_VALUE;
            }
            most = Math.max(most, span.length());
        }
        return most;
    }

    /**
     * How many image pixels around a block of the image decide about the answer there, with blocks that begin at multiples of
     * the {@link #period()}; negative where the answer is smaller than the image by more.
     *
     * @return pixels before and after; both {@link Long#MAX_VALUE} where the network looks at everything
     */
    public Halo halo() {
        Span one = of(new Span(middle(), middle() + outputs() - 1));
        if (one.isAll()) {
            return new Halo(Long.MAX_VALUE, Long.MAX_VALUE);
        }
        long first = middle() / outputs() * period;
        return new Halo(first - one.first(), one.last() - (first + period - 1));
    }

    /**
     * Pixels that a block needs around itself.
     *
     * @param before above or on the left
     * @param after below or on the right
     */
    public record Halo(long before, long after) {

        /**
         * Whether it is known.
         *
         * @return false where the network looks at everything
         */
        public boolean isBounded() {
            return before != Long.MAX_VALUE;
        }
    }

    /** Places of the answer in one period of the image. */
    private long outputs() {
        return Math.max(1, period * outputStride().under() / outputStride().over());
    }

    /** A place of the answer far inside, at the beginning of a period. */
    private long middle() {
        return 1000 * outputs();
    }
}
