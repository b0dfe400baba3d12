package org.vung.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.rule.RuleFile;

class ApplicationsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path scratch;

    /** What a run said, errors included. */
    private record Said(int code, String text) {}

    private Said run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Applications.run(words, stream, stream);
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"medicine", "driving", "satellite", "farming", "fire"})
    void everyApplicationHasItsFolderAndItsHelp(String name) throws IOException {
        Path folder = Path.of(name);
        assertThat(folder.resolve("README.md")).isNotEmptyFile();
        assertThat(Files.isExecutable(folder.resolve("run"))).isTrue();
        assertThat(run(name, "--help"))
                .isEqualTo(new Said(0, run(name, "--help").text()))
                .satisfies(said -> assertThat(said.text()).contains("--rules=FILE", "--out=DIR", "[IMAGE...]"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> rules =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(rules)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(RuleFile.read(file).rules())
                            .isNotEmpty()
                            .allSatisfy(rule -> assertThat(rule.action()).isNotEmpty()));
        }
    }

    @Test
    void anUnknownNameIsRefusedAndTheKnownOnesAreListed() {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run().text()).contains("NAME must be one of", "medicine", "fire");
        assertThat(run("weather").code()).isEqualTo(2);
        assertThat(run("fire", "--wood").text()).contains("--wood").contains("fire --help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            farming   | 6 | no such file; check the path
            driving   | 6 | no such file; check the path
            satellite | 6 | no such file; check the path
            fire      | 2 | the first of the place before the fire, got 1
            medicine  | 2 | --look must say what your images show
            """)
    void aMissingImageIsOneLineWithAMend(String name, int code, String line) {
        String rules = Path.of(name, "rules.yaml").toString();
        String image = scratch.resolve("none.png").toString();
        Said said =
                run(name, image, "--rules", rules, "-o", scratch.resolve("out").toString());
        assertThat(said.code()).as(said.text()).isEqualTo(code);
        assertThat(said.text().lines().filter(each -> each.startsWith("vung: ")))
                .hasSize(1);
        assertThat(said.text()).contains(line).doesNotContain("\tat ");
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        Path mine = Files.writeString(scratch.resolve("mine.txt"), "mine");
        String rules = Path.of("driving", "rules.yaml").toString();
        Said said = run("driving", "any.png", "--rules", rules, "-o", scratch.toString());
        assertThat(said.code()).isEqualTo(6);
        assertThat(said.text()).contains("holds files already; add --overwrite");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void brokenRulesAreRefusedWithTheirLine() throws IOException {
        Path rules = Files.writeString(scratch.resolve("rules.yaml"), "rules:\n  - name: spray\n    each: cel\n");
        Said said = run("farming", "any.png", "--rules", rules.toString(), "-o", scratch.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.text()).contains("rules.yaml", "line 3");
    }
}
