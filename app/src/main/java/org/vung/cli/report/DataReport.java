package org.vung.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vung.data.check.Finding;
import org.vung.data.check.Severity;
import org.vung.data.format.Conversion;
import org.vung.data.stats.DataStats;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung data}. */
public final class DataReport {

    private DataReport() {}

    /**
     * What was converted.
     *
     * @param folder as it was given
     * @param format of it
     * @param out the new folder
     * @param done what was written
     * @return JSON text
     */
    public static String of(String folder, String format, String out, Conversion done) {
        return Json.object(json -> {
            json.writeStringProperty("folder", folder);
            json.writeStringProperty("from", format);
            json.writeStringProperty("to", done.format());
            json.writeStringProperty("out", out);
            json.writeNumberProperty("images", done.images());
            Json.texts(json, "classes", done.classes());
            Json.texts(json, "notes", done.notes());
        });
    }

    /**
     * What is wrong with a data set.
     *
     * @param folder as it was given
     * @param images that were read
     * @param findings errors first
     * @return JSON text
     */
    public static String of(String folder, int images, List<Finding> findings) {
        return Json.object(json -> {
            json.writeStringProperty("folder", folder);
            json.writeNumberProperty("images", images);
            for (Severity severity : Severity.values()) {
                long count = findings.stream()
                        .filter(finding -> finding.severity() == severity)
                        .count();
                json.writeNumberProperty(word(severity) + "s", count);
            }
            json.writeName("findings");
            json.writeStartArray();
            findings.forEach(finding -> finding(json, finding));
            json.writeEndArray();
        });
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("severity", word(finding.severity()));
        json.writeStringProperty("kind", finding.kind().word());
        json.writeStringProperty("file", finding.file());
        json.writeStringProperty("what", finding.what());
        json.writeStringProperty("mend", finding.mend());
        json.writeEndObject();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /**
     * How a data set was divided.
     *
     * @param folder as it was given
     * @param seed start of chance
     * @param lists images in each list, by its file
     * @return JSON text
     */
    public static String of(String folder, long seed, Map<String, Integer> lists) {
        return Json.object(json -> {
            json.writeStringProperty("folder", folder);
            json.writeNumberProperty("seed", seed);
            Json.values(json, "lists", lists);
        });
    }

    /**
     * What a data set holds.
     *
     * @param folder as it was given
     * @param format of it
     * @param stats its counts
     * @return JSON text; sizes are height, width
     */
    public static String of(String folder, String format, DataStats stats) {
        return Json.object(json -> {
            json.writeStringProperty("folder", folder);
            json.writeStringProperty("format", format);
            json.writeNumberProperty("images", stats.images());
            json.writeNumberProperty("groups", stats.groups());
            json.writeStringProperty("truth", stats.kind());
            json.writeNumberProperty("pixels", stats.pixels());
            json.writeNumberProperty("unknown_pixels", stats.unknown());
            json.writeNumberProperty("uncovered_pixels", stats.uncovered());
            json.writeName("sizes");
            json.writeStartArray();
            stats.sizes().forEach(each -> size(json, each));
            json.writeEndArray();
            json.writeName("classes");
            json.writeStartArray();
            stats.classes().forEach(each -> count(json, each));
            json.writeEndArray();
            stats.objects().forEach(each -> objects(json, each));
        });
    }

    private static void size(JsonGenerator json, DataStats.SizeCount each) {
        json.writeStartObject();
        json.writeNumberProperty("height", each.size().height());
        json.writeNumberProperty("width", each.size().width());
        json.writeNumberProperty("images", each.images());
        json.writeEndObject();
    }

    private static void count(JsonGenerator json, DataStats.ClassCount each) {
        json.writeStartObject();
        json.writeStringProperty("name", each.name());
        json.writeNumberProperty("images", each.images());
        json.writeNumberProperty("pixels", each.pixels());
        json.writeName("share");
        Json.number(json, each.share());
        json.writeNumberProperty("objects", each.objects());
        json.writeEndObject();
    }

    private static void objects(JsonGenerator json, DataStats.ObjectCounts counts) {
        json.writeName("objects");
        json.writeStartObject();
        json.writeNumberProperty("total", counts.total());
        json.writeNumberProperty("crowds", counts.crowds());
        spread(json, "per_image", counts.perImage());
        spread(json, "area", counts.area());
        json.writeNumberProperty("small", counts.small());
        json.writeNumberProperty("medium", counts.medium());
        json.writeNumberProperty("large", counts.large());
        json.writeEndObject();
    }

    private static void spread(JsonGenerator json, String name, DataStats.Spread spread) {
        json.writeName(name);
        json.writeStartObject();
        json.writeNumberProperty("least", spread.least());
        json.writeNumberProperty("median", spread.median());
        json.writeNumberProperty("mean", spread.mean());
        json.writeNumberProperty("most", spread.most());
        json.writeEndObject();
    }
}
