package org.vung.nets.model.fcn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.ReceptiveField;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;
import org.vung.nets.model.backbone.Vgg;

class FcnTest {

    private static Graph fcn(Fcn.Stride stride, Extent size) {
        return Fcn.of(stride, new Fcn.Options(Vgg.VGG16, Vgg.WIDTH, 21, size));
    }

    @ParameterizedTest
    @EnumSource(Fcn.Stride.class)
    void anySizeIsAnsweredAtItsOwnResolution(Fcn.Stride stride) {
        for (Extent size : new Extent[] {new Extent(1, 1), new Extent(375, 500), new Extent(97, 131)}) {
            Graph graph = fcn(stride, size);
            assertThat(graph.shapes()).containsEntry("score", new Shape(21, size.rows(), size.columns()));
        }
    }

    @Test
    void scoresStartAtZeroAndEnlargementsBilinear() {
        Graph graph = fcn(Fcn.Stride.FCN8S, Extent.square(500));
        assertThat(graph.parameters())
                .extractingFromEntries(
                        entry -> entry.getKey() + " " + entry.getValue().start())
                .contains(
                        "score_fr.weight ZERO",
                        "score_pool3.weight ZERO",
                        "upscore2.weight BILINEAR",
                        "upscore_pool4.weight BILINEAR",
                        "upscore8.weight BILINEAR")
                .doesNotContain("upscore8.bias " + Start.ZERO);
    }

    /** Channels 16, 32, 64, 128, 128 and twice 1,024: worked by hand. */
    @Test
    void aQuarterOfTheWidthHasAQuarterOfAllChannels() {
        Graph graph = Fcn.of(Fcn.Stride.FCN8S, new Fcn.Options(Vgg.VGG16, 16, 5, Extent.square(256)));
        long vgg = 9L * (3 * 16 + 16 * 16 + 16 * 32 + 32 * 32 + 32 * 64 + 2 * 64 * 64 + 64 * 128 + 5 * 128 * 128)
                + 2 * (16 + 32)
                + 3 * (64 + 128 + 128);
        assertThat(numbers(graph, "features.")).isEqualTo(vgg);
        assertThat(numbers(graph, "fc")).isEqualTo(49L * 128 * 1024 + 1024 + 1024 * 1024 + 1024);
        assertThat(graph.shapes()).containsEntry("score", new Shape(5, 256, 256));
    }

    /** The paper's table 1. */
    @Test
    void aScoreSeesFourHundredFourPixelsAtAStrideOfThirtyTwo() {
        Graph whole = fcn(Fcn.Stride.FCN32S, Extent.square(500));
        Graph scores = Graph.of("scores", whole.nodes(), Map.of("scores", "score_fr"));
        ReceptiveField field = ReceptiveField.of(scores.only("scores"), Axis.ROWS);
        assertThat(field.size()).isEqualTo(404);
        assertThat(field.outputStride()).isEqualTo(new Ratio(32, 1));
    }

    @Test
    void theTutorialsTableIsOurs() {
        Graph graph = FcnTutorial.of(21, Extent.square(224));
        long head = numbers(graph, "conv2d.");
        long enlargement = numbers(graph, "conv2d_transpose.");
        long all = graph.parameters().values().stream()
                .mapToLong(Parameter::numbers)
                .sum();
        assertThat(all - head - enlargement).isEqualTo(20_024_384);
        assertThat(head).isEqualTo(10_773);
        assertThat(enlargement).isEqualTo(21_630);
        assertThat(graph.shapes())
                .containsEntry("block5_pool", new Shape(512, 7, 7))
                .containsEntry("conv2d", new Shape(21, 7, 7))
                .containsEntry("conv2d_transpose", new Shape(21, 224, 224));
    }

    private static long numbers(Graph graph, String prefix) {
        return graph.parameters().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> entry.getValue().numbers())
                .sum();
    }
}
