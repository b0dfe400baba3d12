package org.vung.data.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CocoResultsTest {

    private static final Size SIZE = new Size(2, 3);
    private static final LabelClass GROUND = new LabelClass("background", 0);
    private static final LabelClass ODD = new LabelClass("tế bào, \"to\"", 0);

    private static JsonNode written(String image, List<LabelClass> classes, Instance... objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CocoResults.write(image, image + ".jpg", new Instances(SIZE, List.of(objects), classes, Findings.none()), out);
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anObjectIsOneOfCocosResults() throws IOException {
        RunLengths mask = RunLengths.of(SIZE, new boolean[] {false, true, true, false, true, false});
        JsonNode result = written(
                        "000000000139",
                        List.of(GROUND, ODD),
                        new Instance(1, 0.97f, 0.5f, 1.25f, 1.5f, 1, Optional.of(mask)))
                .get(0);
        assertThat(result.path("image_id").asInt()).isEqualTo(139);
        assertThat(result.path("file_name").asString()).isEqualTo("000000000139.jpg");
        assertThat(result.path("category_id").asInt()).isEqualTo(1);
        assertThat(result.path("category_name").asString()).isEqualTo("tế bào, \"to\"");
        assertThat(result.path("bbox").toString()).isEqualTo("[1.25,0.5,1.0,1.5]");
        assertThat(result.path("score").toString()).isEqualTo("0.97");
        assertThat(result.path("segmentation").path("size").toString()).isEqualTo("[2,3]");
        assertThat(RunLengths.parse(
                        SIZE, result.path("segmentation").path("counts").asString()))
                .isEqualTo(mask);
    }

    @Test
    void classesWithoutABackgroundAreNumberedFromOne() throws IOException {
        JsonNode result = written("street", List.of(ODD), new Instance(0, 1, 0, 0, 1, 1, Optional.empty()))
                .get(0);
        assertThat(result.path("category_id").asInt()).isEqualTo(1);
        assertThat(result.path("image_id").asString()).isEqualTo("street");
        assertThat(result.has("segmentation")).isFalse();
    }

    @Test
    void nothingFoundIsAnEmptyList() throws IOException {
        assertThat(written("street", List.of()).toString()).isEqualTo("[]");
    }
}
