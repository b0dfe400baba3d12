package org.vung.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of a method: its name, what it means, its default and what it may be. Immutable; {@code atLeast} and its kin
 * return copies.
 */
public final class Option {

    /** What an option's text may be. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A number with a decimal point. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of a few words. */
        WORD
    }

    private final String name;
    private final Kind kind;
    private final String fallback;
    private final String meaning;
    private final double least;
    private final double most;
    private final boolean leastItselfAllowed;
    private final List<String> words;

    private Option(
            String name,
            Kind kind,
            String fallback,
            String meaning,
            double least,
            double most,
            boolean leastItselfAllowed,
            List<String> words) {
        this.name = name;
        this.kind = kind;
        this.fallback = fallback;
        this.meaning = meaning;
        this.least = least;
        this.most = most;
        this.leastItselfAllowed = leastItselfAllowed;
        this.words = List.copyOf(words);
    }

    /**
     * A whole number.
     *
     * @param name lower case words joined by hyphens
     * @param fallback the default
     * @param meaning one line for {@code vung methods NAME}, with unit
     * @return the option
     */
    public static Option integer(String name, long fallback, String meaning) {
        return new Option(
                name,
                Kind.INTEGER,
                Long.toString(fallback),
                meaning,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                true,
                List.of());
    }

    /**
     * A number.
     *
     * @param name lower case words joined by hyphens
     * @param fallback the default
     * @param meaning one line for {@code vung methods NAME}, with unit
     * @return the option
     */
    public static Option number(String name, double fallback, String meaning) {
        String text = fallback == Math.rint(fallback) && Math.abs(fallback) < 1e9
                ? Long.toString((long) fallback)
                : Double.toString(fallback);
        return new Option(name, Kind.NUMBER, text, meaning, -Double.MAX_VALUE, Double.MAX_VALUE, true, List.of());
    }

    /**
     * Yes or no.
     *
     * @param name lower case words joined by hyphens
     * @param fallback the default
     * @param meaning one line for {@code vung methods NAME}
     * @return the option
     */
    public static Option flag(String name, boolean fallback, String meaning) {
        return new Option(name, Kind.FLAG, Boolean.toString(fallback), meaning, 0, 0, true, List.of("true", "false"));
    }

    /**
     * One of a few words.
     *
     * @param name lower case words joined by hyphens
     * @param fallback the default, one of the words
     * @param meaning one line for {@code vung methods NAME}
     * @param words everything allowed
     * @return the option
     */
    public static Option word(String name, String fallback, String meaning, String... words) {
        return new Option(name, Kind.WORD, fallback, meaning, 0, 0, true, List.of(words));
    }

    /**
     * Sets the least value allowed.
     *
     * @param limit the value itself is allowed
     * @return a copy
     */
    public Option atLeast(double limit) {
        return new Option(name, kind, fallback, meaning, limit, most, true, words);
    }

    /**
     * Sets a value every answer must exceed.
     *
     * @param limit the value itself is not allowed
     * @return a copy
     */
    public Option above(double limit) {
        return new Option(name, kind, fallback, meaning, limit, most, false, words);
    }

    /**
     * Sets the largest value allowed.
     *
     * @param limit the value itself is allowed
     * @return a copy
     */
    public Option atMost(double limit) {
        return new Option(name, kind, fallback, meaning, least, limit, leastItselfAllowed, words);
    }

    /**
     * Lets a word stand in place of the number, and makes it the default.
     *
     * @param word usually {@code auto}
     * @return a copy
     */
    public Option orDefaultWord(String word) {
        Option with = orWord(word);
        return new Option(name, kind, word, meaning, least, most, leastItselfAllowed, with.words);
    }

    /**
     * Lets a word stand in place of the number.
     *
     * @param word usually {@code auto}
     * @return a copy
     */
    public Option orWord(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new Option(name, kind, fallback, meaning, least, most, leastItselfAllowed, more);
    }

    /**
     * The name before the equals sign.
     *
     * @return lower case words joined by hyphens
     */
    public String name() {
        return name;
    }

    /**
     * What texts are allowed.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The text that stands where none is given.
     *
     * @return the default
     */
    public String fallback() {
        return fallback;
    }

    /**
     * What the option does.
     *
     * @return one line
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What may be given, for people.
     *
     * @return such as {@code 2 … 256 or auto}, {@code above 0}, {@code flat | gaussian}
     */
    public String range() {
        if (kind == Kind.FLAG || kind == Kind.WORD) {
            return String.join(" | ", words);
        }
        String range = bounds();
        return words.isEmpty() ? range : range + " or " + String.join(" or ", words);
    }

    private String bounds() {
        boolean below = kind == Kind.INTEGER ? least > Integer.MIN_VALUE : least > -Double.MAX_VALUE;
        boolean beyond = kind == Kind.INTEGER ? most < Integer.MAX_VALUE : most < Double.MAX_VALUE;
        String noun = kind == Kind.INTEGER ? "whole number" : "number";
        if (below && beyond) {
            return (leastItselfAllowed ? "" : "above ") + text(least) + " … " + text(most);
        }
        if (below) {
            return (leastItselfAllowed ? "at least " : "above ") + text(least);
        }
        return beyond ? "at most " + text(most) : "any " + noun;
    }

    /**
     * What is wrong with a text given for this option.
     *
     * @param given the text after the equals sign
     * @return null if the text is allowed, else a message that names the value and the mend
     */
    @Nullable
    String complaint(String given) {
        if (words.contains(given)) {
            return null;
        }
        if (kind == Kind.FLAG || kind == Kind.WORD) {
            return name + " must be one of " + String.join(", ", words) + ", got '" + given + "'";
        }
        try {
            double value = kind == Kind.INTEGER ? Integer.parseInt(given) : Double.parseDouble(given);
            boolean inside = value <= most && (leastItselfAllowed ? value >= least : value > least);
            return inside && Double.isFinite(value) ? null : name + " must be " + range() + ", got " + given;
        } catch (NumberFormatException notANumber) {
            return name + " must be " + range() + ", got '" + given + "'";
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
