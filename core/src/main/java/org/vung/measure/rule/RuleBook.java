package org.vung.measure.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vung.measure.scene.Measurement;

/**
 * Rules that are asked one after the other. Immutable.
 *
 * @param rules at least one, no two of one name
 */
public record RuleBook(List<Rule> rules) {

    /** Copies the list; checks names, functions and properties. */
    public RuleBook {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules must be at least 1, got 0");
        }
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException(
                        "rules must have names of their own, got '" + rule.name() + "' twice");
            }
            check(rule);
        }
    }

    /**
     * Checks that a rule's measure and filter can be worked out at its places.
     *
     * @param rule any
     * @throws IllegalArgumentException if a function or property is not known, or does not go with its places
     */
    public static void check(Rule rule) {
        Vocabulary.check(rule.measure(), rule.each());
        for (Condition condition : rule.filter().where()) {
            Vocabulary.check(condition.left(), rule.each());
            Vocabulary.check(condition.right(), rule.each());
        }
    }

    /**
     * Begins to watch images in the order of time.
     *
     * @return remembers which rules have fired, and where
     */
    public Watch watch() {
        return new Watch(this);
    }

    /**
     * Judges one image by itself.
     *
     * @param measurement of it
     * @return what fired, in the order of the rules and places
     * @throws IllegalArgumentException if a rule speaks of a class, cell, part, unit or photo that is not there
     */
    public List<Verdict> judge(Measurement measurement) {
        return watch().judge(measurement);
    }
}
