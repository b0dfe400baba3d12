package org.vung.nets.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vung.image.contrast.Contrast;
import org.vung.label.LabelClass;
import org.vung.nets.json.Fields;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes into a network and comes out, as JSON: the parts that {@code model.json} and the file beside a foreign model share.
 * Whatever reads otherwise is refused with an {@link IllegalArgumentException} that names the field.
 */
public final class MeaningJson {

    private static final List<String> PREPROCESSING = List.of("colours", "contrast", "scale", "means", "deviations");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final String file;

    /**
     * A reader.
     *
     * @param file what the text is called, for messages
     */
    public MeaningJson(String file) {
        this.file = file;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    /** Writes the fields {@code preprocessing}, {@code answer} and {@code classes}. */
    static void write(ObjectNode root, Preprocessing preprocessing, Answer answer, List<LabelClass> classes) {
        ObjectNode object = root.putObject("preprocessing");
        object.put("colours", word(preprocessing.colours()));
        if (!preprocessing.contrast().isEmpty()) {
            ArrayNode contrast = object.putArray("contrast");
            preprocessing.contrastTexts().forEach(contrast::add);
        }
        object.put("scale", preprocessing.scale());
        numbers(object.putArray("means"), preprocessing.means());
        numbers(object.putArray("deviations"), preprocessing.deviations());
        root.put("answer", word(answer));
        ArrayNode array = root.putArray("classes");
        for (LabelClass each : classes) {
            array.addObject().put("name", each.name()).put("colour", String.format("#%06X", each.rgb()));
        }
    }

    private static void numbers(ArrayNode array, List<Float> numbers) {
        numbers.forEach(array::add);
    }

    /**
     * How a constant is written.
     *
     * @param value any
     * @return its name in lower case
     */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses a text; no field may stand twice in an object.
     *
     * @param text JSON
     * @return an object
     */
    public JsonNode object(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (!root.isObject()) {
                throw new IllegalArgumentException(file + " must hold an object, got " + root.getNodeType());
            }
            return root;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(file + " must be JSON, got: " + broken.getOriginalMessage(), broken);
        }
    }

    /**
     * Reads a preprocessing.
     *
     * @param node with colours, scale, means and deviations, and contrast or not
     * @return it
     */
    public Preprocessing preprocessing(JsonNode node) {
        Fields.only(node, PREPROCESSING, file + "'s preprocessing");
        return new Preprocessing(
                choice(Preprocessing.Colours.class, node.path("colours"), "preprocessing.colours"),
                node.has("contrast") ? contrast(Fields.array(node, "contrast", file + "'s preprocessing")) : List.of(),
                number(node.path("scale"), "preprocessing.scale"),
                numbers(node.path("means"), "preprocessing.means"),
                numbers(node.path("deviations"), "preprocessing.deviations"));
    }

    private List<Contrast> contrast(List<JsonNode> nodes) {
        List<Contrast> steps = new ArrayList<>();
        for (JsonNode node : nodes) {
            steps.addAll(Contrast.parse(text(node, "preprocessing.contrast")));
        }
        return steps;
    }

    private List<Float> numbers(JsonNode node, String where) {
        List<Float> numbers = new ArrayList<>();
        for (JsonNode number : array(node, where)) {
            numbers.add(number(number, where));
        }
        return numbers;
    }

    private JsonNode array(JsonNode node, String where) {
        if (!node.isArray()) {
            throw wrong(where, "an array", node);
        }
        return node;
    }

    private float number(JsonNode node, String where) {
        if (!node.isNumber() || !Float.isFinite((float) node.asDouble())) {
            throw wrong(where, "a number", node);
        }
        return (float) node.asDouble();
    }

    /**
     * Reads classes.
     *
     * @param node objects of a name and a colour
     * @return in their order
     */
    public List<LabelClass> classes(JsonNode node) {
        List<LabelClass> classes = new ArrayList<>();
        for (JsonNode each : array(node, "classes")) {
            String colour = text(each.path("colour"), "classes.colour");
            if (!colour.matches("#[0-9A-Fa-f]{6}")) {
                throw new IllegalArgumentException(file + "'s colour must read #RRGGBB, got '" + colour + "'");
            }
            classes.add(
                    new LabelClass(text(each.path("name"), "classes.name"), Integer.parseInt(colour.substring(1), 16)));
        }
        return classes;
    }

    /**
     * Reads texts by name.
     *
     * @param node an object of texts
     * @param where for messages
     * @return in their order
     */
    public Map<String, String> texts(JsonNode node, String where) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw wrong(where, "an object", node);
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            texts.put(each.getKey(), text(each.getValue(), where + "." + each.getKey()));
        }
        return texts;
    }

    /**
     * Reads a text.
     *
     * @param node must be one
     * @param where for messages
     * @return the text
     */
    public String text(JsonNode node, String where) {
        if (!node.isString()) {
            throw wrong(where, "a text", node);
        }
        return node.asString();
    }

    /**
     * Reads one of a few words.
     *
     * @param kind its constants, in lower case, are the words
     * @param node a text
     * @param where for messages
     * @param <E> kind
     * @return the constant
     */
    public <E extends Enum<E>> E choice(Class<E> kind, JsonNode node, String where) {
        String word = text(node, where);
        List<String> known = new ArrayList<>();
        for (E value : kind.getEnumConstants()) {
            if (word(value).equals(word)) {
                return value;
            }
            known.add(word(value));
        }
        throw new IllegalArgumentException(file + "'s " + where + " must be one of " + known + ", got '" + word + "'");
    }

    private IllegalArgumentException wrong(String where, String limit, JsonNode got) {
        return new IllegalArgumentException(file + "'s " + where + " must be " + limit + ", got "
                + (got.isMissingNode() ? "none" : got.toString()));
    }
}
