package org.vung.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.vung.name.Phrase;

/** Options of a format that lie beside the data, one a line. */
public final class OptionsFile {

    private OptionsFile() {}

    /**
     * Options as given, and those of a file where they are not.
     *
     * @param file with {@code key=value} a line; need not be there
     * @param given options, which come before those of the file
     * @param known keys
     * @return both
     * @throws IOException if the file cannot be read or holds something else
     */
    public static Phrase join(Path file, Phrase given, Set<String> known) throws IOException {
        if (!Files.exists(file)) {
            return given;
        }
        Phrase written = Phrase.of(given.name());
        for (String line : DataFiles.lines(file)) {
            try {
                written = written.withPair(line, "options");
            } catch (IllegalArgumentException wrong) {
                throw DataFiles.bad(file, String.valueOf(wrong.getMessage()));
            }
        }
        return written.withAll(given).allow(known);
    }
}
