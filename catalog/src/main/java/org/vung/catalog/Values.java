package org.vung.catalog;

import java.util.Map;

/** The values of a method's options, defaults filled in and checked against their ranges. */
public final class Values {

    private final Map<String, String> texts;

    Values(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /**
     * A whole number.
     *
     * @param name a declared option
     * @return its value
     */
    public int integer(String name) {
        return Integer.parseInt(text(name));
    }

    /**
     * A number.
     *
     * @param name a declared option
     * @return its value
     */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /**
     * Yes or no.
     *
     * @param name a declared option
     * @return its value
     */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * A word.
     *
     * @param name a declared option
     * @return its value
     */
    public String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("option must be declared, got " + name);
        }
        return text;
    }

    /**
     * Whether the option holds this word.
     *
     * @param name a declared option
     * @param word such as {@code auto}
     * @return true if it does
     */
    public boolean is(String name, String word) {
        return text(name).equals(word);
    }
}
