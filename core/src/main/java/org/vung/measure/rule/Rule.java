package org.vung.measure.rule;

import java.util.List;
import java.util.OptionalDouble;
import org.vung.measure.scene.Place;

/**
 * One rule.
 *
 * @param name what people call it
 * @param each the places it judges one by one
 * @param measure what is looked at
 * @param comparison of the measure with the threshold
 * @param threshold finite
 * @param until once fired the rule stays as long as its measure is not past this; on the near side of the threshold
 * @param images in a row on which the comparison must hold before the rule fires, at least 1
 * @param action what is to be done
 * @param filter of regions
 */
public record Rule(
        String name,
        Place.Kind each,
        Expression measure,
        Comparison comparison,
        double threshold,
        OptionalDouble until,
        int images,
        String action,
        Filter filter) {

    private static final int MOST_IMAGES = 1_000_000;

    /**
     * Which regions are judged.
     *
     * @param of the names of their classes; all where there are none
     * @param where what must hold of each
     */
    public record Filter(List<String> of, List<Condition> where) {

        /** All regions. */
        public static final Filter ALL = new Filter(List.of(), List.of());

        /** Copies the lists. */
        public Filter {
            of = List.copyOf(of);
            where = List.copyOf(where);
        }
    }

    /** Checks the numbers. */
    public Rule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must have letters, got none");
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException(comparison.word() + " must be a finite number, got " + threshold);
        }
        if (until.isPresent()) {
            checkUntil(comparison, threshold, until.getAsDouble());
        }
        if (images < 1 || images > MOST_IMAGES) {
            throw new IllegalArgumentException("for must be 1 … " + MOST_IMAGES + " images, got " + images);
        }
        if (each != Place.Kind.REGION && !filter.equals(Filter.ALL)) {
            throw new IllegalArgumentException(
                    "where and of must go with 'each: region', got 'each: " + each.word() + "'; leave them out");
        }
    }

    private static void checkUntil(Comparison comparison, double threshold, double until) {
        boolean near = comparison.isUpwards() ? until <= threshold : until >= threshold;
        if (!near) { // of NaN, too
            throw new IllegalArgumentException("until must be " + (comparison.isUpwards() ? "at most " : "at least ")
                    + new Expression.Constant(threshold) + ", the threshold of " + comparison.word() + ", got "
                    + new Expression.Constant(until));
        }
    }

    /**
     * A rule without hysteresis, filter and action.
     *
     * @param name what people call it
     * @param each the places it judges
     * @param measure as text
     * @param comparison of the measure with the threshold
     * @param threshold finite
     * @return the rule
     */
    public static Rule of(String name, Place.Kind each, String measure, Comparison comparison, double threshold) {
        return new Rule(
                name,
                each,
                Expression.parse(measure),
                comparison,
                threshold,
                OptionalDouble.empty(),
                1,
                "",
                Filter.ALL);
    }

    /** Whether it stays fired at a value. */
    boolean stays(double value) {
        if (until.isEmpty()) {
            return comparison.holds(value, threshold);
        }
        return comparison.isUpwards() ? value >= until.getAsDouble() : value <= until.getAsDouble();
    }

    boolean hasMemory() {
        return until.isPresent() || images > 1;
    }
}
