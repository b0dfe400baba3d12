package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.Findings;
import org.vung.Progress;
import org.vung.Semantic;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Size;
import org.vung.nets.file.Answer;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.file.Preprocessing.Colours;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;

/** Images row by row, blended windows, batches, several threads. */
class LargeImagesTest {

    /** Looks 7 pixels around; one level of pooling. */
    private static Graph near() {
        GraphBuilder net = Graph.builder("near");
        String image = net.input("image", new Shape(3, 32, 32));
        String one = net.relu("r1", net.add("c1", Convolution.of(3, 6, 3).withPadding(1), image));
        String two = net.relu(
                "r2", net.add("c2", Convolution.of(6, 8, 3).withPadding(1), net.add("p1", MaxPool.of(2, 2), one)));
        String up = net.add("u1", TransposedConvolution.of(8, 6, 2, 2), two);
        return net.output("out", net.add("score", Convolution.of(6, 3, 1), up)).build();
    }

    /** As the U-Net paper: answers for 8 pixels fewer than it is given. */
    private static Graph unpadded() {
        GraphBuilder net = Graph.builder("unpadded");
        String image = net.input("image", new Shape(3, 40, 40));
        String one = net.relu("r1", net.add("c1", Convolution.of(3, 6, 5), image));
        return net.output("out", net.add("score", Convolution.of(6, 3, 5), one)).build();
    }

    /** Each pixel times the mean of the image. */
    private static Graph global() {
        GraphBuilder net = Graph.builder("global");
        String image = net.input("image", new Shape(3, 32, 32));
        String gate = net.add("pool", AdaptiveAveragePool.global(), image);
        return net.output("out", net.add("times", new Multiply(), image, gate)).build();
    }

    private static SemanticSegmenter segmenter(Graph graph, SemanticSegmenter.Cutting cutting) {
        return new SemanticSegmenter(
                Network.of(graph, Chance.NUMBERS, Precision.FLOAT32),
                new SemanticSegmenter.Meaning(Preprocessing.unit(Colours.RGB), Answer.LOGITS, Chance.THREE),
                cutting);
    }

    /** An image that gives as many rows at a time as it likes. */
    private static final class Bands implements ImageRows {

        private final Image image;
        private int done;

        Bands(Image image) {
            this.image = image;
        }

        @Override
        public Size size() {
            return image.size();
        }

