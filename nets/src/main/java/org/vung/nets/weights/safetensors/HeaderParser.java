package org.vung.nets.weights.safetensors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.WeightFileException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a header's text token by token; the parser below refuses a key that comes twice. */
final class HeaderParser {

    private static final String METADATA = "__metadata__";

    private final Bytes file;
    private final JsonParser json;

    HeaderParser(Bytes file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    Header header() throws WeightFileException {
        List<Header.Entry> entries = new ArrayList<>();
        Map<String, String> metadata = Map.of();
        expect(json.nextToken(), JsonToken.START_OBJECT, "the header");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (name.equals(METADATA)) {
                metadata = metadata();
            } else {
                entries.add(entry(name));
            }
        }
        if (json.nextToken() != null) {
            throw file.bad("the header must be one JSON object, got more behind it; the file is damaged");
        }
        return new Header(entries, metadata);
    }

    private Map<String, String> metadata() throws WeightFileException {
        Map<String, String> texts = new LinkedHashMap<>();
        expect(json.nextToken(), JsonToken.START_OBJECT, METADATA);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_STRING, METADATA + "." + key);
            texts.put(key, json.getString());
        }
        return texts;
    }

    private Header.Entry entry(String name) throws WeightFileException {
        ElementType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        expect(json.nextToken(), JsonToken.START_OBJECT, name);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            switch (key) {
                case "dtype" -> type = type(name);
                case "shape" -> shape = numbers("shape of " + name);
                case "data_offsets" -> offsets = numbers("data_offsets of " + name);
                default ->
                    throw file.bad("keys of " + name + " must be dtype, shape, data_offsets, got " + key
                            + "; the file is damaged");
            }
        }
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw file.bad(name + " must have dtype, shape and two data_offsets, got " + type + ", " + shape + ", "
                    + offsets + "; the file is damaged");
        }
        return new Header.Entry(name, type, dimensions(name, shape), offsets.get(0), offsets.get(1));
    }

    private ElementType type(String name) throws WeightFileException {
        expect(json.nextToken(), JsonToken.VALUE_STRING, "dtype of " + name);
        String text = json.getString();
        return TypeNames.find(text)
                .orElseThrow(() -> file.bad("dtype of " + name + " must be one of " + TypeNames.known() + ", got "
                        + text + "; convert the tensor before it is saved"));
    }

    private List<Long> numbers(String what) throws WeightFileException {
        List<Long> numbers = new ArrayList<>();
        expect(json.nextToken(), JsonToken.START_ARRAY, what);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
            if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
                throw file.bad(what + " must be whole numbers from 0 to 2^63 - 1, got " + json.getString()
                        + "; the file is damaged");
            }
            numbers.add(json.getLongValue());
            if (numbers.size() > 64) {
                throw file.bad(what + " must be at most 64 numbers, got more; the file is damaged");
            }
        }
        return numbers;
    }

    private List<Integer> dimensions(String name, List<Long> shape) throws WeightFileException {
        List<Integer> dimensions = new ArrayList<>();
        for (long size : shape) {
            if (size > Integer.MAX_VALUE) {
                throw file.bad(
                        "shape of " + name + " must be sizes below 2^31, got " + shape + "; the file is damaged");
            }
            dimensions.add((int) size);
        }
        return dimensions;
    }

    private void expect(@Nullable JsonToken got, JsonToken wanted, String what) throws WeightFileException {
        if (got != wanted) {
            throw file.bad(what + " must be " + words(wanted) + ", got " + (got == null ? "the end" : words(got))
                    + "; the file is damaged");
        }
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a fraction";
            default -> "another value";
        };
    }
}
