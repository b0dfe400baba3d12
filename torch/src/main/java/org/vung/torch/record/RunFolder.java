package org.vung.torch.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a run keeps its files: {@code runs/<name>-<n>}, a new number for every run. */
public final class RunFolder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private RunFolder() {}

    /**
     * Makes the folder of a new run, numbered one above the largest that is there. Of two programs at once, each gets its own.
     *
     * @param runs folder of all runs; made where it is missing
     * @param name letters, digits, {@code .}, {@code _} and {@code -}, at most 100
     * @return the new, empty folder
     * @throws IllegalArgumentException if the name would not be a plain folder name
     * @throws IOException if the folder cannot be made
     */
    public static Path create(Path runs, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name of a run must be 1 … 100 letters, digits, '.', '_' or '-' and begin"
                            + " with a letter or digit, got '" + name + "'");
        }
        try {
            Files.createDirectories(runs);
            long number = largest(runs, name) + 1;
            while (true) {
                try {
                    return Files.createDirectory(runs.resolve(name + "-" + number));
                } catch (FileAlreadyExistsException takenMeanwhile) {
                    number++;
                }
            }
        } catch (FileAlreadyExistsException file) {
            throw new IOException("cannot make a run in " + runs + ": it is a file; name a folder", file);
        } catch (IOException failure) {
            throw new IOException("cannot make a run in " + runs + ": " + WholeAppend.reason(failure), failure);
        }
    }

    private static long largest(Path runs, String name) throws IOException {
        long largest = 0;
        Pattern numbered = Pattern.compile(Pattern.quote(name + "-") + "(" + NUMBER + ")");
        try (Stream<Path> entries = Files.list(runs)) {
            for (Path entry : entries.toList()) {
                Matcher matcher = numbered.matcher(String.valueOf(entry.getFileName()));
                if (matcher.matches()) {
                    largest = Math.max(largest, Long.parseLong(matcher.group(1)));
                }
            }
        }
        return largest;
    }
}
