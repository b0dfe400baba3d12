package org.vung.nets.graph;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vung.nets.json.Fields;
import org.vung.nets.json.LayerJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A graph as JSON and back: {@code version}, {@code name}, {@code nodes} (each {@code name}, {@code inputs}, {@code type} and
 * the components of its layer's record) and {@code outputs}. Files may come from anywhere: reading refuses what it does not
 * know and says where.
 */
public final class GraphJson {

    /** The version that is written, and the only one that is read. */
    public static final int VERSION = 1;

    private static final int NODES = 100_000;
    private static final int NAME = 1000;
    private static final int DEPTH = 20;
    private static final long LENGTH = 64L << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxDocumentLength(LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private GraphJson() {}

    /**
     * Writes a graph.
     *
     * @param graph any
     * @return JSON text, a node a line
     */
    public static String write(Graph graph) {
        List<String> nodes = graph.nodes().stream()
                .map(node -> text(json -> write(node, json)))
                .toList();
        return "{\"version\":" + VERSION
                + ",\"name\":" + text(json -> json.writeString(graph.name()))
                + ",\"nodes\":[\n" + String.join(",\n", nodes)
                + "\n],\"outputs\":" + text(json -> outputs(graph, json)) + "}\n";
    }

    private static String text(Consumer<JsonGenerator> value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            value.accept(json);
        }
        return text.toString();
    }

    private static void outputs(Graph graph, JsonGenerator json) {
        json.writeStartObject();
        graph.outputs().forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void write(Node node, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", node.name());
        json.writeArrayPropertyStart("inputs");
        node.inputs().forEach(json::writeString);
        json.writeEndArray();
        LayerJson.write(node.layer(), json);
        json.writeEndObject();
    }

    /**
     * Reads a graph.
     *
     * @param text JSON, at most 64 Mi letters, 100 000 nodes and names of 1000 letters
     * @return the graph, its shapes inferred
     * @throws IllegalArgumentException if the text is no JSON or no graph; the message says where
     */
    public static Graph read(String text) {
        JsonNode root = parsed(text);
        Fields.only(root, List.of("version", "name", "nodes", "outputs"), "graph");
        int version = Fields.integer(Fields.of(root, "version", "graph"), "graph.version");
        if (version != VERSION) {
            throw new IllegalArgumentException("graph.version must be " + VERSION + ", got " + version
                    + "; write it with the same version of Vung");
        }
        List<JsonNode> items = Fields.array(root, "nodes", "graph");
        if (items.size() > NODES) {
            throw new IllegalArgumentException("graph.nodes must be at most " + NODES + ", got " + items.size());
        }
        List<Node> nodes = new ArrayList<>();
        for (JsonNode item : items) {
            nodes.add(node(item, "nodes[" + nodes.size() + "]"));
        }
        return Graph.of(named(Fields.text(root, "name", "graph"), "graph.name"), nodes, outputs(root));
    }

    private static JsonNode parsed(String text) {
        JsonMapper mapper = JsonMapper.builder(FACTORY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            return mapper.readTree(text);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("graph must be JSON, got: " + broken.getOriginalMessage(), broken);
        }
    }

    private static Node node(JsonNode item, String where) {
        Fields.object(item, where);
        String name = named(Fields.text(item, "name", where), where + ".name");
        List<String> inputs = new ArrayList<>();
        for (JsonNode input : Fields.array(item, "inputs", where)) {
            inputs.add(named(Fields.text(input, where + ".inputs"), where + ".inputs"));
        }
        return new Node(name, LayerJson.read(item, where, List.of("name", "inputs")), inputs);
    }

    private static Map<String, String> outputs(JsonNode root) {
        JsonNode object = Fields.of(root, "outputs", "graph");
        Fields.object(object, "graph.outputs");
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> output : object.properties()) {
            outputs.put(named(output.getKey(), "graph.outputs"), Fields.text(output.getValue(), "graph.outputs"));
        }
        return outputs;
    }

    private static String named(String name, String where) {
        if (name.isEmpty() || name.length() > NAME) {
            throw new IllegalArgumentException(
                    where + " must be 1 … " + NAME + " letters long, got " + name.length() + "; choose another name");
        }
        return name;
    }
}
