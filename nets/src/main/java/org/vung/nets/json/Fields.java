package org.vung.nets.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Properties of JSON objects, each of one kind and no other: no number is read from a text, no integer from a fraction. */
public final class Fields {

    private static final int SHOWN = 60;

    private Fields() {}

    /**
     * Refuses properties that nobody reads.
     *
     * @param object must be one
     * @param names of all that it may hold
     * @param where for messages
     */
    public static void only(JsonNode object, Collection<String> names, String where) {
        object(object, where);
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        where + " must have only " + String.join(", ", names) + ", got '" + shown(name) + "'");
            }
        }
    }

    /**
     * Refuses what is no object.
     *
     * @param object must be one
     * @param where for messages
     */
    public static void object(JsonNode object, String where) {
        if (!object.isObject()) {
            throw wrong(where, "an object", object);
        }
    }

    /**
     * A property.
     *
     * @param object that holds it
     * @param name of it
     * @param where for messages
     * @return its value
     */
    public static JsonNode of(JsonNode object, String name, String where) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException(where + " must have '" + name + "', got none");
        }
        return value;
    }

    /**
     * A property that is a text.
     *
     * @param object that holds it
     * @param name of it
     * @param where for messages
     * @return the text
     */
    public static String text(JsonNode object, String name, String where) {
        return text(of(object, name, where), where + "." + name);
    }

    /**
     * A text.
     *
     * @param value must be one
     * @param where for messages
     * @return the text
     */
    public static String text(JsonNode value, String where) {
        if (!value.isString()) {
            throw wrong(where, "a text", value);
        }
        return value.stringValue();
    }

    /**
     * A whole number of 32 bits.
     *
     * @param value must be one
     * @param where for messages
     * @return the number
     */
    public static int integer(JsonNode value, String where) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(where, "a whole number of 32 bits", value);
        }
        return value.intValue();
    }

    /**
     * A property that is an array.
     *
     * @param object that holds it
     * @param name of it
     * @param where for messages
     * @return its items
     */
    public static List<JsonNode> array(JsonNode object, String name, String where) {
        JsonNode value = of(object, name, where);
        if (!value.isArray()) {
            throw wrong(where + "." + name, "an array", value);
        }
        return new ArrayList<>(value.values());
    }

    static double number(JsonNode value, String where) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(where, "a finite number", value);
        }
        return value.doubleValue();
    }

    static boolean yes(JsonNode value, String where) {
        if (!value.isBoolean()) {
            throw wrong(where, "true or false", value);
        }
        return value.booleanValue();
    }

    static Object word(Class<?> kind, JsonNode value, String where) {
        List<String> words = new ArrayList<>();
        for (Object constant : kind.getEnumConstants()) {
            String word = ((Enum<?>) constant).name();
            if (value.isString() && word.equals(value.stringValue())) {
                return constant;
            }
            words.add(word);
        }
        throw wrong(where, "one of " + String.join(", ", words), value);
    }

    private static IllegalArgumentException wrong(String where, String limit, JsonNode got) {
        return new IllegalArgumentException(where + " must be " + limit + ", got " + shown(got.toString()));
    }

    /** As much of a text as fits into a message. */
    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
