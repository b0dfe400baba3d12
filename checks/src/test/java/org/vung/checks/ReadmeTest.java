package org.vung.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vung.catalog.Catalog;

/** The README tells of the methods and commands that there are; {@code DocumentsTest} runs what it says. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theTablesOfMethodsAndModelsAreTheCatalog() throws IOException {
        List<String> named = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| ((?:`[\\w-]+`(?:, )?)+) \\|").matcher(readme());
        while (row.find()) {
            Matcher name = Pattern.compile("`([\\w-]+)`").matcher(row.group(1));
            name.results().forEach(found -> named.add(found.group(1)));
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Catalog.all().stream(), Catalog.trained().stream())
                        .map(method -> method.name())
                        .toList());
    }

    @Test
    void continuousIntegrationCallsTheTwoCommands() throws IOException {
        String first = blocks("bash").findFirst().orElse("").strip();
        String test = blocks("bash").skip(1).findFirst().orElse("").strip();
        assertThat(ROOT.resolve(".ci/run")).content().contains(first).contains(test);
    }

    private static Stream<String> blocks(String language) {
        try {
            return BLOCK.matcher(readme())
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block.group(2));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
