package org.vung.cli.report;

import java.util.List;
import java.util.Locale;
import org.vung.catalog.Method;
import org.vung.catalog.Option;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung methods}. */
public final class MethodsReport {

    private MethodsReport() {}

    /**
     * Methods and everything that may stand after their names.
     *
     * @param methods to list
     * @return JSON text
     */
    public static String of(List<Method> methods) {
        return Json.object(json -> {
            json.writeName("methods");
            json.writeStartArray();
            methods.forEach(method -> write(json, method));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Method method) {
        json.writeStartObject();
        json.writeStringProperty("name", method.name());
        json.writeStringProperty("summary", method.summary());
        json.writeStringProperty("source", method.source());
        json.writeName("options");
        json.writeStartArray();
        for (Option option : method.options()) {
            json.writeStartObject();
            json.writeStringProperty("name", option.name());
            json.writeStringProperty("kind", option.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("default", option.fallback());
            json.writeStringProperty("range", option.range());
            json.writeStringProperty("meaning", option.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
