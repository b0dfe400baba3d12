package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.catalog.TinyDetector;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Limits;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.nets.numbers.Deterministic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentObjectsTest {

    private static final Size SIZE = new Size(48, 64);

    @TempDir
    private Path folder = Path.of("");

    private Path photo = Path.of("");
    private String detector = "";
    private String out = "";

    @BeforeEach
    void write() throws Exception {
        photo = photo("0042.png", SIZE);
        detector = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
        out = folder.resolve("out").toString();
    }

    private Path photo(String name, Size size) throws Exception {
        Path file = folder.resolve(name);
        byte[] samples = new byte[3 * size.pixels()];
        float[] uniform = Deterministic.uniform("photo", samples.length);
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (int) (128 * (uniform[at] + 1));
        }
        ImageFiles.write(Image.wrap(size, Layout.RGB, samples), file, Existing.KEEP);
        return file;
    }

    private static JsonNode result(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().path("results").get(0);
    }

    private JsonNode coco(String stem) throws Exception {
        return new JsonMapper().readTree(Files.readString(Path.of(out, stem + ".coco.json")));
    }

    @Test
    void objectsAreToldOneByOne() throws Exception {
        JsonNode result = result(Run.of("segment", photo.toString(), "-m", detector, "-o", out, "--json"));
        assertThat(result.path("kind").asString()).isEqualTo("instances");
        assertThat(result.path("classes").get(2).asString()).isEqualTo("Nhân, tế bào");
        JsonNode regions = result.path("regions");
        assertThat(regions).hasSizeGreaterThan(3);
        double last = 1;
        for (JsonNode region : regions) {
            assertThat(region.path("score").asDouble()).isBetween(0.5, last);
            last = region.path("score").asDouble();
            assertThat(region.path("name").asString()).isIn("cell", "Nhân, tế bào");
            assertThat(region.path("area_px").asInt()).isPositive();
            assertThat(region.path("share").asDouble())
                    .isEqualTo(region.path("area_px").asInt() / (double) SIZE.pixels());
            assertThat(region.path("bbox")).hasSize(4);
            assertThat(region.path("box")).hasSize(4);
            assertThat(region.path("mean_color")).hasSize(3);
        }
        assertThat(names()).containsExactly("0042.coco.json", "0042.json", "0042.labels.png", "0042.overlay.png");
    }

    @Test
    void filesHoldTheSameObjects() throws Exception {
        JsonNode regions = result(Run.of("segment", photo.toString(), "-m", detector, "-o", out, "--json"))
                .path("regions");
        LabelMap labels = ImageFiles.readLabels(Path.of(out, "0042.labels.png"), Limits.standard());
        assertThat(labels.size()).isEqualTo(SIZE);
        JsonNode coco = coco("0042");
        assertThat(labels.count()).isLessThanOrEqualTo(coco.size() + 1);
        for (JsonNode region : regions) {
            JsonNode object = coco.get(region.path("id").asInt() - 1);
            assertThat(object.path("image_id").asInt()).isEqualTo(42);
            assertThat(object.path("file_name").asString()).isEqualTo("0042.png");
            assertThat(object.path("category_name").asString())
                    .isEqualTo(region.path("name").asString());
            assertThat(object.path("category_id").asInt())
                    .isEqualTo(region.path("name").asString().equals("cell") ? 1 : 2);
            assertThat(object.path("score").asDouble())
                    .isEqualTo(region.path("score").asDouble());
            assertThat(object.path("bbox").get(0).asDouble())
                    .isEqualTo(region.path("box").get(1).asDouble());
            JsonNode counts = object.path("segmentation").path("counts");
            assertThat(RunLengths.parse(SIZE, counts.asString()).area())
                    .isEqualTo(region.path("area_px").asInt());
        }
    }

    @Test
    void scoreIsTheMethodsOption() throws Exception {
        Run few = Run.of("segment", photo.toString(), "-m", detector + ":score=0.9,most=2", "-o", out);
        assertThat(few.code()).as(few.err()).isZero();
        assertThat(few.out()).contains("48x64  2 objects");
        Run none = Run.of(
                "segment", photo.toString(), "-m", detector + ":score=1", "-o", out, "--overwrite", "--side-by-side");
        assertThat(none.code()).as(none.err()).isZero();
        assertThat(none.out()).contains("0 objects");
        assertThat(coco("0042")).isEmpty();
        assertThat(ImageFiles.read(Path.of(out, "0042.overlay.png"))).isEqualTo(ImageFiles.read(photo));
    }

    @Test
    void classesAndObjectsSideBySide() throws Exception {
        JsonNode result =
                result(Run.of("segment", photo.toString(), "-m", detector, "-o", out, "--json", "--side-by-side"));
        Path figure = Path.of(result.path("outputs").path("side_by_side").asString());
        assertThat(figure).hasFileName("0042.classes-and-objects.png");
        Image picture = ImageFiles.read(figure);
        assertThat(picture.width()).isGreaterThan(2 * SIZE.width());
        Run again = Run.of("segment", photo.toString(), "-m", detector, "-o", out);
        assertThat(again.code()).isEqualTo(6);
    }

    @Test
    void oneThatGivesClassesHasNoObjectsToSetBeside() {
        Run run = Run.of("segment", photo.toString(), "-m", "otsu", "-o", out, "--side-by-side");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--side-by-side must go with a network that finds objects", "got 'otsu'");
        Run doubt = Run.of("segment", photo.toString(), "-m", detector, "-o", out, "--uncertainty");
        assertThat(doubt.code()).isEqualTo(2);
        assertThat(doubt.err()).contains("--uncertainty must go with a method that gives probabilities");
    }

    @Test
    void boxesAloneAreWrittenWithoutMasks() throws Exception {
        Path boxes = TinyDetector.write(folder.resolve("boxes.vung"), false);
        JsonNode result = result(Run.of("segment", photo.toString(), "-m", boxes.toString(), "-o", out, "--json"));
        assertThat(result.path("regions")).isNotEmpty();
        assertThat(coco("0042").get(0).has("segmentation")).isFalse();
    }

    @Test
    void anImageOfOnePixelIsTaken() throws Exception {
        Path one = photo("one, pixel.png", new Size(1, 1));
        Run run = Run.of("segment", one.toString(), "-m", detector + ":score=0", "-o", out, "--side-by-side");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(ImageFiles.read(Path.of(out, "one, pixel.overlay.png")).size())
                .isEqualTo(new Size(1, 1));
    }

    @Test
    void compareShowsThem() throws Exception {
        String figure = folder.resolve("figure.png").toString();
        JsonNode report = Run.of("compare", photo.toString(), "-m", detector, "-m", "otsu", "-o", figure, "--json")
                .json();
        assertThat(report.path("errors")).isEmpty();
        assertThat(ImageFiles.read(Path.of(figure)).width()).isGreaterThan(2 * SIZE.width());
    }

    private Stream<String> names() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(out))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
