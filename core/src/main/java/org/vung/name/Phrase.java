package org.vung.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name and its options as people type them: {@code crop:height=256,width=256}, {@code pairs:images=photos,threshold=128}.
 * Immutable.
 */
public final class Phrase {

    private final String name;
    private final Map<String, String> values;

    private Phrase(String name, Map<String, String> values) {
        this.name = name;
        this.values = values;
    }

    /**
     * A name without options, to which {@link #with} adds some.
     *
     * @param name such as {@code rotate}
     * @return the phrase
     */
    public static Phrase of(String name) {
        return new Phrase(name, Map.of());
    }

    /**
     * Reads a text.
     *
     * @param text {@code NAME} or {@code NAME:KEY=VALUE,KEY=VALUE}
     * @return the phrase, whose name and keys are not looked at yet
     * @throws IllegalArgumentException if it reads otherwise or names a key twice
     */
    public static Phrase parse(String text) {
        int colon = text.indexOf(':');
        Phrase phrase = of((colon < 0 ? text : text.substring(0, colon)).strip());
        if (colon < 0) {
            return phrase;
        }
        for (String pair : text.substring(colon + 1).split(",", -1)) {
            phrase = phrase.withPair(pair, "'" + text + "'");
        }
        return phrase;
    }

    /**
     * A copy with one more option as it is written.
     *
     * @param pair {@code KEY=VALUE}
     * @param where it stands, for the message
     * @return the longer phrase
     * @throws IllegalArgumentException if it reads otherwise, or the key is there already
     */
    public Phrase withPair(String pair, String where) {
        int equals = pair.indexOf('=');
        if (equals < 1 || pair.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException(
                    where + " must have options like KEY=VALUE with commas between, got '" + pair + "'");
        }
        String key = pair.substring(0, equals).strip();
        if (values.containsKey(key)) {
            throw new IllegalArgumentException(where + " must have every option once, got '" + key + "' twice");
        }
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, pair.substring(equals + 1).strip());
        return new Phrase(name, more);
    }

    /**
     * A copy with the options of another phrase, which come before those of this one.
     *
     * @param other any
     * @return the longer phrase
     */
    public Phrase withAll(Phrase other) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.putAll(other.values);
        return new Phrase(name, more);
    }

    /**
     * The word before the colon.
     *
     * @return such as {@code rotate}
     */
    public String name() {
        return name;
    }

    /**
     * The options.
     *
     * @return texts by key, in the order in which they were given
     */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * Checks the name where there is one alone that may stand there.
     *
     * @param must the name
     * @return this phrase
     * @throws IllegalArgumentException if it has another
     */
    public Phrase named(String must) {
        if (!name.equals(must)) {
            throw new IllegalArgumentException("'" + text() + "' must begin with " + must + ", got '" + name + "'"
                    + NearestName.hint(name, List.of(must)));
        }
        return this;
    }

    /**
     * Checks that every key is known.
     *
     * @param known keys
     * @return this phrase
     * @throws IllegalArgumentException if there is another key; the message names the known ones and the nearest
     */
    public Phrase allow(String... known) {
        return allow(List.of(known));
    }

    /**
     * Checks that every key is known.
     *
     * @param known keys
     * @return this phrase
     * @throws IllegalArgumentException if there is another key; the message names the known ones and the nearest
     */
    public Phrase allow(Collection<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("option of " + name + " must be one of " + String.join(", ", known)
                        + ", got '" + key + "'" + NearestName.hint(key, List.copyOf(known)));
            }
        }
        return this;
    }

    /**
     * The text of an option.
     *
     * @param key its name
     * @return empty where it is not given
     */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The text of an option.
     *
     * @param key its name
     * @param usual what stands where it is not given
     * @return the text
     */
    public String text(String key, String usual) {
        return values.getOrDefault(key, usual);
    }

    /**
     * One of some words.
     *
     * @param key its name
     * @param words what it may be; the first stands where it is not given
     * @return the word
     * @throws IllegalArgumentException if the text is none of them
     */
    public String word(String key, List<String> words) {
        return word(key, words.get(0), words);
    }

    /**
     * A whole number within limits.
     *
     * @param key its name
     * @param least smallest value
     * @param most largest value
     * @return empty where it is not given
     * @throws IllegalArgumentException if it is no such number
     */
    public Optional<Integer> integer(String key, int least, int most) {
        return text(key).map(text -> Bounds.integer(key, text, least, most));
    }

    /**
     * A number.
     *
     * @param key its name
     * @param usual what stands where it is not given
     * @return finite
     * @throws IllegalArgumentException if the text is no finite number
     */
    public double number(String key, double usual) {
        String text = values.get(key);
        try {
            double number = text == null ? usual : Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException unread) {
            throw wrong(key, "a number", text, unread);
        }
        throw wrong(key, "a number", text, null);
    }

    /**
     * A whole number.
     *
     * @param key its name
     * @param usual what stands where it is not given
     * @return the number
     * @throws IllegalArgumentException if the text is none
     */
    public int integer(String key, int usual) {
        String text = values.get(key);
        try {
            return text == null ? usual : Integer.parseInt(text);
        } catch (NumberFormatException unread) {
            throw wrong(key, "a whole number", text, unread);
        }
    }

    /**
     * Yes or no.
     *
     * @param key its name
     * @param usual what stands where it is not given
     * @return the answer
     * @throws IllegalArgumentException if the text is neither {@code true} nor {@code false}
     */
    public boolean flag(String key, boolean usual) {
        return Boolean.parseBoolean(word(key, Boolean.toString(usual), List.of("true", "false")));
    }

    /**
     * One of the constants of an enumeration, in lower case.
     *
     * @param <E> the enumeration
     * @param key its name
     * @param usual what stands where it is not given
     * @return the constant
     * @throws IllegalArgumentException if the text is none of them
     */
    public <E extends Enum<E>> E choice(String key, E usual) {
        Class<E> kind = usual.getDeclaringClass();
        List<String> words = new ArrayList<>();
        for (E constant : kind.getEnumConstants()) {
            words.add(lower(constant));
        }
        return Enum.valueOf(kind, word(key, lower(usual), words).toUpperCase(Locale.ROOT));
    }

    private String word(String key, String usual, List<String> words) {
        String text = values.getOrDefault(key, usual);
        if (!words.contains(text)) {
            throw wrong(key, "one of " + String.join(", ", words), text + NearestName.hint(text, words), null);
        }
        return text;
    }

    private IllegalArgumentException wrong(String key, String must, @Nullable String got, @Nullable Throwable cause) {
        return new IllegalArgumentException(key + " of " + name + " must be " + must + ", got " + got, cause);
    }

    /**
     * A copy with one more option.
     *
     * @param key its name
     * @param value a number, a flag or an enumeration's constant
     * @return the longer phrase
     */
    public Phrase with(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value instanceof Enum<?> constant ? lower(constant) : shortest(value));
        return new Phrase(name, more);
    }

    /** Numbers that are whole without their point: 15, not 15.0. */
    private static String shortest(Object value) {
        return value.toString().replaceFirst("\\.0$", "");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return such as {@code flip:horizontal=true,vertical=false}
     */
    public String text() {
        List<String> words = new ArrayList<>();
        values.forEach((key, value) -> words.add(key + "=" + value));
        return words.isEmpty() ? name : name + ":" + String.join(",", words);
    }
}
