package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vung.Semantic;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.file.Preprocessing.Colours;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;
import org.vung.nets.numbers.Numbers;

class SemanticSegmenterTest {

    /** An encoder and decoder of two levels with dilation, both ways of upsampling and skips. */
    private static Graph padded() {
        GraphBuilder net = Graph.builder("padded");
        String image = net.input("image", new Shape(3, 64, 64));
        String one = net.relu("r1", net.add("c1", Convolution.of(3, 6, 3).withPadding(1), image));
        String two = net.relu(
                "r2", net.add("c2", Convolution.of(6, 8, 3).withPadding(1), net.add("p1", MaxPool.of(2, 2), one)));
        String three = net.add("p2", MaxPool.of(2, 2), two);
        three = net.relu(
                "r3", net.add("c3", Convolution.of(8, 8, 3).withDilation(2).withPadding(2), three));
        String up = net.add("u1", TransposedConvolution.of(8, 8, 2, 2), three);
        String joined = net.add("j1", new Concatenate(), two, up);
        String wide = net.add("u2", new Upsample(2, Interpolation.BILINEAR), joined);
        String last = net.add("j2", new Concatenate(), one, wide);
        return net.output("out", net.add("score", Convolution.of(22, 3, 3).withPadding(Padding.SAME), last))
                .build();
    }

    /** As the U-Net paper: nothing padded, the skip cropped; 40 pixels give 40 − 16. */
    private static Graph unpadded() {
        GraphBuilder net = Graph.builder("unpadded");
        String image = net.input("image", new Shape(3, 44, 44));
        String one = net.relu("r1", net.add("c1", Convolution.of(3, 6, 3), image));
        String two = net.relu("r2", net.add("c2", Convolution.of(6, 8, 3), net.add("p1", MaxPool.of(2, 2), one)));
        String up = net.add("u1", TransposedConvolution.of(8, 6, 2, 2), two);
        String joined = net.add("j1", new Concatenate(), net.add("crop", CropLike.CENTRE, one, up), up);
        return net.output("out", net.add("score", Convolution.of(12, 3, 3), joined))
                .build();
    }

    private static SemanticSegmenter segmenter(Graph graph, int tile) {
        Network network = Network.of(graph, Chance.NUMBERS, Precision.FLOAT32);
        return new SemanticSegmenter(
                network,
                new SemanticSegmenter.Meaning(Preprocessing.unit(Colours.RGB), Answer.LOGITS, Chance.THREE),
                tile);
    }

    private static double farthest(Maps one, Maps other) {
        double most = 0;
        for (int i = 0; i < one.numbers().length; i++) {
            most = Math.max(most, Math.abs(one.numbers()[i] - other.numbers()[i]));
        }
        return most;
    }

    @Test
    void tilesGiveTheAnswersOfTheWholeImage() {
        Image image = Chance.noise(131, 93, 7);
        try (SemanticSegmenter whole = segmenter(padded(), 1000);
                SemanticSegmenter tiled = segmenter(padded(), 48)) {
            Semantic one = whole.segment(image);
            Semantic many = tiled.segment(image);
            assertThat(one.findings().values()).containsEntry("tiles", 1);
            assertThat((Integer) many.findings().values().get("tiles")).isGreaterThan(5);
            assertThat(many.labels()).isEqualTo(one.labels());
            assertThat(farthest(whole.probabilities(image), tiled.probabilities(image)))
                    .isLessThan(1e-5);
        }
    }

    @Test
    void unpaddedNetworksAnswerForEveryPixelOverAMirroredBorder() {
        Image image = Chance.noise(75, 60, 7);
        try (SemanticSegmenter whole = segmenter(unpadded(), 1000);
                SemanticSegmenter tiled = segmenter(unpadded(), 44)) {
            Maps one = whole.probabilities(image);
            assertThat(one.shape()).isEqualTo(new Shape(3, 75, 60));
            assertThat(farthest(one, tiled.probabilities(image))).isLessThan(1e-5);
        }
    }

    @Test
    void probabilitiesSumToOneAndTheLargestIsTheLabel() {
        Image image = Chance.noise(20, 17, 7);
        try (SemanticSegmenter segmenter = segmenter(padded(), 1000)) {
            float[] numbers = segmenter.probabilities(image).numbers();
            Semantic answer = segmenter.segment(image);
            for (int pixel = 0; pixel < 340; pixel++) {
                float sum = numbers[pixel] + numbers[340 + pixel] + numbers[680 + pixel];
                assertThat(sum).isBetween(0.99999f, 1.00001f);
                float chosen = numbers[answer.labels().sharedLabels()[pixel] * 340 + pixel];
                assertThat(chosen).isGreaterThanOrEqualTo(numbers[pixel]);
            }
        }
    }

    @Test
    void aNetworkThatSeesEverythingIsNotCut() {
        GraphBuilder net = Graph.builder("gate");
        String image = net.input("image", new Shape(3, 32, 32));
        String gate = net.add("pool", AdaptiveAveragePool.global(), image);
        Graph graph =
                net.output("out", net.add("times", new Multiply(), image, gate)).build();
        try (SemanticSegmenter segmenter = segmenter(graph, 32)) {
            segmenter.segment(Chance.noise(32, 32, 7));
            assertThatThrownBy(() -> segmenter.segment(Chance.noise(64, 32, 7)))
                    .hasMessageContaining("looks at the whole image");
        }
    }

    @Test
    void aNetworkMayHaveMoreClassesThanAByteHolds() {
        GraphBuilder net = Graph.builder("many");
        Graph graph = net.output(
                        "out", net.add("score", Convolution.of(3, 300, 1), net.input("image", new Shape(3, 8, 8))))
                .build();
        Numbers last = (key, parameter) -> {
            float[] numbers = new float[(int) parameter.numbers()];
            numbers[numbers.length - 1] = key.endsWith("bias") ? 1 : 0;
            return numbers;
        };
        List<LabelClass> classes = IntStream.range(0, 300)
                .mapToObj(label -> new LabelClass("class " + label, label))
                .toList();
        SemanticSegmenter.Meaning meaning =
                new SemanticSegmenter.Meaning(Preprocessing.unit(Colours.RGB), Answer.LOGITS, classes);
        try (SemanticSegmenter segmenter =
                new SemanticSegmenter(Network.of(graph, last, Precision.FLOAT32), meaning, 1000)) {
            assertThat(segmenter.segment(Chance.noise(8, 8, 7)).labels().sharedLabels())
                    .containsOnly(299);
        }
    }

    @Test
    void sixteenBitsAndFloatsAreCutIntoTilesAsWell() {
        float[] samples = new float[131 * 93];
        short[] words = new short[samples.length];
        Random random = new Random(5);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat();
            words[i] = (short) random.nextInt();
        }
        Size size = new Size(131, 93);
        try (SemanticSegmenter whole = segmenter(padded(), 1000);
                SemanticSegmenter tiled = segmenter(padded(), 48)) {
            for (Image image : List.of(Image.wrap(size, Layout.GREY, samples), Image.wrap(size, Layout.GREY, words))) {
                assertThat(tiled.segment(image).labels())
                        .isEqualTo(whole.segment(image).labels());
            }
        }
    }

    @Test
    void aOnePixelImageAndAFullOneWork() {
        try (SemanticSegmenter segmenter = segmenter(padded(), 1000)) {
            assertThat(segmenter.segment(Chance.noise(1, 1, 7)).size()).isEqualTo(new Size(1, 1));
            assertThat(segmenter.segment(Chance.noise(1, 50, 7)).size()).isEqualTo(new Size(1, 50));
        }
    }
}
