package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.catalog.Catalog;
import org.vung.image.Image;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

class CompareCommandTest {

    @TempDir
    Path folder = Path.of("");

    private Path photo = Path.of("");
    private String figure = "";

    @BeforeEach
    void photo() throws Exception {
        photo = Run.photo(folder.resolve("photo.png"));
        figure = folder.resolve("figure.png").toString();
    }

    @Test
    void drawsTheImageBesideEachResult() throws Exception {
        Run run = Run.of("compare", photo.toString(), "-m", "kmeans:k=2", "-m", "slic", "-o", figure, "--json");
        assertThat(run.code()).isZero();
        JsonNode panels = run.json().path("panels");
        assertThat(panels).hasSize(2);
        assertThat(panels.get(0).path("method").asString()).isEqualTo("kmeans:k=2");
        assertThat(panels.get(0).path("regions").asInt()).isEqualTo(2);
        Image drawn = ImageFiles.read(Path.of(figure));
        assertThat(drawn.width()).isBetween(1000, 2100);
        assertThat(drawn.height()).isLessThan(drawn.width());
    }

    @Test
    void withoutMethodsEveryOneIsShown() {
        Run run = Run.of("compare", photo.toString(), "-o", figure, "--json");
        assertThat(run.json().path("panels").size() + run.json().path("errors").size())
                .isEqualTo(Catalog.all().size());
    }

    @Test
    void stylesDiffer() throws Exception {
        Image before = null;
        for (String style : new String[] {"colours", "boundaries", "means"}) {
            Run run =
                    Run.of("compare", photo.toString(), "-m", "kmeans", "--style", style, "-o", figure, "--overwrite");
            assertThat(run.code()).isZero();
            Image drawn = ImageFiles.read(Path.of(figure));
            assertThat(drawn).isNotEqualTo(before);
            before = drawn;
        }
    }

    @Test
    void withoutTimesTheSameFigureComesOutAgain() throws Exception {
        Image before = null;
        for (int again = 0; again < 2; again++) {
            Run run = Run.of(
                    "compare",
                    photo.toString(),
                    "-m",
                    "kmeans",
                    "-o",
                    figure,
                    "--overwrite",
                    "--no-times",
                    "--panel",
                    "80");
            assertThat(run.code()).isZero();
            Image drawn = ImageFiles.read(Path.of(figure));
            assertThat(drawn.width()).isEqualTo(2 * 240 + 3 * 18);
            assertThat(before == null || drawn.equals(before)).isTrue();
            before = drawn;
        }
    }

    @Test
    void aPanelHasItsLimits() {
        Run run = Run.of("compare", photo.toString(), "-m", "kmeans", "-o", figure, "--panel", "9000");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--panel must be 64 … 900, got 9000");
    }

    @Test
    void aFigureIsNotOverwrittenUnasked() {
        assertThat(Run.of("compare", photo.toString(), "-m", "kmeans", "-o", figure)
                        .code())
                .isZero();
        assertThat(Run.of("compare", photo.toString(), "-m", "kmeans", "-o", figure)
                        .code())
                .isEqualTo(6);
    }

    @Test
    void aMistypedMethodIsUsage() {
        Run run = Run.of("compare", photo.toString(), "-m", "kmeans", "-m", "slik", "-o", figure);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("did you mean 'slic'?");
    }
}
