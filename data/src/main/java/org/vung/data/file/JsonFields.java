package org.vung.data.file;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Fields of a JSON object that a stranger wrote; what is missing or of another kind is an {@link IllegalArgumentException} that says
 * where.
 *
 * @param object the object
 * @param where what it is, for messages
 */
public record JsonFields(JsonNode object, String where) {

    /** Refuses what is no object. */
    public JsonFields {
        if (!object.isObject()) {
            throw new IllegalArgumentException(where + " must be an object, got " + DataFiles.shown(object.toString()));
        }
    }

    /**
     * Whether a field is there.
     *
     * @param name of the field
     * @return false too where it is null
     */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /**
     * Any value.
     *
     * @param name of the field
     * @return its value
     */
    public JsonNode node(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(where + " must have '" + name + "', got none");
        }
        return value;
    }

    /**
     * A text.
     *
     * @param name of the field
     * @return its value
     */
    public String text(String name) {
        JsonNode value = node(name);
        if (!value.isString()) {
            throw wrong(name, "a text", value);
        }
        return value.stringValue();
    }

    /**
     * A whole number.
     *
     * @param name of the field
     * @param least smallest value
     * @param most largest value
     * @return its value
     */
    public long integer(String name, long least, long most) {
        JsonNode value = node(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        if (!whole || value.longValue() < least || value.longValue() > most) {
            throw wrong(name, "a whole number " + least + " … " + most, value);
        }
        return value.longValue();
    }

    /**
     * A number.
     *
     * @param name of the field
     * @return its value, finite
     */
    public double number(String name) {
        return number(node(name), where + "." + name);
    }

    /**
     * A number.
     *
     * @param value must be one
     * @param where for the message
     * @return its value, finite
     */
    public static double number(JsonNode value, String where) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException(
                    where + " must be a finite number, got " + DataFiles.shown(value.toString()));
        }
        return value.doubleValue();
    }

    /**
     * Numbers.
     *
     * @param name of the field
     * @return its values, finite
     */
    public double[] numbers(String name) {
        return numbers(node(name), where + "." + name);
    }

    /**
     * Numbers.
     *
     * @param array must be one
     * @param where for the message
     * @return its values, finite
     */
    public static double[] numbers(JsonNode array, String where) {
        if (!array.isArray()) {
            throw new IllegalArgumentException(
                    where + " must be an array of numbers, got " + DataFiles.shown(array.toString()));
        }
        double[] numbers = new double[array.size()];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = number(array.get(at), where);
        }
        return numbers;
    }

    /**
     * The items of an array.
     *
     * @param name of the field
     * @return its items
     */
    public List<JsonNode> items(String name) {
        JsonNode value = node(name);
        if (!value.isArray()) {
            throw wrong(name, "an array", value);
        }
        return List.copyOf(value.values());
    }

    private IllegalArgumentException wrong(String name, String limit, JsonNode got) {
        return new IllegalArgumentException(
                where + "." + name + " must be " + limit + ", got " + DataFiles.shown(got.toString()));
    }
}
