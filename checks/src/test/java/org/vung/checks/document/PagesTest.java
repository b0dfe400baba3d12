package org.vung.checks.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.checks.document.Block.Kind;

/** What can be told of the documents without running them. */
class PagesTest {

    private static final Set<String> LANGUAGES = Set.of("bash", "console", "java", "json", "yaml", "text");
    private static final long LARGEST_PICTURE = 150_000;
    private static final long ALL_PICTURES = 2_000_000;

    /** Else a command could hide from the test that runs them. */
    @Test
    void everyBlockSaysWhatItIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Page page : pages()) {
            for (Block block : page.blocks()) {
                boolean hidden = !block.language().matches("bash|console")
                        && block.text().lines().anyMatch(line -> line.matches("(\\$ )?(\\./)?vung .*"))
                        && !block.is(Kind.PRINTS);
                boolean code =
                        block.language().equals("text") && block.text().lines().anyMatch(line -> line.endsWith(";"));
                if (!LANGUAGES.contains(block.language()) || hidden || code) {
                    wrong.add(page.name() + ":" + block.line());
                }
            }
        }
        assertThat(wrong)
                .as("blocks must be one of %s, with commands in bash or console and Java in java", LANGUAGES)
                .isEmpty();
    }

    @Test
    void whatIsNotRunSaysWhyAndIsFew() throws IOException {
        List<String> reasons = new ArrayList<>();
        int run = 0;
        for (Page page : pages()) {
            for (Step step : Step.of(page)) {
                if (step.does() == Step.Does.NOTHING) {
                    reasons.add(step.text());
                } else {
                    run++;
                }
            }
        }
        assertThat(reasons).allMatch(reason -> reason.length() > 10);
        assertThat(reasons.size()).isLessThan(run / 4);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Page page : pages()) {
            for (String link : page.links()) {
                if (!leads(page, link)) {
                    broken.add(page.name() + " → " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leads(Page page, String link) throws IOException {
        String[] parts = URLDecoder.decode(link, StandardCharsets.UTF_8).split("#", 2);
        Path here = Documents.ROOT.resolve(page.name());
        Path target = parts[0].isEmpty() ? here : here.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        String name = Documents.ROOT.relativize(target).toString().replace('\\', '/');
        return parts.length == 1
                || !name.endsWith(".md")
                || Page.read(Documents.ROOT, name).anchors().contains(parts[1]);
    }

    /** The test that runs them reads the English chapters alone. */
    @Test
    void theTutorialHasTheSameBlocksAndPicturesInBothLanguages() throws IOException {
        List<Page> english = Documents.tutorial(Documents.ROOT, "en");
        List<Page> vietnamese = Documents.tutorial(Documents.ROOT, "vi");
        assertThat(english).hasSizeGreaterThan(12);
        assertThat(vietnamese.stream().map(page -> page.name().replace("/vi/", "/en/")))
                .containsExactlyElementsOf(english.stream().map(Page::name).toList());
        for (int at = 0; at < english.size(); at++) {
            assertThat(blocks(vietnamese.get(at)))
                    .as(english.get(at).name())
                    .containsExactlyElementsOf(blocks(english.get(at)));
            assertThat(pictures(vietnamese.get(at))).isEqualTo(pictures(english.get(at)));
        }
    }

    /** Reasons and languages of prose may differ; what is typed and what is shown may not. */
    private static List<String> blocks(Page page) {
        return page.blocks().stream()
                .map(block -> block.language() + block.mark().map(mark -> mark.kind()) + "\n" + block.text())
                .toList();
    }

    private static List<String> pictures(Page page) {
        return page.links().stream().filter(link -> link.contains("pictures/")).toList();
    }

    @Test
    void picturesAreSmallAndShown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Page page : pages()) {
            page.links().stream()
                    .filter(link -> link.contains("pictures/"))
                    .forEach(link -> shown.add(link.substring(link.lastIndexOf('/') + 1)));
        }
        long all = 0;
        for (Path picture : DocumentsTest.pictures()) {
            assertThat(Files.size(picture)).as(picture.toString()).isLessThan(LARGEST_PICTURE);
            assertThat(shown).contains(picture.getFileName().toString());
            all += Files.size(picture);
        }
        assertThat(all).isLessThan(ALL_PICTURES);
    }

    @Test
    void aPageIsTakenApart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("page.md"), """
                # A page, with `![no](link)`
                <!-- file: a.txt -->
                ```text
                content
                ```
                <!-- exit: 3 -->
                ```console
                $ ./vung one \\
                    two   # a remark
                $ ./vung three
                said
                ```
                ```java
                int x;
                ```
                <!-- prints -->
                ```text
                1
                ```
                <!-- not run: takes hours -->
                ```bash
                ./vung train
                ```
                [a](b.md#c)
                """);
        Page page = Page.read(folder, "page.md");
        assertThat(page.links()).containsExactly("b.md#c");
        assertThat(page.anchors()).containsExactly("a-page-with-");
        assertThat(Step.of(page))
                .containsExactly(
                        new Step(3, Step.Does.WRITING, "content\n", Optional.empty(), 0, "a.txt"),
                        new Step(8, Step.Does.COMMAND, "./vung one two", Optional.empty(), 0, ""),
                        new Step(10, Step.Does.COMMAND, "./vung three", Optional.of("said\n"), 3, ""),
                        new Step(13, Step.Does.JAVA, "int x;\n", Optional.of("1\n"), 0, ""),
                        new Step(21, Step.Does.NOTHING, "takes hours", Optional.empty(), 0, ""));
        assertThat(Words.of("./vung 'a b' \"c\"")).containsExactly("./vung", "a b", "c");
        assertThatThrownBy(() -> Words.of("./vung a | b")).hasMessageContaining("must stand alone, got |");
    }

    @Test
    void threeDotsStandForWhatVaries() {
        assertThat(Step.alike("a … c\n…\nend\n", "a b c\n1\n2\nend\n")).isTrue();
        assertThat(Step.alike("a … c\n", "a b d\n")).isFalse();
        assertThat(Step.alike("a\n", "a\nb\n")).isFalse();
        assertThat(Step.alike("…\n", "")).isTrue();
    }

    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String name : Documents.names(Documents.ROOT)) {
            pages.add(Page.read(Documents.ROOT, name));
        }
        return pages;
    }
}
