package org.vung.checks.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a command, as a shell takes them apart: quotes hold together. Pipes and redirections are refused. */
final class Words {

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

    private Words() {}

    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            if (word.group().matches("[|<>&;].*")) {
                throw new IllegalArgumentException(
                        "a command of vung must stand alone, got " + word.group() + " in " + command);
            }
            words.add(word.group().replaceAll("['\"]", ""));
        }
        return words;
    }
}
