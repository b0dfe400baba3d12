package org.vung.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vung.cli.terminal.Terminal;

/** The picture taken where none is given. The launcher says in the system property {@code vung.home} where its folder is. */
public final class Example {

    private Example() {}

    /**
     * What was typed, or the example and a word about it.
     *
     * @param words as typed
     * @param terminal told if the example is taken
     * @return at least one word
     * @throws IllegalArgumentException if nothing was typed and the example is not there
     */
    public static List<String> unless(List<String> words, Terminal terminal) {
        if (!words.isEmpty()) {
            return words;
        }
        Path example = Path.of(System.getProperty("vung.home", ""), "examples", "still-life.jpg");
        if (!Files.isRegularFile(example)) {
            throw new IllegalArgumentException("INPUT must be given, got none; " + example + " is not there either");
        }
        terminal.say("no input given, taking " + example);
        return List.of(example.toString());
    }
}
