package org.vung.cli.evaluate;

import java.util.List;
import org.vung.cli.report.Failure;
import org.vung.cli.report.Json;
import org.vung.data.evaluate.Tally;
import org.vung.score.Bootstrap;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code vung evaluate}. */
final class EvaluationJson {

    private EvaluationJson() {}

    /** One object: what was judged on what, every score with its limits, what failed, what was written. */
    static String of(
            Evaluation evaluation, List<String> methods, List<Row> rows, Bootstrap bootstrap, List<String> outputs) {
        return Json.object(json -> {
            json.writeStringProperty("method", methods.get(0));
            if (methods.size() > 1) {
                json.writeStringProperty("compared_with", methods.get(1));
            }
            json.writeStringProperty("data", evaluation.set().name());
            json.writeNumberProperty("images", evaluation.images().size());
            Tally<?> tally = evaluation.judged().get(0).tallies().get(0);
            json.writeNumberProperty("groups", tally.groups());
            json.writeName("seconds_per_image");
            Json.number(json, evaluation.secondsPerImage());
            json.writeName("bootstrap");
            json.writeStartObject();
            json.writeNumberProperty("rounds", bootstrap.rounds());
            json.writeNumberProperty("level", bootstrap.level());
            json.writeNumberProperty("seed", bootstrap.seed());
            json.writeEndObject();
            json.writeName("scores");
            json.writeStartArray();
            rows.forEach(row -> write(json, row));
            json.writeEndArray();
            failures(json, evaluation.failures());
            json.writeName("outputs");
            json.writeStartArray();
            outputs.forEach(json::writeString);
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStringProperty("family", row.family());
        json.writeStringProperty("score", row.score().name());
        if (!row.score().of().isEmpty()) {
            json.writeStringProperty("of", row.score().of());
        }
        json.writeBooleanProperty("larger_is_better", row.score().largerIsBetter());
        interval(json, "", row.first());
        if (row.second() != null) {
            interval(json, "other_", row.second());
        }
        if (row.gain() != null) {
            interval(json, "gain_", row.gain().value());
            number(json, "p", row.gain().p());
        }
        json.writeEndObject();
    }

    private static void interval(JsonGenerator json, String before, Bootstrap.Interval interval) {
        number(json, before + "value", interval.value());
        number(json, before + "low", interval.low());
        number(json, before + "high", interval.high());
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        Json.number(json, value);
    }

    private static void failures(JsonGenerator json, List<Failure> failures) {
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
}
