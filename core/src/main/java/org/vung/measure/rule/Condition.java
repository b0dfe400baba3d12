package org.vung.measure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two measures compared, such as {@code area > 50}.
 *
 * @param left the first
 * @param comparison between them
 * @param right the second
 */
public record Condition(Expression left, Comparison comparison, Expression right) {

    private static final Pattern SIGN = Pattern.compile("<=|>=|<|>");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    /**
     * Reads conditions that must all hold.
     *
     * @param text with {@code < <= > >=}, and {@code and} between conditions
     * @return at least one
     * @throws IllegalArgumentException if it cannot be read
     */
    public static List<Condition> parse(String text) {
        List<Condition> all = new ArrayList<>();
        for (String part : AND.split(text, -1)) {
            all.add(one(part));
        }
        return List.copyOf(all);
    }

    private static Condition one(String text) {
        Matcher sign = SIGN.matcher(text);
        if (!sign.find()) {
            throw new IllegalArgumentException(
                    "must compare by < <= > or >=, such as area > 50, got '" + text.strip() + "'");
        }
        Comparison comparison = switch (sign.group()) {
            case "<" -> Comparison.BELOW;
            case "<=" -> Comparison.AT_MOST;
            case ">" -> Comparison.ABOVE;
            default -> Comparison.AT_LEAST;
        };
        return new Condition(
                Expression.parse(text.substring(0, sign.start())),
                comparison,
                Expression.parse(text.substring(sign.end())));
    }

    boolean holds(Expression.Values values) {
        return comparison.holds(left.value(values), right.value(values));
    }
}
