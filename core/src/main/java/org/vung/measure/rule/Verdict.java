package org.vung.measure.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vung.measure.scene.Place;

/**
 * A rule that fired at a place.
 *
 * @param rule which
 * @param place where
 * @param value of its measure; may be infinite, and NaN never
 * @param terms of the measure with their numbers, in their order
 * @param images in a row for which it has been fired, this one included, at least 1
 */
public record Verdict(Rule rule, Place place, double value, List<Term> terms, int images) {

    /**
     * A part of a measure with its number.
     *
     * @param text as in the rule, such as {@code share(weed)}
     * @param value at the place
     */
    public record Term(String text, double value) {}

    /** Copies the list. */
    public Verdict {
        terms = List.copyOf(terms);
    }

    /**
     * Whether hysteresis alone keeps it fired.
     *
     * @return true where the comparison with the threshold does not hold any more
     */
    public boolean isHeld() {
        return !rule.comparison().holds(value, rule.threshold());
    }

    /**
     * One line for people.
     *
     * @return the rule, the place, the numbers, the threshold, the action
     */
    public String text() {
        String numbers = terms.stream()
                .map(term -> term.text() + " = " + short4(term.value()))
                .collect(Collectors.joining(", "));
        boolean plain = rule.measure().terms().equals(List.of(rule.measure()));
        String limit = isHeld()
                ? " held, not yet past " + new Expression.Constant(rule.until().orElse(rule.threshold()))
                : " " + rule.comparison().word() + " " + new Expression.Constant(rule.threshold());
        String line = rule.name() + ": " + place + ": " + (plain ? numbers : short4(value) + " (" + numbers + ")")
                + limit + (rule.action().isEmpty() ? "" : " → " + rule.action());
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    private static String short4(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not defined" : value > 0 ? "∞" : "−∞";
        }
        return value == Math.rint(value)
                ? new Expression.Constant(value).toString()
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
