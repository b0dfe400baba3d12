package org.vung.nets.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.Shape;
import org.vung.nets.summary.Summary;

class SummaryTest {

    /** Printed by Keras 2 for the same three layers but for the name; 65 letters wide. */
    @Test
    void aChainHasThreeColumns() {
        assertThat(Summary.of(Nets.tiny()).text()).isEqualTo("""
                Model: "tiny"
                _________________________________________________________________
                Layer (type)                 Output Shape              Param #   \

                =================================================================
                image (InputLayer)           [(None, 64, 64, 3)]       0         \

                _________________________________________________________________
                conv1 (Conv2D)               (None, 64, 64, 8)         224       \

                _________________________________________________________________
                score (Conv2D)               (None, 64, 64, 2)         18        \

                =================================================================
                Total params: 242
                Trainable params: 242
                Non-trainable params: 0
                _________________________________________________________________""");
    }

    @Test
    void aGraphTellsItsConnectionsALineEach() {
        GraphBuilder net = Graph.builder("two");
        String image = net.input("image", new Shape(1, 8, 8));
        String a = net.add("a", Convolution.of(1, 2, 1), image);
        String b = net.add("norm", BatchNorm.of(2), net.add("b", Convolution.of(1, 2, 1), image));
        Graph graph =
                net.output("out", net.add("both", new Concatenate(), a, b)).build();
        String text = Summary.of(graph).text();
        assertThat(text.lines().skip(1).map(String::stripTrailing))
                .startsWith(
                        "_".repeat(98),
                        "Layer (type)                    Output Shape         Param #     Connected to",
                        "=".repeat(98),
                        "image (InputLayer)              [(None, 8, 8, 1)]    0",
                        "_".repeat(98),
                        "a (Conv2D)                      (None, 8, 8, 2)      4           image[0][0]");
        assertThat(text.lines().map(String::stripTrailing))
                .containsSequence(
                        "both (Concatenate)              (None, 8, 8, 4)      0           a[0][0]",
                        "                                                                 norm[0][0]",
                        "=".repeat(98),
                        "Total params: 16",
                        "Trainable params: 12",
                        "Non-trainable params: 4",
                        "_".repeat(98));
    }

    /** The number and the last shape that the tutorial prints. */
    @Test
    void theTutorialsUnet() {
        String text = Summary.of(Nets.unet(4)).text();
        assertThat(text)
                .contains("Total params: 31,031,682\nTrainable params: 31,031,682\nNon-trainable params: 0\n")
                .containsPattern("score \\(Conv2D\\) +\\(None, 386, 386, 2\\) +1154 +merge0.conv2\\[0]\\[0]")
                .doesNotContain("Activation");
        assertThat(text.lines().filter(line -> line.contains("(Conv2D)"))).hasSize(19);
    }

    @Test
    void activationsStandAloneWhereAskedAndWhereAnotherReadsTheConvolution() {
        assertThat(Summary.unfolded(Nets.tiny()).rows())
                .extracting(Summary.Row::type)
                .contains("Activation");
        GraphBuilder net = Graph.builder("read twice");
        String conv = net.add("conv", Convolution.of(1, 1, 1), net.input("image", new Shape(1, 8, 8)));
        Graph graph =
                net.output("out", net.relu("relu", conv)).output("raw", conv).build();
        assertThat(Summary.of(graph).rows()).extracting(Summary.Row::name).containsExactly("image", "conv", "relu");
    }

    @Test
    void vectorsHaveNoSidesAndMapsOfOnePixelDo() {
        GraphBuilder net = Graph.builder("classes");
        String mean = net.add("mean", AdaptiveAveragePool.global(), net.input("image", new Shape(5, 8, 8)));
        String flat = net.add("flat", new Flatten(), mean);
        Graph graph = net.output("out", net.add("scores", new Linear(5, 3, true), flat))
                .build();
        assertThat(Summary.of(graph).rows())
                .extracting(Summary.Row::output)
                .containsExactly("(None, 8, 8, 5)", "(None, 1, 1, 5)", "(None, 5)", "(None, 3)");
    }

    @Test
    void longNamesAreNeverCut() {
        GraphBuilder net = Graph.builder("long");
        String name = "a.very.long.name.".repeat(5);
        String image = net.input(name, new Shape(1, 8, 8));
        Graph graph = net.output("out", net.add("conv", Convolution.of(1, 1, 1), image))
                .build();
        String text = Summary.of(graph).text();
        assertThat(text).contains(name + " (InputLayer) ");
        assertThat(text.lines()
                        .filter(line -> line.startsWith("_"))
                        .map(String::length)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void everyKindHasItsKerasName() {
        assertThat(Summary.unfolded(LayerCases.everyLayer()).rows())
                .extracting(Summary.Row::type)
                .contains("InputLayer", "Conv2D", "Conv2DTranspose", "MaxPooling2D", "Cropping2D", "UpSampling2D")
                .contains("BatchNormalization", "GroupNormalization", "LeakyReLU", "SpatialDropout2D", "PReLU")
                .contains("Add", "Multiply", "Concatenate", "Dense", "Flatten", "DepthToSpace", "ReflectionPadding2D");
    }
}
