package org.vung;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named values a method reports beside its labels, and warnings about them. Immutable; {@code with} and {@code warn} return
 * copies.
 */
public final class Findings {

    private static final Findings NONE = new Findings(Map.of(), List.of());

    private final Map<String, Object> values;
    private final List<String> warnings;

    private Findings(Map<String, Object> values, List<String> warnings) {
        this.values = values;
        this.warnings = warnings;
    }

    /**
     * No values, no warnings.
     *
     * @return the empty findings
     */
    public static Findings none() {
        return NONE;
    }

    /**
     * Adds a number.
     *
     * @param name lower case words joined by an underscore: {@code inertia}, {@code log_likelihood}
     * @param value the value found
     * @return these findings and one more
     */
    public Findings with(String name, Number value) {
        return plus(name, value);
    }

    /**
     * Adds a yes or no.
     *
     * @param name as in {@link #with(String, Number)}
     * @param value the value found
     * @return these findings and one more
     */
    public Findings with(String name, boolean value) {
        return plus(name, value);
    }

    /**
     * Adds a word.
     *
     * @param name as in {@link #with(String, Number)}
     * @param value the value found
     * @return these findings and one more
     */
    public Findings with(String name, String value) {
        return plus(name, value);
    }

    /**
     * Adds a row of numbers.
     *
     * @param name as in {@link #with(String, Number)}
     * @param values the values found, copied
     * @return these findings and one more
     */
    public Findings with(String name, double[] values) {
        return plus(name, listOf(values));
    }

    /**
     * Adds a table of numbers, such as cluster centres.
     *
     * @param name as in {@link #with(String, Number)}
     * @param rows the values found, copied
     * @return these findings and one more
     */
    public Findings with(String name, double[][] rows) {
        List<List<Double>> table = new ArrayList<>(rows.length);
        for (double[] row : rows) {
            table.add(listOf(row));
        }
        return plus(name, Collections.unmodifiableList(table));
    }

    /**
     * Adds a warning for the person who reads the result.
     *
     * @param warning one sentence that says what happened and the mend
     * @return these findings with the warning
     */
    public Findings warn(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Findings(values, Collections.unmodifiableList(more));
    }

    /**
     * All values.
     *
     * @return names to {@link Number}, {@link Boolean}, {@link String}, or lists of numbers, in order; unmodifiable
     */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * All warnings.
     *
     * @return sentences, in order; unmodifiable
     */
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Findings that && values.equals(that.values) && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + warnings.hashCode();
    }

    @Override
    public String toString() {
        return warnings.isEmpty() ? values.toString() : values + " warnings " + warnings;
    }

    private Findings plus(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Findings(Collections.unmodifiableMap(more), warnings);
    }

    private static List<Double> listOf(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return Collections.unmodifiableList(list);
    }
}
