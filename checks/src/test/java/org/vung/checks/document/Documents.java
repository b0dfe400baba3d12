package org.vung.checks.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the project, in the order in which they are walked. */
final class Documents {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String ENGLISH = "docs/tutorial/en/";
    private static final String VIETNAMESE = "docs/tutorial/vi/";

    private Documents() {}

    /** Every page, by name: README.md and all below docs/. */
    static List<String> names(Path root) throws IOException {
        List<String> names = new ArrayList<>(List.of("README.md"));
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }

    /**
     * Pages that are read one after the other in one folder: the tutorial's chapters; every other page alone. The Vietnamese tutorial is
     * left out, since its blocks are those of the English one.
     */
    static List<List<Page>> walks(Path root) throws IOException {
        List<List<Page>> walks = new ArrayList<>();
        List<Page> tutorial = new ArrayList<>();
        for (String name : names(root)) {
            if (name.startsWith(ENGLISH)) {
                tutorial.add(Page.read(root, name));
            } else if (!name.startsWith(VIETNAMESE)) {
                walks.add(List.of(Page.read(root, name)));
            }
        }
        if (!tutorial.isEmpty()) {
            walks.add(tutorial);
        }
        return walks;
    }

    static List<Page> tutorial(Path root, String language) throws IOException {
        List<Page> chapters = new ArrayList<>();
        for (String name : names(root)) {
            if (name.startsWith("docs/tutorial/" + language + "/")) {
                chapters.add(Page.read(root, name));
            }
        }
        return chapters;
    }
}
