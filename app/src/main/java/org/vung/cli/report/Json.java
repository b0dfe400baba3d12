package org.vung.cli.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON value by value: no mapper, whose first use costs a short run more than its work. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Objects a line per property, arrays on one line. */
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private Json() {}

    /**
     * One object that begins with its schema's version.
     *
     * @param properties writes the others
     * @return JSON text
     */
    public static String object(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(INDENTED, text)) {
            json.writeStartObject();
            json.writeNumberProperty("schema_version", 1);
            properties.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Any value of {@link org.vung.Findings}: a number, a yes or no, a word, lists of them. What JSON cannot hold is null. */
    static void value(JsonGenerator json, Object value) {
        if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            list.forEach(item -> value(json, item));
            json.writeEndArray();
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            number(json, number.doubleValue());
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * A number, or null where JSON has none.
     *
     * @param json gets it
     * @param number any
     */
    public static void number(JsonGenerator json, double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    static void values(JsonGenerator json, String name, Map<String, ?> values) {
        json.writeName(name);
        json.writeStartObject();
        values.forEach((key, value) -> {
            json.writeName(key);
            value(json, value);
        });
        json.writeEndObject();
    }

    static void numbers(JsonGenerator json, String name, List<? extends Number> numbers) {
        json.writeName(name);
        json.writeStartArray();
        for (Number each : numbers) {
            if (each instanceof Float single) {
                json.writeNumber(single); // with as many digits as it has
            } else {
                value(json, each);
            }
        }
        json.writeEndArray();
    }

    static void texts(JsonGenerator json, String name, Iterable<String> texts) {
        json.writeName(name);
        value(json, texts);
    }
}
