package org.vung.checks.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of a step, as a file tells it.
 *
 * @param exit the exit code of a command, 0 or 1 of anything else
 * @param seconds how long it took
 * @param output what it wrote to standard output and standard error, in that order of time
 */
record Outcome(int exit, double seconds, String output) {

    void write(Path folder, Page page, Step step) throws IOException {
        Files.writeString(file(folder, page, step), exit + "\n" + seconds + "\n" + output);
    }

    /** Empty where the step was not reached. */
    static Optional<Outcome> read(Path folder, Page page, Step step) throws IOException {
        Path file = file(folder, page, step);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).split("\n", 3);
        return Optional.of(new Outcome(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), parts[2]));
    }

    private static Path file(Path folder, Page page, Step step) {
        return folder.resolve(page.name().replace('/', '-') + "-" + step.line() + ".txt");
    }
}
