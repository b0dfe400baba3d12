package org.vung.data.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.vung.data.file.DataFiles;
import org.vung.measure.rule.Comparison;
import org.vung.measure.rule.Condition;
import org.vung.measure.rule.Expression;
import org.vung.measure.rule.Rule;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.scene.Place;
import org.vung.name.NearestName;

/** One rule from its keys. */
final class RuleFields {

    private static final List<String> KEYS = List.of(
            "name",
            "each",
            "measure",
            "above",
            "at-least",
            "below",
            "at-most",
            "until",
            "for",
            "action",
            "of",
            "where");

    private RuleFields() {}

    static Rule rule(Fields fields) {
        fields.checkKnown(KEYS);
        String name = fields.needed("name");
        Place.Kind each = fields.has("each") ? each(fields) : Place.Kind.IMAGE;
        Expression measure = parsed(fields, "measure", fields.needed("measure"), Expression::parse);
        Comparison comparison = comparison(fields);
        double threshold = fields.number(comparison.word()).orElseThrow();
        OptionalDouble until = fields.number("until").map(OptionalDouble::of).orElse(OptionalDouble.empty());
        Rule.Filter filter = new Rule.Filter(fields.texts("of"), conditions(fields));
        int images = fields.has("for") ? whole(fields) : 1;
        try {
            Rule rule = new Rule(
                    name,
                    each,
                    measure,
                    comparison,
                    threshold,
                    until,
                    images,
                    fields.text("action").orElse(""),
                    filter);
            RuleBook.check(rule);
            return rule;
        } catch (IllegalArgumentException wrong) {
            String message = String.valueOf(wrong.getMessage());
            throw fields.wrong(keyOf(message, comparison), message);
        }
    }

    /** The key a message of a rule speaks of: it begins with it, or it is about the measure. */
    private static String keyOf(String message, Comparison comparison) {
        String first = message.substring(0, message.indexOf(' '));
        return KEYS.contains(first) || first.equals(comparison.word()) ? first : "measure";
    }

    private static Place.Kind each(Fields fields) {
        String word = fields.needed("each");
        List<String> known =
                Arrays.stream(Place.Kind.values()).map(Place.Kind::word).toList();
        if (!known.contains(word)) {
            throw fields.wrong(
                    "each",
                    "each must be one of " + String.join(", ", known) + ", got '" + word + "'"
                            + NearestName.hint(word, known));
        }
        return Place.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Comparison comparison(Fields fields) {
        List<Comparison> found = Arrays.stream(Comparison.values())
                .filter(each -> fields.has(each.word()))
                .toList();
        if (found.size() != 1) {
            List<String> got = found.stream().map(Comparison::word).toList();
            throw fields.wrong(
                    found.isEmpty() ? "" : got.get(1),
                    "rule must have one of above, at-least, below, at-most with a number, got "
                            + (got.isEmpty() ? "none" : String.join(" and ", got)));
        }
        return found.get(0);
    }

    private static List<Condition> conditions(Fields fields) {
        return fields.has("where") ? parsed(fields, "where", fields.needed("where"), Condition::parse) : List.of();
    }

    private static int whole(Fields fields) {
        double images = fields.number("for").orElseThrow();
        if (images != Math.rint(images) || !(Math.abs(images) <= Integer.MAX_VALUE)) {
            throw fields.wrong("for", "for must be a whole number of images, got " + images);
        }
        return (int) images;
    }

    private static <T> T parsed(Fields fields, String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw fields.wrong(key, key + " " + wrong.getMessage() + ", in '" + DataFiles.shown(text) + "'");
        }
    }
}
