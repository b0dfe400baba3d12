package org.vung.nets.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vung.label.LabelClass;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphJson;
import org.vung.nets.weights.Weights;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text {@code model.json} of a model file. */
final class ModelJson {

    private static final int VERSION = 1;
    private static final List<String> FIELDS =
            List.of("version", "graph", "preprocessing", "answer", "classes", "about");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private ModelJson() {}

    static String write(ModelFile model) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", VERSION);
        root.set("graph", MAPPER.readTree(GraphJson.write(model.graph())));
        ObjectNode preprocessing = root.putObject("preprocessing");
        preprocessing.put("colours", word(model.preprocessing().colours()));
        preprocessing.put("scale", model.preprocessing().scale());
        numbers(preprocessing.putArray("means"), model.preprocessing().means());
        numbers(preprocessing.putArray("deviations"), model.preprocessing().deviations());
        root.put("answer", word(model.answer()));
        ArrayNode classes = root.putArray("classes");
        for (LabelClass each : model.classes()) {
            classes.addObject().put("name", each.name()).put("colour", String.format("#%06X", each.rgb()));
        }
        ObjectNode about = root.putObject("about");
        model.about().forEach(about::put);
        return root.toString();
    }

    private static void numbers(ArrayNode array, List<Float> numbers) {
        numbers.forEach(array::add);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it is not what {@link #write} writes; the message says where
     */
    static ModelFile read(String text, Weights weights) {
        JsonNode root = parsed(text);
        for (String field : root.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("model.json must have the fields " + FIELDS + ", got '" + field
                        + "'; it may come from a newer Vung");
            }
        }
        if (!root.path("version").isInt() || root.path("version").intValue() != VERSION) {
            throw new IllegalArgumentException("model.json's version must be " + VERSION + ", got "
                    + root.path("version") + "; it may come from a newer Vung");
        }
        Graph graph = GraphJson.read(root.path("graph").toString());
        return new ModelFile(
                graph,
                weights,
                preprocessing(root.path("preprocessing")),
                choice(Answer.class, root.path("answer"), "answer"),
                classes(root.path("classes")),
                about(root.path("about")));
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (!root.isObject()) {
                throw new IllegalArgumentException("model.json must hold an object, got " + root.getNodeType());
            }
            return root;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("model.json must be JSON, got: " + broken.getOriginalMessage(), broken);
        }
    }

    private static Preprocessing preprocessing(JsonNode node) {
        return new Preprocessing(
                choice(Preprocessing.Colours.class, node.path("colours"), "preprocessing.colours"),
                number(node.path("scale"), "preprocessing.scale"),
                numbers(node.path("means"), "preprocessing.means"),
                numbers(node.path("deviations"), "preprocessing.deviations"));
    }

    private static List<Float> numbers(JsonNode node, String where) {
        List<Float> numbers = new ArrayList<>();
        for (JsonNode number : array(node, where)) {
            numbers.add(number(number, where));
        }
        return numbers;
    }

    private static float number(JsonNode node, String where) {
        if (!node.isNumber() || !Float.isFinite((float) node.asDouble())) {
            throw new IllegalArgumentException("model.json's " + where + " must be a number, got " + node);
        }
        return (float) node.asDouble();
    }

    private static List<LabelClass> classes(JsonNode node) {
        List<LabelClass> classes = new ArrayList<>();
        for (JsonNode each : array(node, "classes")) {
            String colour = text(each.path("colour"), "classes.colour");
            if (!colour.matches("#[0-9A-Fa-f]{6}")) {
                throw new IllegalArgumentException("model.json's colour must read #RRGGBB, got '" + colour + "'");
            }
            classes.add(
                    new LabelClass(text(each.path("name"), "classes.name"), Integer.parseInt(colour.substring(1), 16)));
        }
        return classes;
    }

    private static Map<String, String> about(JsonNode node) {
        Map<String, String> about = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw new IllegalArgumentException("model.json's about must be an object, got " + node);
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            about.put(each.getKey(), text(each.getValue(), "about." + each.getKey()));
        }
        return about;
    }

    private static JsonNode array(JsonNode node, String where) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("model.json's " + where + " must be an array, got " + node);
        }
        return node;
    }

    private static String text(JsonNode node, String where) {
        if (!node.isString()) {
            throw new IllegalArgumentException("model.json's " + where + " must be a text, got " + node);
        }
        return node.asString();
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, JsonNode node, String where) {
        String word = text(node, where);
        for (E value : kind.getEnumConstants()) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        List<String> known = new ArrayList<>();
        for (E value : kind.getEnumConstants()) {
            known.add(word(value));
        }
        throw new IllegalArgumentException(
                "model.json's " + where + " must be one of " + known + ", got '" + word + "'");
    }
}
