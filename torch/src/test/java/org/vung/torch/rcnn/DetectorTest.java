package org.vung.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.ResidentMemory;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.nets.file.ClassList;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.box.Suppression;
import org.vung.torch.run.Precision;
import tools.jackson.databind.JsonNode;

/** Whole networks beside torchvision's, filled by one formula. */
class DetectorTest {

    private static final Detector.Options OPTIONS = options(new Resizing(120, 170, 32), 40);

    private static Detector.Options options(Resizing resizing, int most) {
        Detector.Options usual = Detector.Options.usual();
        return new Detector.Options(
                usual.preprocessing(),
                resizing,
                usual.anchors(),
                new Proposing(80, 50, new Suppression(0.7), 1e-3),
                Detecting.USUAL.with(0.05, most),
                usual.pasting());
    }

    /** As {@code fixtures_rcnn.py} makes weights smaller. */
    static Numbers numbers() {
        return (key, parameter) -> {
            float[] numbers = Deterministic.numbers(key, parameter);
            float scale = parameter.dimensions().size() < 2
                    ? 1
                    : key.contains("inner_blocks")
                            ? 0x1p-10f
                            : key.contains("bbox_pred") || key.contains("cls_score") ? 0x1p-3f : 1;
            IntStream.range(0, numbers.length).forEach(at -> numbers[at] *= scale);
            return numbers;
        };
    }

    /** Squares of 8 pixels, each of one colour of 8 bits. */
    static Image blots(Size size) {
        int columns = size.width() / 8;
        float[] coarse = Deterministic.uniform("blots", 3 * size.pixels() / 64);
        byte[] samples = new byte[3 * size.pixels()];
        for (int at = 0; at < samples.length; at++) {
            int pixel = at / 3;
            int blot = pixel / size.width() / 8 * columns + pixel % size.width() / 8;
            samples[at] = (byte) (int) ((coarse[3 * blot + at % 3] + 1) * 128);
        }
        return Image.wrap(size, Layout.RGB, samples);
    }

    static Graph graph(boolean masks) {
        return Rcnn.of("rcnn", Rcnn.Options.of(ResNet.RESNET50, Rcnn.Neck.FPN, 4, masks), Extent.square(128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskrcnn-resnet50-fpn", "fasterrcnn-resnet50-fpn"})
    void objectsAreTorchvisions(String name) {
        JsonNode peer = Peer.file("detections.json").path(name);
        boolean masks = name.startsWith("mask");
        try (Detector detector =
                new Detector(graph(masks), numbers(), ClassList.numbered(4), OPTIONS, Precision.FLOAT32)) {
            List<Instance> found = detector.segment(blots(new Size(80, 96))).objects();
            assertThat(found.stream().mapToInt(Instance::category).toArray())
                    .isEqualTo(Peer.ints(peer.path("classes")));
            float[] scores = Peer.floats(peer.path("scores"));
            float[] edges = Peer.boxes(peer.path("boxes")).edges();
            for (int at = 0; at < scores.length; at++) {
                Instance one = found.get(at);
                assertThat(one.score()).isCloseTo(scores[at], within(1e-4f * scores[at]));
                float[] own = {one.column(), one.row(), one.column() + one.width(), one.row() + one.height()};
                for (int edge = 0; edge < 4; edge++) {
                    assertThat(own[edge]).as("edge of " + at).isCloseTo(edges[4 * at + edge], within(5e-3f));
                }
                int[] expected = masks ? Peer.ints(peer.path("masks").path(at)) : new int[0];
                assertThat(one.mask().map(RunLengths::counts).orElse(new int[0]))
                        .as("mask of " + at)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void objectsThatSurerOnesCoverAreLeftOutWhenAskedFor() {
        Image image = blots(new Size(80, 96));
        Detector.Options seen = OPTIONS.withDetecting(Detecting.parse("objects:most=40,visible=0.5"));
        try (Detector all = new Detector(graph(true), numbers(), ClassList.numbered(4), OPTIONS, Precision.FLOAT32);
                Detector some = new Detector(graph(true), numbers(), ClassList.numbered(4), seen, Precision.FLOAT32)) {
            Instances found = all.segment(image);
            Instances left = some.segment(image);
            assertThat(left).isEqualTo(found.visible(0.5));
            assertThat(left.objects())
                    .isNotEmpty()
                    .hasSizeLessThan(found.objects().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "3, 2", "200, 9", "31, 33"})
    void imagesOfAnySizeAreTaken(int height, int width) {
        Size size = new Size(height, width);
        Image image = Image.wrap(size, Layout.GREY, new byte[size.pixels()]);
        Detector.Options options = options(new Resizing(32, 64, 32), 5);
        try (Detector detector =
                new Detector(graph(true), numbers(), ClassList.numbered(4), options, Precision.FLOAT32)) {
            Instances found = detector.segment(image);
            assertThat(found).isEqualTo(detector.segment(image));
            assertThat(found.size()).isEqualTo(size);
            assertThat(found.objects())
                    .hasSizeLessThanOrEqualTo(5)
                    .allMatch(one -> one.mask().isPresent());
        }
    }

    @Test
    void memoryDoesNotGrow() throws IOException {
        Image image = blots(new Size(32, 40));
        try (Detector detector = new Detector(
                graph(true),
                numbers(),
                ClassList.numbered(4),
                options(new Resizing(32, 64, 32), 5),
                Precision.FLOAT32)) {
            long growth = ResidentMemory.leastGrowth(2000, () -> {
                for (int call = 0; call < 10; call++) {
                    detector.segment(image);
                }
            });
            assertThat(growth).describedAs("kB in 10 images").isLessThan(2000);
        }
    }

    @Test
    void c4SharesItsLastLayerAndLooksAtOneLevel() {
        Graph graph = Rcnn.of("c4", Rcnn.Options.of(ResNet.RESNET18, Rcnn.Neck.C4, 4, true), Extent.square(128));
        Detector.Options usual = OPTIONS;
        Anchors anchors = new Anchors(List.of(List.of(32.0, 64.0, 128.0, 256.0, 512.0)), List.of(0.5, 1.0, 2.0), true);
        Detector.Options options = new Detector.Options(
                usual.preprocessing(),
                usual.resizing(),
                anchors,
                usual.proposing(),
                usual.detecting(),
                usual.pasting());
        try (Detector detector = new Detector(graph, numbers(), ClassList.numbered(4), options, Precision.FLOAT32)) {
            assertThat(detector.segment(blots(new Size(80, 96))).objects())
                    .allMatch(one -> Float.isFinite(one.score()));
        }
        assertThatThrownBy(() -> new Detector(graph, numbers(), ClassList.numbered(4), usual, Precision.FLOAT32))
                .hasMessageContainingAll("1 levels", "5");
    }

    @ParameterizedTest
    @CsvSource({
        // image, shorter, longer → seen, filled to 32; torchvision refuses the last, whose height would be 0
        "480, 640, 800, 1333, 800, 1066, 800, 1088",
        "427, 640, 800, 1333, 799, 1199, 800, 1216",
        "100, 1000, 800, 1333, 133, 1333, 160, 1344",
        "1, 5000, 800, 1333, 1, 1332, 32, 1344",
    })
    void imagesAreSeenAtTorchvisionsSize(
            int height, int width, int shorter, int longer, int rows, int columns, int down, int across) {
        Resizing resizing = new Resizing(shorter, longer, 32);
        Extent seen = resizing.of(new Size(height, width));
        assertThat(seen).isEqualTo(new Extent(rows, columns));
        assertThat(resizing.filled(List.of(seen))).isEqualTo(new Extent(down, across));
    }
}
