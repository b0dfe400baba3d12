package org.vung.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.measure.scene.Part;

class PartsTest {

    private static final Size SIZE = new Size(4, 6);

    @TempDir
    Path folder = Path.of("");

    private List<Part> geoJson(String text) throws Exception {
        Path file = folder.resolve("parts.geojson");
        Files.writeString(file, text);
        return Parts.read(file, SIZE);
    }

    private Path mask(Size size, int... labels) throws Exception {
        Path file = folder.resolve("roi.png");
        ImageFiles.writeLabels(LabelMap.of(size, labels), Palette.voc(), file, Existing.REPLACE);
        return file;
    }

    @Test
    void aPolygonHasThePixelsWhoseMiddlesItHolds() throws Exception {
        String ring = "[[1,1],[4.4,1],[4.4,3.5],[1,3.5],[1,1]]";
        List<Part> parts = geoJson("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}");
        assertThat(parts).extracting(Part::name).containsExactly("part 1");
        // columns 1 to 3 and rows 1 to 2: the middle of row 3 lies on the edge, and so outside
        assertThat(parts.get(0).mask().area()).isEqualTo(6);
        List<Part> holed =
                geoJson("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + ring + ",[[2,1],[3,1],[3,2],[2,2]]]]}");
        assertThat(holed.get(0).mask().area()).isEqualTo(5);
    }

    @Test
    void featuresHaveNamesOfTheirOwn() throws Exception {
        String one =
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"bed\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[2,0],[2,9],[0,9]]]}}";
        List<Part> parts = geoJson("{\"type\":\"FeatureCollection\",\"features\":[" + one + "," + one + "]}");
        assertThat(parts).extracting(Part::name).containsExactly("bed", "bed (2)");
        assertThat(parts.get(0).mask().area()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | geometry must be a Polygon or MultiPolygon, got ''",
                "{\"type\":\"Point\",\"coordinates\":[1,2]} | got 'Point'",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | polygon must have corners, got none",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2]]]} | ring must have at least 3 corners, got 2",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,\"x\"],[3,3]]]} | corner must be two finite numbers",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | must hold 1 … 1000 parts, got 0",
                "{\"frame\":{\"unit\":\"degree\"}} | must be in pixels, [column, row], got longitude and latitude",
                "{\"type\": | is no whole JSON",
            })
    void whatIsNoPolygonIsRefused(String json, String message) {
        assertThatThrownBy(() -> geoJson(json))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void cornersFarAwayAreCutOff() throws Exception {
        List<Part> parts =
                geoJson("{\"type\":\"Polygon\",\"coordinates\":[[[-1e9,-1e9],[1e9,-1e9],[1e9,1e9],[-1e9,1e9]]]}");
        assertThat(parts.get(0).mask().area()).isEqualTo(24);
    }

    @Test
    void everyValueOfAMaskIsAPart() throws Exception {
        Path one = mask(new Size(1, 4), 0, 255, 255, 0);
        assertThat(Parts.read(one, new Size(1, 4))).extracting(Part::name).containsExactly("roi");
        Path two = mask(new Size(1, 4), 0, 3, 7, 7);
        List<Part> parts = Parts.read(two, new Size(1, 4));
        assertThat(parts).extracting(Part::name).containsExactly("3", "7");
        assertThat(parts.get(1).mask().area()).isEqualTo(2);
        assertThatThrownBy(() -> Parts.read(two, SIZE))
                .hasMessageContaining("mask must have the labels' size 4x6, got 1x4");
        Path none = mask(new Size(1, 2), 0, 0);
        assertThatThrownBy(() -> Parts.read(none, new Size(1, 2)))
                .hasMessageContaining("must hold 1 … 1000 parts, got 0");
    }
}
