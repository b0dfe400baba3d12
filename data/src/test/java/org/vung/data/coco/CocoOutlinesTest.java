package org.vung.data.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Partition;
import org.vung.Segmentation;
import org.vung.Semantic;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.Outlined;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.RunLengths;
import org.vung.name.Phrase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CocoOutlinesTest {

    private static final LabelClass GROUND = new LabelClass("background", 0);
    private static final LabelClass ODD = new LabelClass("tế bào, \"to\"", 0x123456);

    @TempDir
    private Path folder = Path.of("");

    private JsonNode written(Segmentation answer) throws IOException {
        Path json = folder.resolve("annotations.json");
        Drawing drawing = Drawing.of("photo.png", answer, Palette.distinct());
        try (var out = Files.newOutputStream(json)) {
            CocoOutlines.write(drawing, out);
        }
        return new JsonMapper().readTree(Files.readString(json));
    }

    private List<RunLengths> read(Size size) throws IOException {
        Files.deleteIfExists(folder.resolve("photo.png"));
        ImageFiles.write(
                Image.wrap(size, Layout.GREY, new byte[size.pixels()]), folder.resolve("photo.png"), Existing.KEEP);
        Dataset set = CocoFolder.open(folder, Phrase.parse("coco")).whole();
        ObjectSet truth = (ObjectSet) set.truth(0);
        return truth.objects().stream().map(ObjectTruth::mask).toList();
    }

    @Test
    void withoutHolesARegionIsPolygonsElseRunLengths() throws IOException {
        LabelMap labels = LabelMap.of(new Size(3, 4), new int[] {0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1});
        JsonNode coco = written(new Semantic(labels, List.of(GROUND, ODD), Findings.none()));
        JsonNode annotations = coco.path("annotations");
        assertThat(annotations.get(1).path("segmentation").toString())
                .isEqualTo("[[3,0,4,0,4,3,3,3],[1,1,2,1,2,2,1,2]]");
        assertThat(annotations.get(1).path("bbox").toString()).isEqualTo("[1,0,3,3]");
        assertThat(annotations.get(1).path("area").asInt()).isEqualTo(4);
        assertThat(annotations.get(1).path("category_id").asInt()).isEqualTo(1);
        assertThat(annotations.get(0).path("segmentation").path("size").toString())
                .isEqualTo("[3,4]");
        assertThat(coco.path("categories").get(1).path("name").asString()).isEqualTo(ODD.name());
        assertThat(coco.path("categories").get(1).path("id").asInt()).isEqualTo(1);
    }

    @Test
    void regionsWithoutNamesAreOfOneCategory() throws IOException {
        JsonNode coco = written(new Partition(LabelMap.of(new Size(1, 2), new int[] {0, 3})));
        assertThat(coco.path("categories").toString()).contains("\"id\":1,\"name\":\"region\"");
        assertThat(coco.path("annotations").get(1).path("region_id").asInt()).isEqualTo(3);
    }

    @Test
    void objectsHaveScores() throws IOException {
        Instance object = new Instance(0, 0.9f, 0, 0, 1, 1, Optional.empty());
        JsonNode coco = written(new Instances(new Size(2, 2), List.of(object), List.of(ODD), Findings.none()));
        assertThat(coco.path("annotations").get(0).path("score").toString()).isEqualTo("0.9");
        assertThat(coco.path("annotations").get(0).path("category_id").asInt()).isEqualTo(1);
    }

    @Test
    void readAsADataSetTheyAreTheSame() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Size size = new Size(1 + random.nextInt(15), 1 + random.nextInt(15));
            int[] labels = random.ints(size.pixels(), 0, 1 + random.nextInt(5)).toArray();
            Partition answer = new Partition(LabelMap.wrap(size, labels));
            written(answer);
            List<RunLengths> masks = new ArrayList<>();
            Drawing.of("", answer, Palette.distinct()).regions().stream()
                    .map(Outlined::mask)
                    .forEach(masks::add);
            assertThat(read(size)).as("seed " + seed).isEqualTo(masks);
        }
    }
}
