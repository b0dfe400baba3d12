package org.vung.torch.train.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.augment.Recipe;
import org.vung.data.stats.DataStats;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import org.vung.torch.rcnn.Detecting;
import org.vung.torch.rcnn.Resizing;
import org.vung.torch.rcnn.box.Anchors;

class DetectorFingerprintTest {

    private static final Fingerprint.Machine SMALL = new Fingerprint.Machine(8L << 30, 2);
    private static final Traits CELLS = new Traits(true, 0.01, 0.01, Traits.Grounds.NONE);

    /**
     * Rectangles in a row of each image.
     *
     * @param size of the images
     * @param height of each object
     * @param width of each object
     * @param count objects an image
     */
    private record Rectangles(Size size, int height, int width, int count) implements Dataset {

        @Override
        public String name() {
            return "rectangles";
        }

        @Override
        public List<LabelClass> classes() {
            return List.of(new LabelClass("rectangle", 0xFF0000));
        }

        @Override
        public List<Item> items() {
            return List.of("a", "b", "c", "d", "e").stream()
                    .map(name -> new Item(name, name, java.nio.file.Path.of(name), java.nio.file.Path.of(name)))
                    .toList();
        }

        @Override
        public Image image(int index) {
            return Image.wrap(size, Layout.GREY, new byte[size.pixels()]);
        }

        @Override
        public Truth truth(int index) {
            RunLengths none = RunLengths.empty(size);
            ObjectTruth one = new ObjectTruth(0, 0, 0, height, width, none, false, (double) height * width);
            ObjectTruth crowd = new ObjectTruth(0, 0, 0, 9999, 1, none, true, 9999);
            return new ObjectSet(
                    size,
                    java.util.stream.Stream.concat(
                                    java.util.Collections.nCopies(count, one).stream(),
                                    java.util.stream.Stream.of(crowd))
                            .toList());
        }
    }

    private static Plan plan(String model, Rectangles set) throws IOException {
        Fingerprint made = DetectorFingerprint.of(
                model,
                DataStats.of(set, at -> {}),
                ObjectSizes.of(set, at -> {}),
                CELLS,
                SMALL,
                "made",
                Plan.Data.of("here", "auto"));
        assertThat(made.reasons().values()).noneMatch(String::isBlank);
        assertThat(PlanFile.parse(PlanFile.text(made.plan(), made.reasons()), Map.of()))
                .isEqualTo(made.plan());
        Recipe.parse(made.plan().food().augment());
        return made.plan();
    }

    @ParameterizedTest
    @CsvSource({
        // image, object, count → resizing of the shorter side, anchors of the finest level, crop, turned
        "256, 256, 20, 20, 5, 0, 20, 256x256, true",
        "64, 64, 8, 8, 5, 0, 8, 64x64, true",
        "1000, 800, 300, 300, 5, 409, 32, 256x256, true", // 307 pixels would not fit into windows of 256
        "400, 400, 90, 30, 5, 0, 32, 256x256, false",
        "400, 400, 2, 2, 5, 0, 4, 256x256, true"
    })
    void objectsDecideSizesAndAnchors(
            int rows,
            int columns,
            int height,
            int width,
            int count,
            int shorter,
            int finest,
            String crop,
            boolean turned)
            throws IOException {
        Plan plan = plan("maskrcnn-resnet18-fpn", new Rectangles(new Size(rows, columns), height, width, count));
        Plan.Detector detector = plan.detector().orElseThrow();
        assertThat(Resizing.parse(detector.resizing()).shorter()).isEqualTo(shorter);
        Anchors anchors = Anchors.parse(detector.anchors());
        assertThat(anchors.levels()).hasSize(5);
        assertThat(anchors.levels().get(0)).containsExactly((double) finest);
        assertThat(plan.food().crop().rows() + "x" + plan.food().crop().columns())
                .isEqualTo(crop);
        assertThat(plan.food().augment().contains("turn")).isEqualTo(turned);
    }

    @Test
    void withoutAPyramidAllAnchorsLieOnOneLevel() throws IOException {
        Plan plan = plan("maskrcnn-resnet50-c4", new Rectangles(new Size(99, 99), 20, 20, 3));
        assertThat(Anchors.parse(plan.detector().orElseThrow().anchors()).levels())
                .containsExactly(List.of(20.0, 40.0, 80.0, 160.0, 320.0));
    }

    @Test
    void manyObjectsAreAllToldOf() throws IOException {
        Plan plan = plan("maskrcnn-resnet18-fpn", new Rectangles(new Size(256, 256), 20, 20, 250));
        assertThat(Detecting.parse(plan.detector().orElseThrow().objects()).most())
                .isGreaterThan(250);
    }

    @Test
    void aSetOfCrowdsTeachesNothing() {
        assertThatThrownBy(() -> ObjectSizes.of(new Rectangles(new Size(9, 9), 1, 1, 0), at -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rectangles", "must show objects", "vung data stats");
    }
}
