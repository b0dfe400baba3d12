package org.vung.nets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.Semantic;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.file.Preprocessing.Colours;
import org.vung.nets.layer.Extent;
import org.vung.nets.weights.WeightFileException;

/** Networks of one line whose labels can be told from the image. */
class ForeignSegmenterTest {

    /** Gives every channel of its input as the score of a class, so that the label is the strongest colour. */
    private static FloatArray strongest(FloatArray image) {
        return image;
    }

    private static Description colours(@Nullable Extent size, int multiple, @Nullable Fit fit) {
        return new Description(
                Preprocessing.unit(Colours.RGB),
                Output.LOGITS,
                Description.unnamed(3),
                size,
                multiple,
                fit,
                null,
                null,
                Map.of());
    }

    /** A network that remembers the dimensions it was given. */
    private record Fake(Takes takes, UnaryOperator<FloatArray> work, List<List<Integer>> given)
            implements ForeignNetwork {

        static Fake of(UnaryOperator<FloatArray> work) {
            return new Fake(Takes.ANYTHING, work, new ArrayList<>());
        }

        @Override
        public String file() {
            return "fake.onnx";
        }

        @Override
        public FloatArray run(FloatArray image) {
            given.add(image.dimensions());
            return work.apply(image);
        }

        @Override
        public void close() {}
    }

    private static Image noise(int height, int width) {
        byte[] samples = new byte[height * width * 3];
        new Random(3).nextBytes(samples);
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }

    private static int[] strongest(Image image) {
        int[] labels = new int[image.size().pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            int row = pixel / image.width();
            for (int c = 1; c < 3; c++) {
                if (image.sample(row, pixel % image.width(), c)
                        > image.sample(row, pixel % image.width(), labels[pixel])) {
                    labels[pixel] = c;
                }
            }
        }
        return labels;
    }

    private static int[] labels(Fake fake, Description description, Image image) throws WeightFileException {
        try (ForeignSegmenter segmenter = new ForeignSegmenter(fake, description)) {
            Semantic answer = segmenter.segment(image);
            assertThat(answer.size()).isEqualTo(image.size());
            return answer.labels().sharedLabels();
        }
    }

    @ParameterizedTest
    @CsvSource({"37, 53, 16", "1, 1, 32", "32, 64, 32", "5, 90, 1"})
    void aWholeImageIsFilledUpToTheMultipleAndCutAgain(int height, int width, int multiple) throws Exception {
        Fake fake = Fake.of(ForeignSegmenterTest::strongest);
        Image image = noise(height, width);
        assertThat(labels(fake, colours(null, multiple, null), image)).containsExactly(strongest(image));
        assertThat(fake.given.get(0).get(2)).isEqualTo((height + multiple - 1) / multiple * multiple);
        assertThat(fake.given.get(0).get(3)).isEqualTo((width + multiple - 1) / multiple * multiple);
    }

    @ParameterizedTest
    @CsvSource({"37, 53", "1, 1", "16, 24", "200, 7"})
    void windowsOfTheFixedSizeCoverEveryPixel(int height, int width) throws Exception {
        Fake fake = new Fake(
                new ForeignNetwork.Takes(3, 16, 24, Order.NCHW), ForeignSegmenterTest::strongest, new ArrayList<>());
        Image image = noise(height, width);
        assertThat(labels(fake, colours(null, 1, null), image)).containsExactly(strongest(image));
        assertThat(fake.given).allSatisfy(size -> assertThat(size).isEqualTo(List.of(1, 3, 16, 24)));
    }

    @Test
    void aResizedImageIsGivenOnceAndItsScoresComeBackToItsSize() throws Exception {
        byte[] samples = new byte[40 * 60 * 3];
        for (int pixel = 0; pixel < 2400; pixel++) {
            samples[pixel * 3 + (pixel % 60 < 30 ? 0 : 2)] = (byte) 200;
        }
        Image halves = Image.wrap(new Size(40, 60), Layout.RGB, samples);
        Fake fake = Fake.of(ForeignSegmenterTest::strongest);
        int[] labels = labels(fake, colours(new Extent(10, 12), 1, Fit.RESIZE), halves);
        assertThat(labels).containsExactly(strongest(halves));
        assertThat(fake.given).isEqualTo(List.of(List.of(1, 3, 10, 12)));
    }

