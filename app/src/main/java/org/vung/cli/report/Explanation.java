package org.vung.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.nets.worked.Numbers;

/** What {@code vung explain} tells of a layer: formulas with the numbers put in, grids, remarks; for people and as JSON. */
public final class Explanation {

    private final String topic;
    private final Map<String, Object> options = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Map<String, String> formulas = new LinkedHashMap<>();
    private final Map<String, Numbers> grids = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * Begins.
     *
     * @param topic as typed
     * @param title for people
     */
    public Explanation(String topic, String title) {
        this.topic = topic;
        lines.add(title);
    }

    /**
     * An option, for JSON.
     *
     * @param name without dashes
     * @param value as used
     * @return this
     */
    public Explanation option(String name, int value) {
        options.put(name, value);
        return this;
    }

    /**
     * A heading, with an empty line before it.
     *
     * @param words of it
     * @return this
     */
    public Explanation heading(String words) {
        lines.add("");
        lines.add(words);
        return this;
    }

    /**
     * A formula and what it gives.
     *
     * @param name in JSON
     * @param formula with letters, then with numbers
     * @param size what it gives
     * @return this
     */
    public Explanation size(String name, String formula, long size) {
        sizes.put(name, size);
        formulas.put(name, formula.replaceAll(" +", " "));
        lines.add("  " + formula + " = " + size);
        return this;
    }

    /**
     * A number that has no formula.
     *
     * @param name in JSON
     * @param words for people, before the number
     * @param number the number
     * @return this
     */
    public Explanation fact(String name, String words, long number) {
        sizes.put(name, number);
        lines.add("  " + words + " " + number);
        return this;
    }

    /**
     * A grid of numbers.
     *
     * @param name in JSON
     * @param words for people
     * @param grid its numbers
     * @return this
     */
    public Explanation grid(String name, String words, Numbers grid) {
        grids.put(name, grid);
        heading(words + ", " + grid.rows() + "×" + grid.columns());
        lines.addAll(grid.lines());
        return this;
    }

    /**
     * A remark in full sentences.
     *
     * @param parts lines of it
     * @return this
     */
    public Explanation note(String... parts) {
        notes.add(String.join(" ", parts));
        lines.add("");
        lines.addAll(List.of(parts));
        return this;
    }

    /**
     * All of it for people.
     *
     * @return lines
     */
    public String text() {
        return String.join("\n", lines);
    }

    /**
     * All of it for programs.
     *
     * @return one JSON object
     */
    public String json() {
        return Json.object(json -> {
            json.writeStringProperty("topic", topic);
            Json.values(json, "options", options);
            Json.values(json, "sizes", sizes);
            Json.values(json, "formulas", formulas);
            json.writeName("grids");
            json.writeStartObject();
            grids.forEach((name, grid) -> {
                json.writeName(name);
                Json.value(json, grid.lists());
            });
            json.writeEndObject();
            Json.texts(json, "notes", notes);
        });
    }
}
