package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.Model;
import org.vung.nets.model.ModelOptions;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;

/**
 * The networks of the list on images larger than a tile. ENet is not among them: with the formula's numbers its maps grow to 10¹²;
 * {@code PublishedEnetTest} cuts it with real weights.
 */
class TiledModelsTest {

    private static Graph graph(String name, int width) {
        return graph(name, width, 1);
    }

    private static Graph graph(String name, int width, int stride) {
        Model model = Models.named(name);
        ModelOptions standard = model.standard().withStride(stride);
        ModelOptions options = width > 0 ? standard.withWidth(width) : standard;
        Graph graph = model.graph(options);
        return graph.only(graph.outputs().keySet().iterator().next());
    }

    /** The scores themselves, as if they were probabilities: the formula's numbers make them too large for a softmax. */
    private static SemanticSegmenter segmenter(Graph graph, int tile) {
        return segmenter(graph, SemanticSegmenter.Cutting.exact(tile));
    }

    private static SemanticSegmenter segmenter(Graph graph, SemanticSegmenter.Cutting cutting) {
        int channels = graph.input().channels();
        List<LabelClass> classes = new ArrayList<>();
        int count = graph.shapes().values().stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .channels();
        for (int label = 0; label < count; label++) {
            classes.add(new LabelClass("class " + label, label));
        }
        Preprocessing preprocessing =
                Preprocessing.unit(channels == 1 ? Preprocessing.Colours.GREY : Preprocessing.Colours.RGB);
        return new SemanticSegmenter(
                Network.of(graph, Deterministic::numbers, Precision.FLOAT32),
                new SemanticSegmenter.Meaning(preprocessing, Answer.PROBABILITIES, classes),
                cutting);
    }

    @ParameterizedTest
    @CsvSource({
        "unet, 8, 1, 420, 150, 288",
        "unet, 8, 2, 800, 151, 560",
        "unet, 8, 2, 801, 150, 560",
        "unet-paper, 0, 1, 420, 100, 572",
        "unet-tutorial, 0, 1, 400, 60, 572",
        "segnet, 0, 1, 520, 64, 480",
        "fcn-resnet50, 0, 1, 560, 48, 504"
    })
    void tilesGiveTheAnswersOfTheWholeImage(String name, int width, int stride, int rows, int columns, int tile) {
        Image image = Chance.noise(rows, columns, 3);
        Graph graph = graph(name, width, stride);
        try (SemanticSegmenter whole = segmenter(graph, 4096);
                SemanticSegmenter tiled = segmenter(graph, tile)) {
            assertThat((Integer) tiled.segment(image).findings().values().get("tiles"))
                    .isGreaterThan(1);
            float[] one = whole.probabilities(image).numbers();
            float[] many = tiled.probabilities(image).numbers();
            double range = 0;
            double most = 0;
            for (int i = 0; i < one.length; i++) {
                range = Math.max(range, Math.abs(one[i]));
                most = Math.max(most, Math.abs(one[i] - many[i]));
            }
            assertThat(most / range).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lraspp-mobilenetv3", "deeplabv3-mobilenetv3", "deeplabv3plus-resnet50"})
    void thoseThatSeeEverythingRunWholeOrSayWhy(String name) {
        Graph graph = graph(name, 0);
        try (SemanticSegmenter segmenter = segmenter(graph, 128)) {
            assertThat(segmenter.segment(Chance.noise(97, 81, 3)).size()).isEqualTo(new Size(97, 81));
            assertThatThrownBy(() -> segmenter.segment(Chance.noise(200, 81, 3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("looks at the whole image")
                    .hasMessageContaining("tiling=blend");
        }
    }

    @Test
    void deepLabRunsOnAnImageLargerThanItsWindowWhenWindowsAreBlended() {
        Graph graph = graph("deeplabv3-mobilenetv3", 0);
        try (SemanticSegmenter segmenter = segmenter(graph, new SemanticSegmenter.Cutting(128, true, 0.25))) {
            assertThat(segmenter.segment(Chance.noise(200, 150, 3)).findings().values())
                    .containsEntry("tiles", 4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet50"})
    void thoseThatDoNotAnswerForEveryPixelAreRefused(String name) {
        try (SemanticSegmenter segmenter = segmenter(graph(name, 0), 512)) {
            assertThatThrownBy(() -> segmenter.segment(Chance.noise(224, 224, 3)))
                    .hasMessageContaining("must answer for every pixel");
        }
    }
}