    /** A map of a quarter of the size, its border between two columns: bilinear puts it in the middle between them. */
    @Test
    void scoresOfALowerResolutionAreEnlargedBilinearly() throws Exception {
        Fake fake = Fake.of(image -> new FloatArray(List.of(1, 1, 2, 4), new float[] {-1, -1, 1, 1, -1, -3, 1, 1}));
        Description description = Description.of(Preprocessing.unit(Colours.RGB), Output.LOGIT, Description.unnamed(2));
        int[] labels = labels(fake, description, noise(8, 16));
        for (int column = 0; column < 16; column++) {
            assertThat(labels[column]).isEqualTo(column < 8 ? 0 : 1);
            assertThat(labels[7 * 16 + column]).isEqualTo(column < 9 ? 0 : 1); // −3 + 4 · 5 ÷ 8 < 0 < −3 + 4 · 7 ÷ 8
        }
    }

    @ParameterizedTest
    @EnumSource(Output.class)
    void everyKindOfAnswerInBothOrdersWholeAndInWindows(Output output) throws Exception {
        int planes = output.isPerClass() ? 2 : 1;
        UnaryOperator<FloatArray> bright = image -> {
            int pixels = image.dimensions().get(2) * image.dimensions().get(3);
            float[] numbers = new float[planes * pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                float grey = image.numbers()[pixel];
                numbers[pixel * planes + planes - 1] = switch (output) {
                    case LOGIT -> grey - 0.5f;
                    case LABELS -> grey > 0.5f ? 1 : 0;
                    default -> grey;
                };
                if (planes == 2) {
                    numbers[pixel * 2] = 0.5f;
                }
            }
            return new FloatArray(
                    List.of(1, image.dimensions().get(2), image.dimensions().get(3), planes), numbers);
        };
        byte[] samples = new byte[30 * 41];
        new Random(5).nextBytes(samples);
        Image image = Image.wrap(new Size(30, 41), Layout.GREY, samples);
        Description whole = Description.of(Preprocessing.unit(Colours.GREY), output, Description.unnamed(2));
        Description windows = new Description(
                whole.preprocessing(), output, whole.classes(), new Extent(8, 8), 1, null, null, null, Map.of());
        for (Description description : List.of(whole, windows)) {
            int[] labels = labels(Fake.of(bright), description, image);
            for (int pixel = 0; pixel < labels.length; pixel++) {
                assertThat(labels[pixel]).isEqualTo((samples[pixel] & 0xFF) > 127 ? 1 : 0);
            }
        }
    }

