package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentRulesTest {

    @TempDir
    Path folder = Path.of("");

    private Path photo = Path.of("");
    private String out = "";
    private String rules = "";

    @BeforeEach
    void photo() throws Exception {
        photo = Run.photo(folder.resolve("photo.png"));
        out = folder.resolve("out").toString();
        Path file = folder.resolve("rules.yaml");
        rules = file.toString();
        Files.writeString(file, """
                rules:
                  - name: much of one colour
                    measure: share(0) + share(1)
                    above: 0.8
                    action: look
                  - name: twice
                    measure: count()
                    at-least: 1
                    for: 2
                """);
    }

    @Test
    void whatFiredStandsInJsonAndTalk() throws Exception {
        Run run = Run.of("segment", photo.toString(), "-o", out, "--rules", rules);
        assertThat(run.code()).isZero();
        JsonNode result = new JsonMapper()
                .readTree(Files.readString(Path.of(out, "photo.json")))
                .path("results")
                .get(0);
        JsonNode verdicts = result.path("verdicts");
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).path("action").asString()).isEqualTo("look");
        assertThat(run.err())
                .hasLineCount(2)
                .contains("fired much of one colour: image: ")
                .contains("rule 'twice' could not fire: it asks for 2 images in a row ('for'), and there were fewer");
    }

    @Test
    void imagesOfOneCallAreTheOrderOfTime() throws Exception {
        Path second = Run.photo(folder.resolve("second.png"));
        Run run = Run.of("segment", photo.toString(), second.toString(), "-o", out, "--rules", rules, "--json");
        JsonNode results = run.json().path("results");
        assertThat(results.get(0).path("verdicts")).hasSize(1);
        assertThat(results.get(1).path("verdicts")).hasSize(2);
        assertThat(results.get(1).path("verdicts").get(1).path("rule").asString())
                .isEqualTo("twice");
        assertThat(run.err()).doesNotContain("could not fire");
    }

    @Test
    void withoutRulesNothingIsSaidOfThem() {
        JsonNode result = Run.of("segment", photo.toString(), "-o", out, "--json")
                .json()
                .path("results")
                .get(0);
        assertThat(result.has("verdicts")).isFalse();
    }

    @Test
    void optionsOfRulesAloneAreRefused() {
        Run run = Run.of("segment", photo.toString(), "-o", out, "--grid", "2x2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("must go with --rules");
    }

    @Test
    void aRuleThatDoesNotFitWritesNothing() throws Exception {
        Files.writeString(Path.of(rules), "rules:\n  - name: a\n    measure: share(weed)\n    above: 1\n");
        Run run = Run.of("segment", photo.toString(), "-o", out, "--rules", rules);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("photo.png: rule 'a': class must be the number of a label");
        assertThat(Path.of(out, "photo.labels.png")).doesNotExist();
    }
}
