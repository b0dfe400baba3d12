package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

/** {@code vung data check} and {@code vung data split} on a small folder of pairs. */
class DataCheckCommandTest {

    private static final Size SIZE = new Size(16, 16);

    @TempDir
    private Path folder;

    /** Ten pairs of five patients, every image a staircase of its own. */
    @BeforeEach
    void soundPairs() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        for (int number = 0; number < 10; number++) {
            String name = "p" + number / 2 + "_" + number + ".png";
            byte[] samples = new byte[256];
            byte[] mask = new byte[256];
            for (int at = 0; at < 256; at++) {
                samples[at] = (byte) ((at * (2 * number + 1) * 37 + at * at * (number + 3)) >> 1);
                mask[at] = (byte) (at < 100 ? 255 : 0);
            }
            ImageFiles.write(Image.wrap(SIZE, Layout.GREY, samples), image(name), Existing.KEEP);
            ImageFiles.write(
                    Image.wrap(SIZE, Layout.GREY, mask), folder.resolve("masks").resolve(name), Existing.KEEP);
        }
    }

    private Path image(String name) {
        return folder.resolve("images").resolve(name);
    }

    private Run check(String... more) {
        return run("check", more);
    }

    private Run run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of("data", command, folder.toString()));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void aSoundSetIsZeroAndALine() {
        Run run = check();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("10 images: 0 errors, 0 warnings\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void warningsAreToldAndCountForNothing() throws IOException {
        Files.delete(folder.resolve("masks/p1_3.png"));
        Run run = check();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "warning  image-without-truth", "images/p1_3.png: has no truth; annotate them or take them out")
                .endsWith("9 images: 0 errors, 1 warning\n");
    }

    @Test
    void errorsAreToldAndCodeThree() throws IOException {
        Files.write(image("p1_3.png"), new byte[9]);
        Run run = check();
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("error    unreadable").endsWith("10 images: 1 error, 0 warnings\n");
        JsonNode json = check("--json").json();
        assertThat(json.path("schema_version").asInt()).isEqualTo(1);
        assertThat(json.path("images").asInt()).isEqualTo(10);
        assertThat(json.path("errors").asInt()).isEqualTo(1);
        assertThat(json.path("warnings").asInt()).isZero();
        JsonNode finding = json.path("findings").path(0);
        assertThat(finding.path("severity").asString()).isEqualTo("error");
        assertThat(finding.path("kind").asString()).isEqualTo("unreadable");
        assertThat(finding.path("file").asString()).endsWith("images/p1_3.png");
        assertThat(finding.path("what").asString()).isNotBlank();
        assertThat(finding.path("mend").asString()).isNotBlank();
    }

    @Test
    void aSplitByGroupsHasNoLeak() {
        Path lists = folder.resolve("lists");
        Run split =
                run("split", "--from", "pairs:group=_", "-o", lists.toString(), "--validation", "0.4", "--test", "0.2");
        assertThat(split.err()).isEmpty();
        assertThat(split.out().lines().map(line -> line.replaceAll(".*/", "")))
                .containsExactly("train.txt  4 images", "validation.txt  4 images", "test.txt  2 images");
        String[] parts = {
            "--part", lists + "/train.txt", "--part", lists + "/validation.txt", "--part", lists + "/test.txt"
        };
        List<String> words = new ArrayList<>(List.of("--from", "pairs:group=_"));
        words.addAll(List.of(parts));
        Run check = check(words.toArray(String[]::new));
        assertThat(check.out()).isEqualTo("10 images: 0 errors, 0 warnings\n");
    }

    @Test
    void aSplitThroughAGroupIsALeak() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), "p0_0\np1_2\n");
        Path other = Files.writeString(folder.resolve("other.txt"), "p0_1\np2_4\n");
        Run run = check("--from", "pairs:group=_", "--part", one.toString(), "--part", other.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("group-leak", "p0: images of this group lie in one and other");
    }

    @Test
    void theSameSeedIsTheSameListAndListsAreKept() throws IOException {
        String one = folder.resolve("one").toString();
        String other = folder.resolve("other").toString();
        assertThat(run("split", "-o", one, "--seed", "7").code()).isZero();
        assertThat(run("split", "-o", other, "--seed", "7").code()).isZero();
        assertThat(Path.of(one, "validation.txt"))
                .content()
                .isEqualTo(Files.readString(Path.of(other, "validation.txt")));
        assertThat(Path.of(one, "test.txt")).doesNotExist();
        Run again = run("split", "-o", one, "--seed", "8");
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.err()).hasLineCount(1).contains("train.txt");
        assertThat(run("split", "-o", one, "--seed", "8", "--overwrite").code()).isZero();
        assertThat(Path.of(one, "validation.txt"))
                .content()
                .isNotEqualTo(Files.readString(Path.of(other, "validation.txt")));
    }

    @Test
    void foldsValidateEveryImageThatIsNotForTest() throws IOException {
        Path lists = folder.resolve("lists");
        JsonNode json = run("split", "-o", lists.toString(), "--folds", "4", "--test", "0.2", "--json")
                .json();
        assertThat(json.path("seed").asInt()).isZero();
        assertThat(json.path("lists")).hasSize(9);
        TreeSet<String> seen = new TreeSet<>(Files.readAllLines(lists.resolve("test.txt")));
        for (int fold = 1; fold <= 4; fold++) {
            List<String> validated = Files.readAllLines(lists.resolve("fold-" + fold + "-validation.txt"));
            assertThat(validated).hasSize(2).doesNotContainAnyElementsOf(seen);
            assertThat(Files.readAllLines(lists.resolve("fold-" + fold + "-train.txt")))
                    .hasSize(6)
                    .doesNotContainAnyElementsOf(validated);
            seen.addAll(validated);
        }
        assertThat(seen).hasSize(10);
    }

    @Test
    void wrongOptionsAreUsage() {
        String lists = folder.resolve("lists").toString();
        for (String[] wrong : new String[][] {
            {"--validation", "1"},
            {"--validation", "0"},
            {"--test", "-0.1"},
            {"--folds", "1"},
            {"--folds", "3", "--validation", "0.1"},
            {"--validation", "0.6", "--test", "0.4"},
            {}
        }) {
            List<String> words = new ArrayList<>(List.of(wrong));
            if (wrong.length > 0) {
                words.addAll(List.of("-o", lists));
            }
            Run run = run("split", words.toArray(String[]::new));
            assertThat(run.code()).as(words.toString()).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1);
        }
        assertThat(Path.of(lists)).doesNotExist();
        Run many = run("split", "-o", lists, "--folds", "11");
        assertThat(many.code()).isEqualTo(3);
        assertThat(many.err()).contains("got 10 for 11 parts");
        Run unknown = check("--part", folder.resolve("none.txt").toString());
        assertThat(unknown.code()).isEqualTo(6);
    }
}
