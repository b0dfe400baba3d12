package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.catalog.TinyDetector;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentOutlinesTest {

    @TempDir
    private Path folder = Path.of("");

    private Path photo = Path.of("");
    private String out = "";

    @BeforeEach
    void photo() throws Exception {
        photo = Run.photo(folder.resolve("ảnh & 1.png"));
        out = folder.resolve("out").toString();
    }

    private JsonNode json(String ending) throws Exception {
        return new JsonMapper().readTree(Files.readString(Path.of(out, "ảnh & 1" + ending)));
    }

    private JsonNode result(String... more) {
        List<String> words = new ArrayList<>(List.of("segment", photo.toString(), "-o", out, "--json"));
        Collections.addAll(words, more);
        Run run = Run.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().path("results").get(0);
    }

    @Test
    void everyFormatIsWrittenAndNamed() throws Exception {
        JsonNode outputs = result("--format", "geojson,svg", "--format", "imagej,coco,yolo")
                .path("outputs");
        for (String name : List.of("geojson", "svg", "imagej", "coco", "yolo")) {
            assertThat(Path.of(outputs.path(name).asString())).as(name).isNotEmptyFile();
        }
        assertThat(Path.of(outputs.path("imagej").asString())).hasFileName("ảnh & 1.rois.zip");
        assertThat(json(".json").path("results").get(0).path("outputs")).isEqualTo(outputs);
    }

    @Test
    void theRegionsAreThoseOfTheJson() throws Exception {
        JsonNode regions = result("--format", "geojson,coco,imagej,svg").path("regions");
        JsonNode features = json(".geojson").path("features");
        JsonNode annotations = json(".coco.json").path("annotations");
        LabelMap labels = ImageFiles.readLabels(Path.of(out, "ảnh & 1.labels.png"), Limits.standard());
        assertThat(features).hasSameSizeAs(regions);
        assertThat(annotations).hasSameSizeAs(regions);
        for (int at = 0; at < regions.size(); at++) {
            assertThat(features.get(at).path("id")).isEqualTo(regions.get(at).path("id"));
            assertThat(features.get(at).path("properties").path("area_px"))
                    .isEqualTo(regions.get(at).path("area_px"));
            assertThat(annotations.get(at).path("region_id"))
                    .isEqualTo(regions.get(at).path("id"));
            JsonNode corner =
                    features.get(at).path("geometry").path("coordinates").get(0).get(0);
            assertThat(labels.at(corner.get(1).asInt(), corner.get(0).asInt()))
                    .isEqualTo(features.get(at).path("id").asInt());
        }
        try (ZipFile zip = new ZipFile(Path.of(out, "ảnh & 1.rois.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(regions.size());
        }
    }

    @Test
    void thePhotoLiesBehindTheLines() throws Exception {
        result("--format", "svg");
        Path file = Path.of(out, "ảnh & 1.svg");
        try (InputStream in = Files.newInputStream(file)) {
            Document svg =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            String link = ((Element) svg.getElementsByTagName("image").item(0)).getAttribute("href");
            assertThat(Path.of(file.toUri().resolve(link))).exists().hasSameBinaryContentAs(photo);
            assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(3);
        }
    }

    @Test
    void objectsAreWrittenWithClassAndScore() throws Exception {
        String detector = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
        JsonNode regions = result("-m", detector, "--format", "geojson,coco").path("regions");
        assertThat(regions).isNotEmpty();
        JsonNode features = json(".geojson").path("features");
        JsonNode coco = json(".coco.json");
        for (int at = 0; at < regions.size(); at++) {
            JsonNode properties = features.get(at).path("properties");
            assertThat(properties.path("score")).isEqualTo(regions.get(at).path("score"));
            assertThat(properties.path("name")).isEqualTo(regions.get(at).path("name"));
            assertThat(coco.path("annotations").get(at).path("score"))
                    .isEqualTo(regions.get(at).path("score"));
        }
        assertThat(coco.path("images").get(0).path("file_name").asString()).isEqualTo("ảnh & 1.png");
    }

    @Test
    void withoutAFormatObjectsHaveCocosResultsAsBefore() throws Exception {
        String detector = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
        result("-m", detector, "--format", "svg");
        assertThat(json(".coco.json").isArray()).isTrue();
        String none = detector + ":score=1";
        assertThat(result("-m", none, "--format", "svg,imagej,geojson", "--overwrite")
                        .path("regions"))
                .isEmpty();
        assertThat(json(".geojson").path("features")).isEmpty();
    }

    /** A grey TIFF of 2x2 with pixels of 10 m near Hanoi, in UTM. */
    private static byte[] geoTiff() {
        int[][] tags = {
            {256, 3, 1, 2},
            {257, 3, 1, 2},
            {258, 3, 1, 8},
            {259, 3, 1, 1},
            {262, 3, 1, 1},
            {273, 4, 1, 500},
            {278, 3, 1, 2},
            {279, 4, 1, 4},
            {33550, 12, 3, 200},
            {33922, 12, 6, 224},
            {34735, 3, 12, 272}
        };
        ByteBuffer file = ByteBuffer.allocate(504).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        file.position(200);
        for (double each : new double[] {10, 10, 0, 0, 0, 0, 588_761.587340262, 2_325_539.2523541027, 0}) {
            file.putDouble(each);
        }
        for (int each : new int[] {1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 32648}) {
            file.putShort((short) each);
        }
        return file.put(500, new byte[] {0, 0, 0, (byte) 200}).array();
    }

    @Test
    void aGeoTiffIsOutlinedInDegrees() throws Exception {
        photo = Files.write(folder.resolve("hà nội.tif"), geoTiff());
        result("-m", "threshold:value=100", "--format", "geojson,svg");
        JsonNode file = new JsonMapper().readTree(Files.readString(Path.of(out, "hà nội.geojson")));
        assertThat(file.path("frame").path("from").asString()).isEqualTo("EPSG:32648");
        JsonNode ring = file.path("features")
                .get(0)
                .path("geometry")
                .path("coordinates")
                .get(0);
        List<String> corners = ring.values().stream().map(JsonNode::toString).toList();
        assertThat(corners).hasSize(7).contains("[105.8542,21.0285]");
        assertThat(Files.readString(Path.of(out, "hà nội.svg"))).doesNotContain("<image");
    }

    @Test
    void simplerLinesHaveFewerCorners() throws Exception {
        String examples = Path.of("../examples/still-life.jpg").toString();
        assertThat(Run.of("segment", examples, "-o", out, "--format", "svg").code())
                .isZero();
        long exact = Files.size(Path.of(out, "still-life.svg"));
        assertThat(Run.of("segment", examples, "-o", out, "--format", "svg", "--simplify", "1.5", "--overwrite")
                        .code())
                .isZero();
        assertThat(Files.size(Path.of(out, "still-life.svg"))).isLessThan(exact / 2);
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        Files.createDirectories(Path.of(out));
        Path own = Files.writeString(Path.of(out, "ảnh & 1.svg"), "mine");
        Run run = Run.of("segment", photo.toString(), "-o", out, "--format", "svg");
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).contains("ảnh & 1.svg exists already; add --overwrite");
        assertThat(own).hasContent("mine");
        assertThat(Path.of(out, "ảnh & 1.labels.png")).doesNotExist();
        assertThat(result("--format", "svg", "--overwrite").path("outputs").has("svg"))
                .isTrue();
    }

    @Test
    void aLargeImageReadByRowsHasOutlinesAllTheSame() throws Exception {
        result("--format", "geojson", "--rows-from", "1");
        assertThat(json(".geojson").path("features")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --format geojsn | --format must be one or more of coco, geojson, imagej, svg, yolo, got 'geojsn'; did you mean 'geojson'?
            --format svg --simplify -1 | --simplify must be 0 … 100000 pixels, got -1.0
            --format svg --simplify NaN | --simplify must be 0 … 100000 pixels, got NaN
            --simplify 2    | --simplify must go with a --format of outlines, such as geojson, got 2.0 alone
            """)
    void whatCannotBeAskedForIsToldBeforeTheWork(String options, String message) {
        List<String> words = new ArrayList<>(List.of("segment", photo.toString(), "-o", out));
        Collections.addAll(words, options.split(" "));
        Run run = Run.of(words.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(Path.of(out)).doesNotExist();
    }
}
