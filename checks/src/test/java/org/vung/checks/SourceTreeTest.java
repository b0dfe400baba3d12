package org.vung.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be told from the source files alone. */
class SourceTreeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyPackageSettlesNull() throws IOException {
        assertThat(packages().keySet())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked"));
    }

    @Test
    void noPackageHoldsMoreThanTwelveFiles() throws IOException {
        Map<Path, List<Path>> crowded = packages();
        crowded.values().removeIf(files -> files.size() <= 13); // twelve and package-info
        crowded.keySet().removeIf(folder -> folder.endsWith("org/vung/nets/layer")); // sealed, hence in one package
        assertThat(crowded).isEmpty();
    }

    @Test
    void theExamplesStaySmall() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isBetween(1L, 1_000_000L);
    }

    private static Map<Path, List<Path>> packages() throws IOException {
        Map<Path, List<Path>> packages = new TreeMap<>();
        for (String module :
                List.of("core", "classic", "data", "nets", "torch", "onnx", "catalog", "app", "applications")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    packages.computeIfAbsent(file.getParent(), folder -> new ArrayList<>())
                            .add(file);
                }
            }
        }
        return packages;
    }
}
