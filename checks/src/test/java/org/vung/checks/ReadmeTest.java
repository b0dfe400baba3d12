package org.vung.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.catalog.Catalog;
import org.vung.cli.Vung;

/** The README runs: every {@code ./vung} line of it, and its Java; of other pages the Java. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path scratch;

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandWorks(String line) {
        String[] words = words(line);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Vung.run(
                words,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code)
                .as("%s%n%s", line, err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/measurement.md"})
    void theJavaCompilesAndRuns(String page) throws Exception {
        String body = placed(String.join("\n", blocks(page, "java").toList()));
        String imports = String.join(
                "\n", body.lines().filter(line -> line.startsWith("import ")).toList());
        String rest = String.join(
                "\n", body.lines().filter(line -> !line.startsWith("import ")).toList());
        Path source = scratch.resolve("Readme.java");
        Files.writeString(
                source,
                imports + "\npublic class Readme {\n public static void main(String[] args) throws Exception {\n" + rest
                        + "\n }\n}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                scratch.toString(),
                source.toString());
        assertThat(code).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {scratch.toUri().toURL()})) {
            loader.loadClass("Readme").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
        assertThat(scratch.resolve("out")).isNotEmptyDirectory();
    }

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

    static Stream<String> commands() {
        return blocks("bash")
                .flatMap(String::lines)
                .map(line -> line.replaceAll("\\s+#.*", "").strip())
                .filter(line -> line.startsWith("./vung "));
    }

    private String[] words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.substring("./vung ".length()).split("\\s+", -1)) {
            words.add(placed(word));
        }
        if (words.get(0).equals("segment")) {
            words.add("--overwrite");
            if (!words.contains("-o")) {
                words.add("-o");
                words.add(scratch.resolve("out").toString());
            }
        }
        if (words.stream().noneMatch(word -> word.contains("examples"))
                && words.get(0).equals("segment")) {
            words.add(1, ROOT.resolve("examples/still-life.jpg").toString());
        }
        return words.toArray(String[]::new);
    }

    /** Sample pictures are found in the tree, and everything written goes to a scratch folder. */
    private String placed(String text) {
        return text.replaceAll("(?<![\\w/])examples/", Matcher.quoteReplacement(ROOT.resolve("examples") + "/"))
                .replaceAll(
                        "(?<![\\w/])out(?=[/\"]|$)",
                        Matcher.quoteReplacement(scratch.resolve("out").toString()));
    }

    private static Stream<String> blocks(String language) {
        return blocks("README.md", language);
    }

    private static Stream<String> blocks(String page, String language) {
        try {
            return BLOCK.matcher(Files.readString(ROOT.resolve(page)))
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
