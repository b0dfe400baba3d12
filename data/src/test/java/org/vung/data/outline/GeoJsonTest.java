package org.vung.data.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Partition;
import org.vung.Segmentation;
import org.vung.Semantic;
import org.vung.data.geo.Placement;
import org.vung.image.Size;
import org.vung.image.codec.Georeference;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.RunLengths;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTest {

    private static final Size SIZE = new Size(3, 4);
    private static final LabelClass GROUND = new LabelClass("background", 0);
    private static final LabelClass ODD = new LabelClass("tế bào \"to\" \\ <&>\u0001", 0x12AB34);

    private static JsonNode written(Drawing drawing) throws IOException {
        return written(drawing, Optional.empty());
    }

    private static JsonNode written(Drawing drawing, Optional<Placement> placement) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJson.write(drawing, placement, out);
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static Drawing drawing(Segmentation answer) {
        return Drawing.of("ảnh \"1\".png", answer, Palette.of(0, 0x12AB34, 0xFF));
    }

    /** The rings of every polygon of a feature. */
    private static List<double[]> rings(JsonNode geometry) {
        List<double[]> rings = new ArrayList<>();
        boolean many = geometry.path("type").asString().equals("MultiPolygon");
        List<JsonNode> polygons =
                many ? List.copyOf(geometry.path("coordinates").values()) : List.of(geometry.path("coordinates"));
        for (JsonNode polygon : polygons) {
            for (JsonNode ring : polygon) {
                assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
                double[] corners = new double[2 * ring.size() - 2];
                for (int at = 0; at < corners.length; at++) {
                    corners[at] = ring.get(at / 2).get(at % 2).asDouble();
                }
                rings.add(corners);
                double area = 0;
                for (int at = 0; at < corners.length; at += 2) {
                    int next = (at + 2) % corners.length;
                    area += corners[at] * corners[next + 1] - corners[next] * corners[at + 1];
                }
                assertThat(area > 0).isEqualTo(ring.equals(polygon.get(0)));
            }
        }
        return rings;
    }

    @Test
    void everyLabelOfAPartitionIsAFeature() throws IOException {
        LabelMap labels = LabelMap.of(SIZE, new int[] {0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2});
        JsonNode file = written(drawing(new Partition(labels)));
        assertThat(file.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(file.path("image").asString()).isEqualTo("ảnh \"1\".png");
        assertThat(file.path("frame").path("unit").asString()).isEqualTo("pixel");
        assertThat(file.path("frame").path("height").asInt()).isEqualTo(3);
        JsonNode features = file.path("features");
        assertThat(features).hasSize(2);
        assertThat(features.get(0).path("geometry").toString())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,2],[3,2],[3,3],[0,3],[0,0]],"
                        + "[[1,1],[1,2],[2,2],[2,1],[1,1]]]}");
        assertThat(features.get(1).path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
        assertThat(features.get(1).path("properties").toString())
                .isEqualTo("{\"id\":2,\"area_px\":2,\"color\":\"#0000ff\"}");
    }

    @Test
    void everyClassIsAFeatureWithItsName() throws IOException {
        LabelMap labels = LabelMap.of(SIZE, new int[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1});
        JsonNode features = written(drawing(new Semantic(labels, List.of(GROUND, ODD), Findings.none())))
                .path("features");
        assertThat(features).hasSize(2);
        JsonNode odd = features.get(1);
        assertThat(odd.path("id").asInt()).isEqualTo(1);
        assertThat(odd.path("properties").path("name").asString()).isEqualTo(ODD.name());
        assertThat(odd.path("properties").path("color").asString()).isEqualTo("#12ab34");
        assertThat(odd.path("geometry").path("coordinates")).hasSize(3);
    }

    @Test
    void everyObjectIsAFeatureWithItsScoreWhateverLiesAboveIt() throws IOException {
        RunLengths mask = Masks.of("####", "#..#", "####");
        Instances found = new Instances(
                SIZE,
                List.of(
                        new Instance(0, 0.9f, 0, 0, 3, 4, Optional.of(mask)),
                        new Instance(0, 0.8f, 0, 0, 0, 0, Optional.of(RunLengths.empty(SIZE))),
                        new Instance(0, 0.7f, 0, 0, 2, 2, Optional.empty())),
                List.of(ODD),
                Findings.none());
        JsonNode features = written(Drawing.of("x", found, Palette.distinct())).path("features");
        assertThat(features).hasSize(2);
        assertThat(features.get(0).path("properties").path("score").toString()).isEqualTo("0.9");
        assertThat(Masks.fill(SIZE, rings(features.get(0).path("geometry")))).isEqualTo(mask);
        assertThat(features.get(1).path("id").asInt()).isEqualTo(3);
        assertThat(features.get(1).path("geometry").path("coordinates").toString())
                .isEqualTo("[[[0,0],[2,0],[2,2],[0,2],[0,0]]]");
    }

    @Test
    void nothingFoundIsNoFeature() throws IOException {
        Instances none = new Instances(new Size(1, 1), List.of(), List.of(ODD), Findings.none());
        assertThat(written(drawing(none)).path("features")).isEmpty();
    }

    @Test
    void filledFeaturesAreTheMasks() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            RunLengths mask = Masks.random(seed);
            int[] labels = new int[mask.size().pixels()];
            mask.paint(labels, 1);
            JsonNode features = written(drawing(new Partition(LabelMap.wrap(mask.size(), labels))))
                    .path("features");
            RunLengths all = RunLengths.empty(mask.size());
            for (JsonNode feature : features) {
                RunLengths filled = Masks.fill(mask.size(), rings(feature.path("geometry")));
                assertThat(filled.area())
                        .isEqualTo(feature.path("properties").path("area_px").asInt());
                assertThat(filled.intersection(all)).isZero();
                all = all.or(filled);
                if (feature.path("id").asInt() == 1) {
                    assertThat(filled).isEqualTo(mask);
                }
            }
            assertThat(all.area()).isEqualTo(mask.size().pixels());
        }
    }

    @Test
    void whereThePlaceIsKnownCornersAreDegrees() throws IOException {
        Georeference hanoi = new Georeference(105.8, 1e-4, 0, 21.03, 0, -1e-4, 4326);
        RunLengths mask = Masks.of("####", "#..#", "####");
        int[] labels = new int[SIZE.pixels()];
        mask.paint(labels, 1);
        JsonNode file = written(drawing(new Partition(LabelMap.wrap(SIZE, labels))), Placement.of(hanoi));
        assertThat(file.path("frame").path("unit").asString()).isEqualTo("degree");
        assertThat(file.path("frame").path("from").asString()).isEqualTo("EPSG:4326");
        JsonNode geometry = file.path("features").get(1).path("geometry");
        assertThat(geometry.path("coordinates").toString())
                .isEqualTo("[[[105.8,21.0297],[105.8004,21.0297],[105.8004,21.03],[105.8,21.03],[105.8,21.0297]],"
                        + "[[105.8003,21.0299],[105.8003,21.0298],[105.8001,21.0298],[105.8001,21.0299],"
                        + "[105.8003,21.0299]]]");
        assertThat(rings(geometry)).hasSize(2);
    }

    @Test
    void aPixelOfTenCentimetresFarFromGreenwichRunsTheRightWay() throws IOException {
        Georeference sydney = new Georeference(334_900.5, 0.1, 0, 6_252_288.7, 0, -0.1, 32756);
        Partition one = new Partition(LabelMap.of(new Size(1, 1), new int[] {0}));
        JsonNode geometry = written(drawing(one), Placement.of(sydney))
                .path("features")
                .get(0)
                .path("geometry");
        assertThat(rings(geometry).get(0)).hasSize(8);
    }

    @Test
    void tenThousandRegionsAreWrittenOneByOne() throws IOException {
        Size size = new Size(1000, 1000);
        int[] labels = new int[size.pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = pixel / 1000 / 10 * 100 + pixel % 1000 / 10;
        }
        JsonNode features = written(Drawing.of("tiles", new Partition(LabelMap.wrap(size, labels)), Palette.distinct()))
                .path("features");
        assertThat(features).hasSize(10_000);
        assertThat(features.get(9_999).path("geometry").path("coordinates").toString())
                .isEqualTo("[[[990,990],[1000,990],[1000,1000],[990,1000],[990,990]]]");
    }
}
