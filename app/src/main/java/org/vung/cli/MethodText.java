package org.vung.cli;

import org.vung.catalog.Catalog;
import org.vung.catalog.Option;

/** Method texts as the command line takes them: {@code --seed} set into the ones that leave something to chance. */
final class MethodText {

    private MethodText() {}

    /** Whether a method has a seed to set. */
    static boolean takesSeed(String text) {
        for (Option option : Catalog.named(Catalog.nameOf(text)).options()) {
            if (option.name().equals("seed")) {
                return true;
            }
        }
        return false;
    }

    /** The text with {@code seed=…}, unless it names one itself. */
    static String seeded(String text, long seed) {
        String name = Catalog.nameOf(text);
        if (text.strip().equals(name)) {
            return text + ":seed=" + seed;
        }
        for (String pair : text.substring(text.indexOf(':', name.length()) + 1).split(",", -1)) {
            if (pair.strip().startsWith("seed=")) {
                return text;
            }
        }
        return text + ",seed=" + seed;
    }
}
