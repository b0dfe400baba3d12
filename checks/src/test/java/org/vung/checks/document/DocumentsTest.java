package org.vung.checks.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vung.checks.document.Step.Does;

/**
 * Every command and Java block of README.md and docs/ runs, shows what the page shows, and makes the pictures that lie in docs/pictures.
 * Blocks that a page marks as not run are skipped with its reason.
 */
class DocumentsTest {

    private static final int MINUTES = 12;

    /** {@code -Dpage=docs/limits.md}: the only page that is read, with those that are read with it. */
    private static final String ONLY = System.getProperty("page", "");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private static Path folder;

    @TestFactory
    Stream<DynamicNode> everyBlockRuns() throws Exception {
        Path results = Files.createDirectories(folder.resolve("results"));
        walk(Files.createDirectories(folder.resolve("scratch")), results);
        List<DynamicNode> pages = new ArrayList<>();
        for (List<Page> walk : Documents.walks(Documents.ROOT)) {
            if (!wanted(walk)) {
                continue;
            }
            for (Page page : walk) {
                List<DynamicNode> tests = new ArrayList<>();
                for (Step step : Step.of(page)) {
                    Optional<Outcome> outcome = Outcome.read(results, page, step);
                    tests.add(dynamicTest(title(page, step, outcome), () -> check(page, step, outcome)));
                }
                if (!tests.isEmpty()) {
                    pages.add(dynamicContainer(page.name(), tests));
                }
            }
        }
        pages.add(dynamicContainer("docs/pictures", pictures(results.resolve("pictures"))));
        return pages.stream();
    }

    private static boolean wanted(List<Page> walk) {
        return ONLY.isEmpty() || walk.stream().anyMatch(page -> page.name().equals(ONLY));
    }

    private static void walk(Path scratch, Path results) throws Exception {
        ProcessBuilder walker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.awt.headless=true",
                        "-Dvung.home=" + Documents.ROOT,
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        Walker.class.getName(),
                        Documents.ROOT.toString(),
                        results.toString(),
                        ONLY)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(results.resolve("walker.log").toFile());
        walker.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        walker.environment().put("LC_ALL", "C.UTF-8");
        Process process = walker.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("ends within %d minutes", MINUTES)
                    .isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(results.resolve("walker.log")))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Stream.of(classPath.split(File.pathSeparator, -1))
                        .map(part -> Path.of(part.replaceFirst("\\*$", "")).toAbsolutePath()
                                + (part.endsWith("*") ? "/*" : ""))
                        .toList());
    }

    private static String title(Page page, Step step, Optional<Outcome> outcome) {
        String first = step.text().lines().findFirst().orElse("");
        String seconds = outcome.map(came -> String.format(Locale.ROOT, " (%.1f s)", came.seconds()))
                .orElse("");
        return page.name() + ":" + step.line() + " " + first + seconds;
    }

    private static void check(Page page, Step step, Optional<Outcome> outcome) {
        assumeTrue(step.does() != Does.NOTHING, "not run: " + step.text());
        String place = page.name() + ":" + step.line() + " " + step.text();
        assertThat(outcome).as(place + " was not reached").isPresent();
        String came = outcome.orElseThrow().output();
        assertThat(outcome.orElseThrow().exit()).as("%s%n%s", place, came).isEqualTo(step.exit());
        step.shown().ifPresent(shown -> {
            if (!Step.alike(shown, came)) {
                assertThat(came).as(place).isEqualTo(shown); // fails, with both texts
            }
        });
    }

    private static List<DynamicNode> pictures(Path made) throws IOException {
        List<DynamicNode> tests = new ArrayList<>();
        for (Path picture : pictures()) {
            Path again = made.resolve(picture.getFileName().toString());
            if (!ONLY.isEmpty() && !Files.exists(again)) {
                continue;
            }
            tests.add(dynamicTest(picture.getFileName() + " is made again", () -> Pictures.same(picture, again)));
        }
        return tests;
    }

    static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(Documents.ROOT.resolve("docs/pictures"))) {
            return files.sorted().toList();
        }
    }
}