    private static void refused(UnaryOperator<FloatArray> work, String message) throws WeightFileException {
        try (ForeignSegmenter segmenter = new ForeignSegmenter(Fake.of(work), colours(null, 1, null))) {
            assertThatThrownBy(() -> segmenter.segment(noise(6, 8)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(WeightFileException.class)
                    .hasMessageContaining("fake.onnx: " + message);
        }
    }

    @Test
    void answersOfOtherKindsAreRefused() throws Exception {
        refused(
                image -> new FloatArray(List.of(1, 3), new float[3]),
                "answer must be [1, K, H, W] or [1, H, W, K], got [1, 3]");
        refused(image -> new FloatArray(List.of(), new float[1]), "answer must be [1, K, H, W]");
        refused(image -> new FloatArray(List.of(2, 3, 6, 8), new float[288]), "answer must be [1, K, H, W]");
        refused(
                image -> new FloatArray(List.of(1, 4, 6, 8), new float[192]),
                "answer must have 3 channels for \"answer\": \"logits\" and 3 classes, got [1, 4, 6, 8]; mend");
        refused(image -> new FloatArray(List.of(1, 3, 0, 8), new float[0]), "answer must have at least 1 × 1 pixels");
        refused(
                image -> new FloatArray(List.of(1, 3, 4, 6), new float[72]),
                "answer must cover the image, at its size or a whole fraction of it, got 4 × 6 for 6 × 8");
        refused(
                image -> {
                    float[] numbers = new float[144];
                    numbers[77] = Float.NaN;
                    return new FloatArray(image.dimensions(), numbers);
                },
                "answer must be of numbers, got NaN; check \"preprocessing\"");
    }

    @Test
    void labelsOutOfRangeAreRefused() throws Exception {
        Description labels = Description.of(Preprocessing.unit(Colours.RGB), Output.LABELS, Description.unnamed(2));
        for (float wrong : new float[] {2, -1, 0.5f}) {
            Fake fake = Fake.of(image -> new FloatArray(List.of(1, 1, 1), new float[] {wrong}));
            try (ForeignSegmenter segmenter = new ForeignSegmenter(fake, labels)) {
                assertThatThrownBy(() -> segmenter.segment(noise(1, 1)))
                        .hasMessageContaining("labels must be whole numbers 0 … 1, got " + wrong);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOGITS, 0.09003057, 0.24472847, 0.66524096",
        "PROBABILITIES, 0, 1, 2",
        "LOGIT, 0.5, 0.5, 0",
        "PROBABILITY, 1, 0, 0"
    })
    void scoresBecomeProbabilities(Output output, float first, float second, float third) throws Exception {
        int classes = output.isPerClass() ? 3 : 2;
        float[] answer = output.isPerClass() ? new float[] {0, 1, 2} : new float[] {0};
        Description description = Description.of(Preprocessing.unit(Colours.RGB), output, Description.unnamed(classes));
        Fake fake = Fake.of(image -> new FloatArray(List.of(1, answer.length, 1, 1), answer));
        try (ForeignSegmenter segmenter = new ForeignSegmenter(fake, description)) {
            float[] expected = {first, second, third};
            assertThat(segmenter.scores(noise(1, 1)).sharedPlanes())
                    .containsExactly(Arrays.copyOf(expected, classes), offset(1e-6f));
        }
    }

    @Test
    void probabilitiesOfWindowsChooseTheSameLabels() throws Exception {
        Image image = noise(37, 53);
        Description description = colours(new Extent(16, 24), 1, Fit.WINDOWS);
        try (ForeignSegmenter segmenter = new ForeignSegmenter(Fake.of(ForeignSegmenterTest::strongest), description)) {
            assertThat(segmenter.scores(image).labels())
                    .isEqualTo(segmenter.segment(image).labels());
        }
    }

    @Test
    void labelsHaveNoProbabilities() throws Exception {
        Description labels = Description.of(Preprocessing.unit(Colours.RGB), Output.LABELS, Description.unnamed(2));
        Fake fake = Fake.of(image -> new FloatArray(List.of(1, 1, 1), new float[1]));
        try (ForeignSegmenter segmenter = new ForeignSegmenter(fake, labels)) {
            assertThatThrownBy(() -> segmenter.scores(noise(1, 1)))
                    .hasMessageContaining(
                            "must be logits or probabilities where probabilities are asked for, got labels");
        }
    }

    @Test
    void descriptionsThatDoNotFitTheNetworkAreRefused() {
        ForeignNetwork.Takes fixed = new ForeignNetwork.Takes(3, 16, 24, Order.NCHW);
        misfit(
                fixed,
                colours(new Extent(16, 25), 1, null),
                "size.width must be the network's 24, got 25; leave it out");
        misfit(fixed, colours(null, 1, Fit.WHOLE), "fit must be windows or resize for the size 16 × 24, got whole");
        misfit(fixed, colours(null, 8, null), "multiple must be left out for the fixed size 16 × 24, got 8");
        misfit(
                ForeignNetwork.Takes.ANYTHING,
                colours(null, 1, Fit.RESIZE),
                "fit must be whole where no size is fixed, got resize");
        misfit(
                new ForeignNetwork.Takes(3, 16, ForeignNetwork.ANY, Order.NCHW),
                colours(null, 1, null),
                "size must be given, since the network fixes only one of height and width");
        misfit(
                new ForeignNetwork.Takes(1, 16, 24, Order.NCHW),
                colours(null, 1, null),
                "preprocessing.colours must give the network's 1 channels, got rgb of 3");
    }

    private static void misfit(ForeignNetwork.Takes takes, Description description, String message) {
        assertThatThrownBy(() -> new ForeignSegmenter(
                                new Fake(takes, ForeignSegmenterTest::strongest, new ArrayList<>()), description)
                        .close())
                .isInstanceOf(WeightFileException.class)
                .hasMessageContaining(message);
    }
}
