package org.vung.cli.report;

import java.util.List;
import org.vung.Findings;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung compare}. */
public final class CompareReport {

    private CompareReport() {}

    /**
     * A panel of the figure.
     *
     * @param method its text
     * @param regions that have pixels
     * @param seconds of its first and only run
     * @param findings of the method
     */
    public record Entry(String method, int regions, double seconds, Findings findings) {}

    /**
     * One object for the figure.
     *
     * @param image as it was given
     * @param figure the file written
     * @param entries one per panel but the first, which shows the image
     * @param failures methods that could not work on the image
     * @return JSON text
     */
    public static String of(String image, String figure, List<Entry> entries, List<Failure> failures) {
        return Json.object(json -> {
            json.writeStringProperty("image", image);
            json.writeStringProperty("figure", figure);
            json.writeName("panels");
            json.writeStartArray();
            entries.forEach(entry -> write(json, entry));
            json.writeEndArray();
            SegmentReport.failures(json, failures);
        });
    }

    private static void write(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("method", entry.method());
        json.writeNumberProperty("regions", entry.regions());
        json.writeNumberProperty("seconds", entry.seconds());
        Json.values(json, "findings", entry.findings().values());
        Json.texts(json, "warnings", entry.findings().warnings());
        json.writeEndObject();
    }
}