        @Override
        public Image next(int most) {
            int count = Math.min(Math.min(most, 5), image.height() - done);
            done += count;
            return image.rows(done - count, count);
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource({
        "padded, 131, 93, 48, false",
        "padded, 300, 40, 32, false",
        "padded, 9, 200, 48, false",
        "padded, 20, 20, 48, false",
        "unpadded, 75, 60, 44, false",
        "unpadded, 5, 90, 44, false",
        "unpadded, 53, 20, 40, false",
        "padded, 131, 93, 48, true",
        "global, 131, 93, 48, true"
    })
    void rowByRowIsAtOnce(String name, int height, int width, int tile, boolean blend) throws IOException {
        Graph graph = name.equals("padded") ? near() : name.equals("unpadded") ? unpadded() : global();
        Image image = Chance.noise(height, width, 3);
        try (SemanticSegmenter segmenter = segmenter(graph, new SemanticSegmenter.Cutting(tile, blend, 0.25))) {
            Semantic whole = segmenter.segment(image);
            int[] labels = new int[height * width];
            int[] row = {0};
            List<Integer> steps = new ArrayList<>();
            Progress progress = (done, all) -> steps.add(done * 1000 + all);
            Findings findings = segmenter.segment(new Bands(image), progress, (band, part) -> {
                assertThat(band).isEqualTo(image.rows(row[0], band.height()));
                System.arraycopy(part.sharedLabels(), 0, labels, row[0] * width, band.height() * width);
                row[0] += band.height();
            });
            assertThat(row[0]).isEqualTo(height);
            assertThat(labels).isEqualTo(whole.labels().sharedLabels());
            assertThat(findings.values()).isEqualTo(whole.findings().values());
            int tiles = (Integer) Objects.requireNonNull(findings.values().get("tiles"));
            assertThat(steps).hasSize(tiles + 1).isSorted().startsWith(tiles).endsWith(tiles * 1001);
        }
    }

    /** Where only pixels far from a window's border differ in nothing, the labels are those of the whole image. */
    @Test
    void blendedWindowsOfANetworkThatLooksNearGiveTheSameLabelsInside() {
        Image image = Chance.noise(150, 120, 9);
        try (SemanticSegmenter whole = segmenter(near(), SemanticSegmenter.Cutting.exact(1000));
                SemanticSegmenter blended = segmenter(near(), new SemanticSegmenter.Cutting(64, true, 0.5))) {
            Maps one = whole.probabilities(image);
            Maps many = blended.probabilities(image);
            double most = 0;
            for (int at = 0; at < one.numbers().length; at++) {
                most = Math.max(most, Math.abs(one.numbers()[at] - many.numbers()[at]));
            }
            assertThat(most).isBetween(1e-7, 0.05); // a window's border answers by its padding, with next to no weight
            int[] expected = whole.segment(image).labels().sharedLabels();
            int[] got = blended.segment(image).labels().sharedLabels();
            int same = 0;
            for (int at = 0; at < got.length; at++) {
                same += got[at] == expected[at] ? 1 : 0;
            }
            assertThat(same / (double) got.length).isGreaterThan(0.99);
        }
    }

    @Test
    void theWeightsOfBlendedWindowsSumToOne() {
        Numbers bias = (key, parameter) -> {
            float[] numbers = new float[(int) parameter.numbers()];
            for (int at = 0; key.equals("score.bias") && at < numbers.length; at++) {
                numbers[at] = at;
            }
            return numbers;
        };
        try (SemanticSegmenter segmenter = new SemanticSegmenter(
                Network.of(near(), bias, Precision.FLOAT32),
                new SemanticSegmenter.Meaning(Preprocessing.unit(Colours.RGB), Answer.LOGITS, Chance.THREE),
                new SemanticSegmenter.Cutting(32, true, 0.25))) {
            float[] numbers = segmenter.probabilities(Chance.noise(101, 77, 1)).numbers();
            int pixels = 101 * 77;
            double all = 1 + Math.E + Math.E * Math.E;
            for (int at = 0; at < numbers.length; at++) {
                int label = at / pixels;
                double expected = Math.exp(label) / all;
                assertThat((double) numbers[at]).isBetween(expected - 1e-5, expected + 1e-5);
            }
        }
    }

    @Test
    void theRefusalOfExactTilesNamesTheOtherChoice() {
        try (SemanticSegmenter segmenter = segmenter(global(), SemanticSegmenter.Cutting.exact(32))) {
            assertThatThrownBy(() -> segmenter.segment(Chance.noise(64, 32, 1))).hasMessageContaining("tiling=blend");
        }
        try (SemanticSegmenter segmenter = segmenter(unpadded(), new SemanticSegmenter.Cutting(44, true, 0))) {
            assertThatThrownBy(() -> segmenter.segment(Chance.noise(90, 32, 1))).hasMessageContaining("tiling=exact");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0.91, Double.NaN})
    void overlapIsAShare(double overlap) {
        assertThatThrownBy(() -> new SemanticSegmenter.Cutting(32, true, overlap))
                .hasMessageContaining("overlap must be 0 … 0.9");
    }

    @Test
    void aBatchGivesTheAnswersOfItsImages() {
        List<Image> images = new ArrayList<>();
        for (int at = 0; at < 7; at++) {
            images.add(at == 3 ? Chance.noise(20, 61, at) : Chance.noise(31, 22, at));
        }
        images.add(Chance.noise(200, 40, 8)); // more than a tile
        try (SemanticSegmenter segmenter = segmenter(near(), SemanticSegmenter.Cutting.exact(64))) {
            List<Semantic> together = segmenter.segmentAll(images);
            assertThat(together).hasSameSizeAs(images);
            for (int at = 0; at < images.size(); at++) {
                Semantic alone = segmenter.segment(images.get(at));
                assertThat(together.get(at).labels()).isEqualTo(alone.labels());
                assertThat(together.get(at).findings().values())
                        .isEqualTo(alone.findings().values());
            }
            assertThat(segmenter.segmentAll(List.of())).isEmpty();
        }
    }

    /** The scores themselves, numbers by the formula of the parameters' names. */
    @ParameterizedTest
    @CsvSource({"enet", "unet", "segnet", "fcn-resnet50", "deeplabv3-mobilenetv3"})
    void aBatchGivesTheScoresOfItsImages(String name) {
        Graph own = Models.named(name).graph();
        Graph graph = own.only(own.outputs().keySet().iterator().next())
                .sized(new Extent(name.equals("segnet") ? 96 : 64, 96));
        int length = Math.toIntExact(graph.input().numbers());
        float[] three = Deterministic.uniform("batch", 3 * length);
        try (Network network = Network.of(graph, Deterministic::numbers, Precision.FLOAT32)) {
            float[] together = network.answer(new Maps(3, graph.input(), three)).numbers();
            double largest = 0;
            double apart = 0;
            for (int image = 0; image < 3; image++) {
                float[] one = Arrays.copyOfRange(three, image * length, (image + 1) * length);
                float[] alone = network.answer(Maps.of(graph.input(), one)).numbers();
                assertThat(together).hasSize(3 * alone.length);
                for (int at = 0; at < alone.length; at++) {
                    largest = Math.max(largest, Math.abs(alone[at]));
                    apart = Math.max(apart, Math.abs(alone[at] - together[image * alone.length + at]));
                }
            }
            assertThat(apart).isLessThanOrEqualTo(1e-5 * largest);
        }
    }

    @Test
    void twoThreadsGetTheAnswersOfOne() throws Exception {
        Image first = Chance.noise(90, 120, 1);
        Image second = Chance.noise(140, 60, 2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (SemanticSegmenter segmenter = segmenter(near(), SemanticSegmenter.Cutting.exact(48))) {
            float[] one = segmenter.probabilities(first).numbers();
            float[] two = segmenter.probabilities(second).numbers();
            for (int turn = 0; turn < 5; turn++) {
                Callable<Maps> left = () -> segmenter.probabilities(first);
                Callable<Maps> right = () -> segmenter.probabilities(second);
                List<Future<Maps>> answers = threads.invokeAll(List.of(left, right));
                assertThat(answers.get(0).get().numbers()).isEqualTo(one);
                assertThat(answers.get(1).get().numbers()).isEqualTo(two);
            }
        } finally {
            threads.shutdown();
        }
    }
}
