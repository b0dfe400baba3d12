package org.vung.cli.report;

import java.util.List;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Summary;
import org.vung.nets.layer.Shape;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung model}. */
public final class ModelReport {

    private ModelReport() {}

    /**
     * The names of networks.
     *
     * @param names of them
     * @return JSON text
     */
    public static String names(List<String> names) {
        return Json.object(json -> Json.texts(json, "models", names));
    }

    /**
     * A picture that was written.
     *
     * @param model as it was given
     * @param figure the file
     * @return JSON text
     */
    public static String figure(String model, String figure) {
        return Json.object(json -> {
            json.writeStringProperty("model", model);
            json.writeStringProperty("figure", figure);
        });
    }

    /**
     * A network layer by layer.
     *
     * @param summary of it
     * @param input nominal shape of its image
     * @return JSON text; shapes are channels, height, width
     */
    public static String of(Summary summary, Shape input) {
        return Json.object(json -> {
            json.writeStringProperty("name", summary.name());
            shape(json, "input", input);
            cost(json, summary.cost());
            json.writeNumberProperty("activations", summary.cost().activations());
            json.writeName("layers");
            json.writeStartArray();
            summary.rows().forEach(row -> layer(json, row));
            json.writeEndArray();
        });
    }

    private static void layer(JsonGenerator json, Summary.Row row) {
        json.writeStartObject();
        json.writeStringProperty("name", row.name());
        json.writeStringProperty("type", row.type());
        shape(json, "shape", row.shape());
        cost(json, row.cost());
        Json.texts(json, "inputs", row.inputs());
        json.writeEndObject();
    }

    private static void cost(JsonGenerator json, Cost cost) {
        json.writeNumberProperty("parameters", cost.parameters());
        json.writeNumberProperty("statistics", cost.statistics());
        json.writeNumberProperty("multiply_adds", cost.multiplyAdds());
    }

    private static void shape(JsonGenerator json, String name, Shape shape) {
        json.writeName(name);
        Json.value(json, List.of(shape.channels(), shape.height(), shape.width()));
    }
}
