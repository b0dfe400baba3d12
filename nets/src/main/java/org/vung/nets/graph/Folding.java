package org.vung.nets.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.nets.diagram.Arrow;
import org.vung.nets.diagram.Box;
import org.vung.nets.diagram.Diagram;
import org.vung.nets.diagram.Kind;
import org.vung.nets.diagram.Part;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;

/** Layers put together into boxes. */
final class Folding {

    private static final Words WORDS = new Words();

    private final Graph graph;
    private final ReceptiveField field;
    private final Map<String, List<Node>> readers = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>(); // node → the node that names its box
    private final Map<String, List<Node>> parts = new LinkedHashMap<>(); // box → its nodes, the naming one first
    private final Map<String, List<Node>> crops = new HashMap<>(); // box → crops before it

    Folding(Graph graph) {
        this.graph = graph;
        this.field = ReceptiveField.of(graph, Axis.ROWS);
        for (Node node : graph.nodes()) {
            for (String input : mapsOf(node)) {
                readers.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
            }
        }
        graph.nodes().forEach(this::settle);
    }

    /** Inputs whose numbers or places a node takes, without those that lend their size alone. */
    private static List<String> mapsOf(Node node) {
        Layer layer = node.layer();
        int taken = layer instanceof CropLike || layer instanceof Resize
                ? 1
                : layer instanceof MaxUnpool ? 2 : node.inputs().size();
        return node.inputs().subList(0, taken);
    }

    private void settle(Node node) {
        String home = node.name();
        if (isFunction(node) && isOnlyReader(node)) {
            String source = node.inputs().get(0);
            home = homes.getOrDefault(source, source);
        } else if (isServingCrop(node)) {
            crops.computeIfAbsent(readersOf(node.name()).get(0).name(), name -> new ArrayList<>())
                    .add(node);
            homes.put(node.name(), readersOf(node.name()).get(0).name());
            return;
        }
        homes.put(node.name(), home);
        parts.computeIfAbsent(home, name -> new ArrayList<>()).add(node);
    }

    private List<Node> readersOf(String node) {
        return readers.getOrDefault(node, List.of());
    }

    private static boolean isFunction(Node node) {
        return node.layer().accept(WORDS).kind() == Kind.FUNCTION;
    }

    private boolean isOnlyReader(Node node) {
        String source = node.inputs().get(0);
        return readersOf(source).size() == 1
                && !graph.outputs().containsValue(source)
                && !graph.node(source).inputs().isEmpty();
    }

    private boolean isServingCrop(Node node) {
        boolean crop = node.layer() instanceof Crop || node.layer() instanceof CropLike;
        List<Node> takers = readersOf(node.name());
        return crop
                && !graph.outputs().containsValue(node.name())
                && takers.size() == 1
                && takers.get(0).layer().accept(WORDS).kind() == Kind.JOIN;
    }

    Diagram diagram(String caption) {
        List<Box> boxes = new ArrayList<>();
        Set<Arrow> arrows = new LinkedHashSet<>();
        Map<String, Shape> shapes = graph.shapes();
        for (Map.Entry<String, List<Node>> part : parts.entrySet()) {
            boxes.add(box(part.getKey(), part.getValue(), shapes));
            arrows.addAll(arrows(graph.node(part.getKey())));
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((answer, node) -> outputs.put(answer, home(node)));
        return new Diagram(graph.name(), caption, boxes, List.copyOf(arrows), List.of(), outputs);
    }

    private String home(String node) {
        return homes.getOrDefault(node, node);
    }

    private Box box(String name, List<Node> nodes, Map<String, Shape> shapes) {
        Words.Label head = nodes.get(0).layer().accept(WORDS);
        List<String> words = new ArrayList<>();
        words.add((crops.containsKey(name) ? "crop, " : "") + head.words());
        List<String> functions = new ArrayList<>();
        for (Node node : nodes.subList(1, nodes.size())) {
            functions.add(node.layer().accept(WORDS).words());
        }
        if (!functions.isEmpty()) {
            words.add(String.join(" · ", functions));
        }
        Node last = nodes.get(nodes.size() - 1);
        return new Box(
                name,
                List.of(new Part(head.kind(), words)),
                Cost.shapes(last, shapes).output(),
                level(nodes.get(0), head.kind()));
    }

    /** An enlargement stands where it takes from, so that what it feeds can meet what comes across from the encoder. */
    private int level(Node node, Kind kind) {
        boolean last = readersOf(node.name()).isEmpty();
        Ratio stride =
                field.stride(kind == Kind.ENLARGE && !last ? node.inputs().get(0) : node.name());
        return (int) Math.round(Math.log((double) stride.over() / stride.under()) / Math.log(2));
    }

    private Set<Arrow> arrows(Node node) {
        Set<Arrow> arrows = new LinkedHashSet<>();
        List<String> maps = mapsOf(node);
        for (int input = 0; input < maps.size(); input++) {
            String from = home(maps.get(input));
            if (from.equals(node.name())) { // a crop that stands in this box
                from = home(graph.node(maps.get(input)).inputs().get(0));
            }
            boolean places = node.layer() instanceof MaxUnpool && input == 1;
            if (!places || !arrows.contains(new Arrow(from, node.name(), false))) {
                arrows.add(new Arrow(from, node.name(), places));
            }
        }
        return arrows;
    }
}
