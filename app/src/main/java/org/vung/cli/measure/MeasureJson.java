package org.vung.cli.measure;

import java.util.List;
import org.vung.cli.report.Failure;
import org.vung.cli.report.Json;
import org.vung.cli.report.SegmentReport;
import org.vung.cli.report.VerdictJson;
import org.vung.data.sheet.Sheet;
import org.vung.image.Size;
import org.vung.measure.PixelSize;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung measure}: one object for the whole command, and in the same shape for the file of each image. */
final class MeasureJson {

    private MeasureJson() {}

    static String of(List<Measured> results, List<Failure> failures) {
        return Json.object(json -> {
            json.writeName("results");
            json.writeStartArray();
            results.forEach(result -> write(json, result));
            json.writeEndArray();
            SegmentReport.failures(json, failures);
        });
    }

    private static void write(JsonGenerator json, Measured result) {
        json.writeStartObject();
        json.writeStringProperty("labels", result.labels());
        result.photo().ifPresent(photo -> json.writeStringProperty("photo", photo.toString()));
        Size size = result.measurement().scene().labels().size();
        json.writeNumberProperty("height", size.height());
        json.writeNumberProperty("width", size.width());
        PixelSize pixel = result.measurement().scene().pixel();
        json.writeName("pixel");
        json.writeStartObject();
        json.writeNumberProperty("height", pixel.height());
        json.writeNumberProperty("width", pixel.width());
        json.writeStringProperty("unit", pixel.unit());
        json.writeEndObject();
        sheet(json, "regions", result.regions());
        sheet(json, "shares", result.shares());
        result.change().ifPresent(change -> sheet(json, "change", change));
        result.hours().ifPresent(hours -> json.writeNumberProperty("hours", hours.toNanos() / 3.6e12));
        VerdictJson.write(json, result.verdicts());
        json.writeName("outputs");
        json.writeStartObject();
        result.outputs().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void sheet(JsonGenerator json, String name, Sheet sheet) {
        json.writeName(name);
        json.writeStartArray();
        for (List<Object> row : sheet.rows()) {
            json.writeStartObject();
            for (int column = 0; column < row.size(); column++) {
                json.writeName(sheet.columns().get(column));
                value(json, row.get(column));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) {
        if (value instanceof Double number) {
            Json.number(json, number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
