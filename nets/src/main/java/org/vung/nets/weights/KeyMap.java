package org.vung.nets.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Rules that turn the names of a file into the names a network expects. Every rule runs over every name, in order.
 *
 * @param rules in the order they run
 */
public record KeyMap(List<Rule> rules) {

    /** Counts batches, takes no part in the network's answer, and is missing from files before PyTorch 0.4.1. */
    private static final String COUNTER = "num_batches_tracked";

    /** Freezes the rules. */
    public KeyMap {
        rules = List.copyOf(rules);
    }

    /**
     * Replaces every match within a name.
     *
     * @param pattern what is replaced
     * @param replacement what takes its place; {@code $1} is the first group
     */
    public record Rule(Pattern pattern, String replacement) {}

    /**
     * The rules that change nothing.
     *
     * @return no rules
     */
    public static KeyMap none() {
        return new KeyMap(List.of());
    }

    /**
     * These rules and one more, which runs last.
     *
     * @param regex what is replaced, as in {@link Pattern}
     * @param replacement what takes its place; {@code $1} is the first group
     * @return the longer list of rules
     */
    public KeyMap replacing(String regex, String replacement) {
        List<Rule> longer = new ArrayList<>(rules);
        try {
            longer.add(new Rule(Pattern.compile(regex), replacement));
        } catch (PatternSyntaxException unclear) {
            throw new IllegalArgumentException(
                    "regex must be a regular expression, got " + regex + "; " + unclear.getDescription(), unclear);
        }
        return new KeyMap(longer);
    }

    /**
     * The name a network expects.
     *
     * @param name as in the file
     * @return the name after all rules
     */
    public String apply(String name) {
        String renamed = name;
        for (Rule rule : rules) {
            renamed = rule.pattern().matcher(renamed).replaceAll(rule.replacement());
        }
        return renamed;
    }

    /**
     * Compares what a file has with what a network expects. Names that end in {@code num_batches_tracked} are left out
     * on both sides, unless the network expects them and the file has them.
     *
     * @param weights as in the file
     * @param expected the network's names and dimensions, in its order
     * @return what fits and what does not
     */
    public MatchReport match(Weights weights, Map<String, List<Integer>> expected) {
        Map<String, NamedTensor> left = new LinkedHashMap<>();
        weights.renamed(this::apply).tensors().forEach(tensor -> left.put(tensor.name(), tensor));
        List<NamedTensor> matched = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<ShapeClash> clashes = new ArrayList<>();
        expected.forEach((name, dimensions) -> {
            NamedTensor tensor = left.remove(name);
            if (tensor == null) {
                missing.add(name);
            } else if (tensor.dimensions().equals(dimensions)) {
                matched.add(tensor);
            } else {
                clashes.add(new ShapeClash(name, dimensions, tensor.dimensions()));
            }
        });
        missing.removeIf(name -> name.endsWith(COUNTER));
        left.keySet().removeIf(name -> name.endsWith(COUNTER));
        return new MatchReport(Weights.of(matched), missing, List.copyOf(left.keySet()), clashes);
    }
}
