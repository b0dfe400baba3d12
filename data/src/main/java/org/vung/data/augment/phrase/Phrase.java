package org.vung.data.augment.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vung.name.NearestName;

/** A name and its options, such as {@code crop:height=256,width=256}. Immutable. */
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
        String[] halves = text.strip().split(":", 2);
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : halves.length < 2 ? new String[0] : halves[1].split(",", -1)) {
            String[] pair = word.split("=", 2);
            if (pair.length < 2 || values.put(pair[0].strip(), pair[1].strip()) != null) {
                throw new IllegalArgumentException(
                        "augmentation must read NAME:KEY=VALUE,KEY=VALUE with each key once, got '" + text + "' with '"
                                + word + "'");
            }
        }
        return new Phrase(halves[0].strip(), values);
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
     * Checks that every key is known.
     *
     * @param known keys
     * @return this phrase
     * @throws IllegalArgumentException if there is another key; the message names the known ones and the nearest
     */
    public Phrase allow(String... known) {
        for (String key : values.keySet()) {
            if (!List.of(known).contains(key)) {
                throw new IllegalArgumentException("option of " + name + " must be one of " + String.join(", ", known)
                        + ", got '" + key + "'" + NearestName.hint(key, List.of(known)));
            }
        }
        return this;
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
