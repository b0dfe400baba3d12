package org.vung.cli.report;

import java.util.List;
import org.vung.label.Box;
import org.vung.measure.rule.Rule;
import org.vung.measure.rule.Verdict;
import tools.jackson.core.JsonGenerator;

/** What rules decided, as JSON. */
public final class VerdictJson {

    private VerdictJson() {}

    /**
     * An array under {@code verdicts}.
     *
     * @param json gets it
     * @param verdicts what fired; may be none
     */
    public static void write(JsonGenerator json, List<Verdict> verdicts) {
        json.writeName("verdicts");
        json.writeStartArray();
        verdicts.forEach(verdict -> write(json, verdict));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Verdict verdict) {
        Rule rule = verdict.rule();
        json.writeStartObject();
        json.writeStringProperty("rule", rule.name());
        json.writeStringProperty("action", rule.action());
        json.writeStringProperty("place", verdict.place().kind().word());
        json.writeStringProperty("name", verdict.place().name());
        Box box = verdict.place().box();
        Json.numbers(json, "bbox", List.of(box.row(), box.column(), box.height(), box.width()));
        json.writeStringProperty("measure", rule.measure().toString());
        number(json, "value", verdict.value());
        json.writeStringProperty("comparison", rule.comparison().word());
        number(json, "threshold", rule.threshold());
        rule.until().ifPresent(until -> number(json, "until", until));
        json.writeBooleanProperty("held", verdict.isHeld());
        json.writeNumberProperty("images", verdict.images());
        json.writeName("numbers");
        json.writeStartObject();
        verdict.terms().forEach(term -> number(json, term.text(), term.value()));
        json.writeEndObject();
        json.writeStringProperty("text", verdict.text());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        Json.number(json, value);
    }
}
