package org.vung.cli.report;

import java.util.List;
import java.util.Locale;
import org.vung.nets.file.ModelFile;
import org.vung.nets.graph.Cost;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Model;
import org.vung.nets.summary.Summary;
import org.vung.torch.check.Outcome;
import org.vung.torch.run.ForwardBench;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung model}. */
public final class ModelReport {

    private ModelReport() {}

    /**
     * The networks that have a name.
     *
     * @param models all of them
     * @return JSON text
     */
    public static String names(List<Model> models) {
        return Json.object(json -> {
            json.writeName("models");
            json.writeStartArray();
            for (Model model : models) {
                json.writeStartObject();
                json.writeStringProperty("name", model.name());
                json.writeStringProperty("description", model.description());
                json.writeStringProperty("paper", model.paper());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /**
     * A file that was written.
     *
     * @param model as it was given
     * @param file the file
     * @return JSON text
     */
    public static String file(String model, String file) {
        return Json.object(json -> {
            json.writeStringProperty("model", model);
            json.writeStringProperty("file", file);
        });
    }

    /**
     * How fast a network runs here.
     *
     * @param model as it was given
     * @param input shape of its image
     * @param bench what was measured
     * @return JSON text
     */
    public static String of(String model, Shape input, ForwardBench bench) {
        return Json.object(json -> {
            json.writeStringProperty("model", model);
            shape(json, "input", input);
            json.writeStringProperty("precision", bench.precision().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("device", bench.device().text());
            json.writeName("seconds");
            Json.value(json, bench.seconds());
            json.writeName("median_seconds");
            Json.number(json, bench.median());
            json.writeName("gflop_per_second");
            Json.number(json, bench.flops() / bench.median() / 1e9);
            json.writeName("peak_gflop_per_second");
            Json.number(json, bench.peak() / 1e9);
            json.writeName("share_of_peak");
            Json.number(json, bench.shareOfPeak());
        });
    }

    /**
     * Whether a network works here.
     *
     * @param model as it was given
     * @param outcomes of every check
     * @return JSON text; {@code ok} is false where one was missed
     */
    public static String of(String model, List<Outcome> outcomes) {
        return Json.object(json -> {
            json.writeStringProperty("model", model);
            json.writeBooleanProperty("ok", outcomes.stream().noneMatch(each -> each.state() == Outcome.State.MISS));
            json.writeName("checks");
            json.writeStartArray();
            for (Outcome each : outcomes) {
                json.writeStartObject();
                json.writeStringProperty("check", each.check());
                json.writeStringProperty("state", each.state().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("found", each.found());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /**
     * What is in a model file.
     *
     * @param file its path
     * @param model its content
     * @return JSON text
     */
    public static String of(String file, ModelFile model) {
        Cost cost = Cost.of(model.graph());
        return Json.object(json -> {
            json.writeStringProperty("file", file);
            json.writeStringProperty("network", model.graph().name());
            shape(json, "input", model.graph().input());
            cost(json, cost);
            json.writeStringProperty(
                    "colours", model.preprocessing().colours().name().toLowerCase(Locale.ROOT));
            Json.texts(json, "contrast", model.preprocessing().contrastTexts());
            json.writeStringProperty("answer", model.answer().name().toLowerCase(Locale.ROOT));
            Json.texts(json, "classes", model.classNames());
            Json.values(json, "about", model.about());
        });
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
