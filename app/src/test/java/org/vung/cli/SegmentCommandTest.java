package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Limits;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentCommandTest {

    @TempDir
    Path folder = Path.of("");

    private Path photo = Path.of("");
    private String out = "";

    @BeforeEach
    void photo() throws Exception {
        photo = Run.photo(folder.resolve("photo.png"));
        out = folder.resolve("out").toString();
    }

    @Test
    void writesLabelsOverlayAndJson() throws Exception {
        Run run = Run.of("segment", photo.toString(), "-o", out);
        assertThat(run.code()).isZero();
        assertThat(run.out()).hasLineCount(1).contains("8x12", "3 regions", "photo.overlay.png");
        LabelMap labels = ImageFiles.readLabels(Path.of(out, "photo.labels.png"), Limits.standard());
        assertThat(labels.areas()).containsExactlyInAnyOrder(60, 24, 12);
        Image overlay = ImageFiles.read(Path.of(out, "photo.overlay.png"));
        assertThat(overlay.size()).isEqualTo(labels.size());
        assertThat(overlay.layout()).isEqualTo(Layout.RGB);
        assertThat(names()).containsExactly("photo.json", "photo.labels.png", "photo.overlay.png");
    }

    @Test
    void jsonOnStandardOutputAndBesideTheImageIsTheSame() throws Exception {
        Run run = Run.of("segment", photo.toString(), "-o", out, "--json", "--repeat", "3", "--seed", "7");
        assertThat(run.code()).isZero();
        JsonNode all = run.json();
        assertThat(all).isEqualTo(new JsonMapper().readTree(Files.readString(Path.of(out, "photo.json"))));
        assertThat(all.path("schema_version").asInt()).isEqualTo(1);
        assertThat(all.path("errors")).isEmpty();
        JsonNode result = all.path("results").get(0);
        assertThat(result.path("image").asString()).isEqualTo(photo.toString());
        assertThat(result.path("method").asString()).isEqualTo("kmeans:k=3,seed=7");
        assertThat(result.path("height").asInt()).isEqualTo(8);
        assertThat(result.path("width").asInt()).isEqualTo(12);
        assertThat(result.path("kind").asString()).isEqualTo("partition");
        assertThat(result.path("findings").path("inertia").asDouble()).isZero();
        assertThat(result.path("seconds").path("segment")).hasSize(3);
        assertThat(result.path("seconds").path("read").isNumber()).isTrue();
        assertThat(result.path("seconds").path("write").isNumber()).isTrue();
        assertThat(result.path("outputs").propertyNames()).contains("labels", "overlay", "json");
    }

    @Test
    void aRegionTellsAreaShareBoxAndColour() {
        JsonNode regions = Run.of("segment", photo.toString(), "-o", out, "--json")
                .json()
                .path("results")
                .get(0)
                .path("regions");
        assertThat(regions).hasSize(3);
        for (JsonNode region : regions) {
            if (region.path("area_px").asInt() == 24) {
                assertThat(region.path("share").asDouble()).isEqualTo(0.25);
                assertThat(numbers(region.path("bbox"))).containsExactly(5.0, 0.0, 2.0, 12.0);
                assertThat(numbers(region.path("mean_color"))).containsExactly(0.0, 200.0, 0.0);
            }
        }
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        Run.of("segment", photo.toString(), "-o", out);
        byte[] before = Files.readAllBytes(Path.of(out, "photo.json"));
        Run again = Run.of("segment", photo.toString(), "-o", out);
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.err()).hasLineCount(1).contains("photo.labels.png", "--overwrite");
        assertThat(Path.of(out, "photo.json")).hasBinaryContent(before);
        assertThat(Run.of("segment", photo.toString(), "-o", out, "--overwrite").code())
                .isZero();
    }

    @Test
    void sameStemsDoNotCollide() throws Exception {
        Path other = Files.createDirectory(folder.resolve("b"));
        Run.photo(other.resolve("PHOTO.png"));
        Run.photo(folder.resolve("photo.tif"));
        Run run = Run.of("segment", photo.toString(), other + "/PHOTO.png", folder + "/photo.tif", "-o", out, "--json");
        assertThat(run.code()).isZero();
        assertThat(names()).hasSize(9).contains("photo.labels.png", "PHOTO-2.labels.png", "photo-3.labels.png");
    }

    @Test
    void foldersKeepTheirShapeAndOtherFilesAreLeftAlone() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("set/deep"));
        Run.photo(folder.resolve("set/one.png"));
        Run.photo(deep.resolve("one.png"));
        Files.writeString(folder.resolve("set/notes.txt"), "no image");
        String set = folder.resolve("set").toString();
        assertThat(Run.of("segment", set, "-o", out).out()).hasLineCount(1);
        Run run = Run.of("segment", set, "-r", "-o", out, "--overwrite");
        assertThat(run.out()).hasLineCount(2);
        assertThat(Path.of(out, "deep", "one.json")).exists();
    }

    @Test
    void outputsInsideTheFolderAreNoInputs() throws Exception {
        String inside = folder.resolve("results").toString();
        assertThat(Run.of("segment", folder.toString(), "-r", "-o", inside).out())
                .hasLineCount(1);
        assertThat(Run.of("segment", folder.toString(), "-r", "-o", inside, "--overwrite")
                        .out())
                .hasLineCount(1);
    }

    @Test
    void aPatternTakesWhatMatches() throws Exception {
        Run.photo(folder.resolve("photo2.png"));
        Run run = Run.of("segment", folder + "/photo*.png", "-o", out);
        assertThat(run.out()).hasLineCount(2);
        Run none = Run.of("segment", folder + "/nothing*.png", "-o", out);
        assertThat(none.code()).isEqualTo(6);
        assertThat(none.err()).hasLineCount(1).contains("nothing*.png", "no file matches");
    }

    @Test
    void standardInputIsRead() throws Exception {
        Run run = Run.withInput(Files.readAllBytes(photo), "segment", "-", "-o", out, "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().path("results").get(0).path("image").asString()).isEqualTo("-");
        assertThat(Path.of(out, "stdin.labels.png")).exists();
        Run empty = Run.withInput(new byte[0], "segment", "-", "-o", out, "--overwrite");
        assertThat(empty.code()).isEqualTo(3);
        assertThat(empty.err()).hasLineCount(1).contains("standard input");
    }

    @Test
    void anAddressIsFetched() throws Exception {
        byte[] content = Files.readAllBytes(photo);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/a/picture.png", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/a/";
            Run run = Run.of("segment", address + "picture.png?size=1#top", address + "none.png", "-o", out);
            assertThat(run.code()).isEqualTo(5);
            assertThat(run.err()).hasLineCount(1).contains("none.png", "404");
            assertThat(Path.of(out, "picture.labels.png")).exists();
        } finally {
            server.stop(0);
        }
        Run wrong = Run.of("segment", "http://a b/", "-o", out);
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).hasLineCount(1).contains("http://a b/");
    }

    @Test
    void aBrokenInputDoesNotStopTheOthers() throws Exception {
        byte[] whole = Files.readAllBytes(photo);
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(whole, whole.length / 2));
        String missing = folder.resolve("missing.png").toString();
        Run run = Run.of("segment", half.toString(), missing, photo.toString(), "-o", out, "--json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).hasLineCount(2).contains("half.png").contains("missing.png");
        assertThat(run.json().path("results")).hasSize(1);
        JsonNode errors = run.json().path("errors");
        assertThat(errors.get(0).path("exit_code").asInt()).isEqualTo(3);
        assertThat(errors.get(1).path("exit_code").asInt()).isEqualTo(6);
        assertThat(Run.of("segment", half.toString(), "-o", out).code()).isEqualTo(3);
        assertThat(Run.of("segment", missing, "-o", out).code()).isEqualTo(6);
    }

    @Test
    void anErrorHasNoTraceWithoutVerbose() {
        String missing = folder.resolve("missing.png").toString();
        assertThat(Run.of("segment", missing, "-o", out).err()).hasLineCount(1);
        assertThat(Run.of("segment", missing, "-o", out, "-v").err()).contains("\tat org.vung");
    }

    @Test
    void whatIsMistypedIsSaidBeforeAnythingIsRead() {
        for (String[] wrong : new String[][] {
            {"did you mean 'kmeans'?", "-m", "kmeens"},
            {"k must be 2 … 256 or auto, got 1", "-m", "kmeans:k=1"},
            {"got 'clusters'", "-m", "kmeans:clusters=3"},
            {"--repeat must be at least 1, got 0", "--repeat", "0"},
            {"--page must be 1 … 1000, got 0", "--page", "0"},
            {"--bands must count from 1, got 0", "--bands", "0"},
            {"got 'many'", "--max-pixels", "many"},
            {"leaves nothing to chance", "-m", "felzenszwalb", "--seed", "1"}
        }) {
            Run run = Run.of(Stream.concat(
                            Stream.of("segment", photo.toString(), "-o", out),
                            Stream.of(wrong).skip(1))
                    .toArray(String[]::new));
            assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1).contains(wrong[0]);
        }
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void tooManyPixelsAreALimit() {
        Run run = Run.of("segment", photo.toString(), "-o", out, "--max-pixels", "95");
        assertThat(run.code()).isEqualTo(7);
        assertThat(run.err()).hasLineCount(1).contains("95");
        assertThat(Run.of("segment", photo.toString(), "-o", out, "--max-pixels", "1k")
                        .code())
                .isZero();
    }

    @Test
    void bandsAreChosen() {
        Run run = Run.of("segment", photo.toString(), "-o", out, "--bands", "2", "-m", "kmeans:k=2", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().path("results").get(0).path("regions").get(0).path("mean_color"))
                .hasSize(1);
        Run none = Run.of("segment", photo.toString(), "-o", out, "--bands", "4", "--overwrite");
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).hasLineCount(1).contains("1 … 3", "got 4");
    }

    @Test
    void aPageThatIsNotThereIsRefused() {
        assertThat(Run.of("segment", photo.toString(), "-o", out, "--page", "1").code())
                .isZero();
        Run run = Run.of("segment", photo.toString(), "-o", out, "--page", "2", "--overwrite");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("--page must be 1 … 1, got 2");
        Run all = Run.of("segment", photo.toString(), "-o", out, "--page", "all");
        assertThat(all.code()).isZero();
        assertThat(Path.of(out, "photo.p1.labels.png")).exists();
    }

    @Test
    void moreLabelsThanAPaletteHoldsAreSixteenBitGrey() throws Exception {
        byte[] noise = new byte[64 * 64];
        new Random(1).nextBytes(noise);
        Path grainy = folder.resolve("grainy.png");
        ImageFiles.write(Image.wrap(new Size(64, 64), Layout.GREY, noise), grainy, Existing.KEEP);
        Run run = Run.of("segment", grainy.toString(), "-m", "kmeans:k=8,connected=true", "-o", out, "--json");
        assertThat(run.code()).isZero();
        int regions = run.json().path("results").get(0).path("regions").size();
        assertThat(regions).isGreaterThan(256);
        assertThat(ImageFiles.readLabels(Path.of(out, "grainy.labels.png"), Limits.standard())
                        .count())
                .isEqualTo(regions);
    }

    @Test
    void anOutputFolderThatCannotBeMadeIsAnIoError() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run run = Run.of("segment", photo.toString(), "-o", file.resolve("out").toString());
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).hasLineCount(1).contains("file");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(out))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asDouble).toList();
    }
}
