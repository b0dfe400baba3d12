package org.vung.data.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.name.NearestName;

/**
 * A format and its options as one text, in the manner of methods: {@code pairs:images=training/images,threshold=128}.
 *
 * @param name of the format
 * @param values what was given, by option
 */
public record OptionText(String name, Map<String, String> values) {

    /** Copies the values. */
    public OptionText {
        values = Map.copyOf(values);
    }

    /**
     * Takes a text apart.
     *
     * @param text a name, or a name, a colon and options with commas between
     * @return the parts
     * @throws IllegalArgumentException if an option has no value or is given twice
     */
    public static OptionText parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Map<String, String> values = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String pair : text.substring(colon + 1).split(",", -1)) {
                add(values, pair, name);
            }
        }
        return new OptionText(name, values);
    }

    /**
     * Adds one option.
     *
     * @param values receives it
     * @param pair {@code option=value}
     * @param where for messages
     * @throws IllegalArgumentException if it has no value or was there already
     */
    public static void add(Map<String, String> values, String pair, String where) {
        int equals = pair.indexOf('=');
        if (equals < 1 || equals == pair.length() - 1) {
            throw new IllegalArgumentException(where + " must have options like name=value, got '" + pair + "'");
        }
        if (values.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip())
                != null) {
            throw new IllegalArgumentException(
                    where + " must have every option once, got '" + pair.substring(0, equals) + "' twice");
        }
    }

    /**
     * Refuses options that the format does not have.
     *
     * @param known names of its options
     * @return this text
     * @throws IllegalArgumentException that names the known ones and the nearest guess
     */
    public OptionText only(List<String> known) {
        for (String given : values.keySet()) {
            if (!known.contains(given)) {
                throw new IllegalArgumentException("option of '" + name + "' must be one of " + String.join(", ", known)
                        + ", got '" + given + "'" + NearestName.hint(given, known));
            }
        }
        return this;
    }

    /**
     * The value of an option.
     *
     * @param option its name
     * @return empty where it was not given
     */
    public Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /**
     * The value of an option, or what stands for it.
     *
     * @param option its name
     * @param otherwise where it was not given
     * @return the value
     */
    public String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /**
     * The value of an option that is one of some words.
     *
     * @param option its name
     * @param words what it may be, the usual one first
     * @return the value
     * @throws IllegalArgumentException if it is none of them
     */
    public String word(String option, List<String> words) {
        String word = text(option, words.get(0));
        if (!words.contains(word)) {
            throw new IllegalArgumentException(option + " must be one of " + String.join(", ", words) + ", got '" + word
                    + "'" + NearestName.hint(word, words));
        }
        return word;
    }

    /**
     * The value of an option that is a whole number.
     *
     * @param option its name
     * @param least smallest value
     * @param most largest value
     * @return empty where it was not given
     * @throws IllegalArgumentException if it is no such number
     */
    public Optional<Integer> integer(String option, int least, int most) {
        return text(option).map(text -> integer(option, text, least, most));
    }

    /**
     * A whole number.
     *
     * @param name for the message
     * @param text its digits
     * @param least smallest value
     * @param most largest value
     * @return the number
     * @throws IllegalArgumentException if it is no such number
     */
    public static int integer(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // falls through to the message that both faults share
        }
        throw new IllegalArgumentException(name + " must be " + least + " … " + most + ", got '" + text + "'");
    }
}
