package org.vung.cli.report;

import java.util.List;
import org.vung.Instance;
import org.vung.label.Box;
import org.vung.label.LabelClass;
import org.vung.measure.RegionSummary;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung segment}. */
public final class SegmentReport {

    private SegmentReport() {}

    /**
     * One object for the whole command, and in the same shape for the file beside each image.
     *
     * @param results one per image
     * @param failures inputs that failed
     * @return JSON text
     */
    public static String of(List<Result> results, List<Failure> failures) {
        return Json.object(json -> {
            json.writeName("results");
            json.writeStartArray();
            results.forEach(result -> write(json, result));
            json.writeEndArray();
            failures(json, failures);
        });
    }

    /**
     * An array under {@code errors}.
     *
     * @param json gets it
     * @param failures inputs that failed
     */
    public static void failures(JsonGenerator json, List<Failure> failures) {
        json.writeName("errors");
        json.writeStartArray();
        for (Failure failure : failures) {
            json.writeStartObject();
            json.writeStringProperty("subject", failure.subject());
            json.writeStringProperty("error", failure.error());
            json.writeNumberProperty("exit_code", failure.exitCode());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Result result) {
        json.writeStartObject();
        json.writeStringProperty("image", result.image());
        json.writeNumberProperty("page", result.page());
        json.writeStringProperty("method", result.method());
        json.writeNumberProperty("height", result.size().height());
        json.writeNumberProperty("width", result.size().width());
        json.writeStringProperty("kind", result.kind());
        if (!result.classes().isEmpty()) {
            Json.texts(
                    json,
                    "classes",
                    result.classes().stream().map(LabelClass::name).toList());
        }
        json.writeName("regions");
        json.writeStartArray();
        result.regions().forEach(region -> write(json, region, result));
        json.writeEndArray();
        Json.values(json, "findings", result.findings().values());
        Json.texts(json, "warnings", result.findings().warnings());
        write(json, result.seconds());
        result.verdicts().ifPresent(verdicts -> VerdictJson.write(json, verdicts));
        Json.values(json, "outputs", result.outputs());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, RegionSummary region, Result result) {
        json.writeStartObject();
        json.writeNumberProperty("id", region.label());
        if (!result.objects().isEmpty()) {
            Instance object = result.objects().get(region.label() - 1);
            name(json, object.category(), result);
            json.writeNumberProperty("score", object.score());
        } else if (!result.classes().isEmpty()) {
            name(json, region.label(), result);
        }
        json.writeNumberProperty("area_px", region.area());
        json.writeNumberProperty("share", region.share());
        Box box = region.box();
        Json.numbers(json, "bbox", List.of(box.row(), box.column(), box.height(), box.width()));
        if (!result.objects().isEmpty()) {
            Instance object = result.objects().get(region.label() - 1);
            Json.numbers(json, "box", List.of(object.row(), object.column(), object.height(), object.width()));
        }
        json.writeName("mean_color");
        Json.value(json, region.meanColour());
        json.writeEndObject();
    }

    private static void name(JsonGenerator json, int of, Result result) {
        json.writeStringProperty("name", result.classes().get(of).name());
    }

    private static void write(JsonGenerator json, Result.Seconds seconds) {
        json.writeName("seconds");
        json.writeStartObject();
        json.writeNumberProperty("read", seconds.read());
        json.writeName("segment");
        Json.value(json, seconds.segment());
        json.writeNumberProperty("write", seconds.write());
        json.writeEndObject();
    }
}
