package org.vung.torch.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.torch.run.Libtorch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LossesTest {

    private static final Offset<Double> CLOSE = Offset.offset(2e-6);

    @BeforeAll
    static void load() {
        Libtorch.load();
    }

    /** A loss and its gradient. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(double value, float[] gradient) {}

    private static Answer answer(String text, List<Double> classes, long[] shape, float[] scores, long[] labels) {
        float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        return answer(text, classes, shape, scores, labels, ones);
    }

    private static Answer answer(
            String text, List<Double> classes, long[] shape, float[] numbers, long[] labels, float[] weights) {
        try (PointerScope scope = new PointerScope()) {
            Tensor scores = Tensor.create(numbers, shape).set_requires_grad(true);
            long[] places = {shape[0], shape[2], shape[3]};
            Target target = new Target(Tensor.create(labels, places), Tensor.create(weights, places));
            Tensor loss = Losses.parse(text, classes).of(scores, target);
            assertThat(loss.numel()).isEqualTo(1);
            loss.backward();
            float[] gradient = new float[numbers.length];
            Tensor plain = scores.grad().contiguous();
            FloatBuffer buffer = plain.createBuffer();
            buffer.get(gradient);
            return new Answer(loss.item_float(), gradient);
        }
    }

    static List<JsonNode> oracle() throws IOException {
        try (InputStream in = Objects.requireNonNull(LossesTest.class.getResourceAsStream("losses.json"))) {
            List<JsonNode> cases = new ArrayList<>();
            JsonMapper.shared().readTree(in).forEach(cases::add);
            return cases;
        }
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        Arrays.setAll(numbers, at -> list.path(at).asDouble());
        return numbers;
    }

    private static float[] floats(JsonNode list) {
        float[] floats = new float[list.size()];
        for (int at = 0; at < floats.length; at++) {
            floats[at] = (float) list.path(at).asDouble();
        }
        return floats;
    }

    private static long[] longs(JsonNode list) {
        return Arrays.stream(numbers(list)).mapToLong(number -> (long) number).toArray();
    }

    /** Values and gradients beside a second implementation on PyTorch; ignored pixels, an empty class, weights. */
    @ParameterizedTest
    @MethodSource("oracle")
    void valuesAndGradientsAreThoseOfThePapers(JsonNode theirs) {
        List<Double> classes =
                Arrays.stream(numbers(theirs.path("classes"))).boxed().toList();
        Answer ours = answer(
                theirs.path("loss").asString(),
                classes,
                longs(theirs.path("shape")),
                floats(theirs.path("scores")),
                longs(theirs.path("labels")),
                floats(theirs.path("weights")));
        assertThat(ours.value()).isCloseTo(theirs.path("value").asDouble(), CLOSE);
        double[] gradient = numbers(theirs.path("gradient"));
        for (int at = 0; at < gradient.length; at++) {
            assertThat((double) ours.gradient()[at]).as("gradient " + at).isCloseTo(gradient[at], CLOSE);
        }
    }

    @Test
    void theOracleHoldsEveryName() throws IOException {
        String all = oracle().stream()
                .map(each -> each.path("loss").asString())
                .toList()
                .toString();
        assertThat(Losses.names()).allSatisfy(name -> assertThat(all).contains(name));
    }

    /**
     * Two pixels of classes 0 and 1 with p = ¾ and ½ of being right. Dice of class 0: TP ¾, FP ½, FN ¼, so 1 − 2·¾ ÷ 2¼ = ⅓; of class 1:
     * TP ½, FP ¼, FN ½, so 1 − 1 ÷ 1¾ = 3⁄7. Jaccard: 1 − ¾ ÷ 1½ = ½ and 1 − ½ ÷ 1¼ = ⅗. Tversky with α ¼, β ¾: 1 − ¾ ÷ (¾ + ⅛ + ³⁄₁₆)
     * = ⁵⁄₁₇ and 1 − ½ ÷ (½ + ¹⁄₁₆ + ⅜) = ⁷⁄₁₅. Lovász: errors of both classes are ½ and ¼. Of class 0 the wrong one of ½ is outside it, so
     * 1 − ½ = ½ is added, then 1 − 0 − ½: ½·½ + ¼·½ = ⅜; of class 1 the wrong one is the whole of it, adding 1 and then 0: ½.
     */
    @ParameterizedTest
    @CsvSource({
        "cross-entropy, 0.4904146265",
        "cross-entropy:smoothing=1, 0.7650676987", // (ln 4⁄3 + ln 4) ÷ 4 + ln 2 ÷ 2
        "focal:gamma=1, 0.2092470542", // (¼ ln 4⁄3 + ½ ln 2) ÷ 2
        "dice:smoothing=1e-9, 0.3809523810",
        "dice:smoothing=1, 0.1882352941", // 1 − 1¾ ÷ 2⅛ = ³⁄₁₇ and 1 − 1½ ÷ 1⅞ = ⅕
        "jaccard:smoothing=1e-9, 0.55",
        "'tversky:alpha=0.25,beta=0.75,smoothing=1e-9', 0.3803921569",
        "lovasz, 0.4375",
        "2*jaccard:smoothing=1e-9+lovasz, 1.5375"
    })
    void twoPixelsAreWorkedByHand(String text, double expected) {
        float[] scores = {(float) Math.log(3), 0, 0, 0}; // class 0 at both pixels, then class 1
        Answer ours = answer(text, List.of(), new long[] {1, 2, 1, 2}, scores, new long[] {0, 1});
        assertThat(ours.value()).isCloseTo(expected, CLOSE);
    }

    @Test
    void weightsOfClassesAndPixelsWeighAsToldByHand() {
        float[] scores = {(float) Math.log(3), 0, 0, 0};
        long[] shape = {1, 2, 1, 2};
        long[] labels = {0, 1};
        List<Double> classes = List.of(1.0, 3.0);
        float[] pixels = {2, 1};
        double right = Math.log(4 / 3.0);
        double even = Math.log(2);
        assertThat(answer("cross-entropy", classes, shape, scores, labels, pixels)
                        .value())
                .isCloseTo((2 * right + 3 * even) / 4, CLOSE);
        assertThat(answer("focal:gamma=1", classes, shape, scores, labels, pixels)
                        .value())
                .isCloseTo((2 * right / 4 + 3 * even / 2) / 4, CLOSE);
        for (String blind : List.of("dice", "jaccard", "tversky", "lovasz")) {
            assertThat(answer(blind, classes, shape, scores, labels, pixels).value())
                    .isEqualTo(answer(blind, List.of(), shape, scores, labels).value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cross-entropy",
                "cross-entropy:smoothing=0.1",
                "focal",
                "focal:gamma=0.5",
                "dice",
                "jaccard",
                "tversky",
                "lovasz",
                "dice+lovasz"
            })
    void whereNothingIsKnownLossAndGradientAreZero(String text) {
        float[] scores = {3, -1, 2, 100, 0, 5, -100, 1, 1, 0, 0, 0};
        Answer ours =
                answer(text, List.of(1.0, 2.0, 3.0), new long[] {1, 3, 2, 2}, scores, new long[] {255, 255, 255, 255});
        assertThat(ours.value()).isZero();
        assertThat(ours.gradient()).containsOnly(0f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-entropy:smoothing=0.1", "focal", "dice", "jaccard", "tversky", "lovasz"})
    void whatIsIgnoredNeitherCountsNorLearns(String text) {
        float[] scores = {1, -2, 9, 0.5f, 0, -9};
        Answer with = answer(text, List.of(), new long[] {1, 2, 1, 3}, scores, new long[] {0, 1, 255});
        Answer without =
                answer(text, List.of(), new long[] {1, 2, 1, 2}, new float[] {1, -2, 0.5f, 0}, new long[] {0, 1});
        assertThat(with.value()).isCloseTo(without.value(), CLOSE);
        assertThat(with.gradient()[2]).isZero();
        assertThat(with.gradient()[5]).isZero();
    }

    /** Far from right and far from wrong: probabilities of exactly 0 and 1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cross-entropy:smoothing=0.1",
                "focal",
                "focal:gamma=0.5",
                "focal:gamma=0",
                "dice",
                "jaccard",
                "tversky",
                "lovasz"
            })
    void certainAnswersGiveFiniteGradients(String text) {
        float[] scores = {1e4f, 1e4f, -1e4f, -1e4f};
        Answer ours = answer(text, List.of(), new long[] {1, 2, 1, 2}, scores, new long[] {0, 1});
        assertThat(ours.value()).isFinite().isPositive();
        for (float each : ours.gradient()) {
            assertThat(each).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cross-entropy",
                "cross-entropy:smoothing=0.1",
                "dice",
                "jaccard:smoothing=1.0",
                "tversky:alpha=0.3,beta=0.7",
                "0.5*focal:gamma=2.0+lovasz",
                "2.0*dice"
            })
    void textsReadBackAsTheSame(String text) {
        assertThat(Losses.parse(text, List.of())).hasToString(text).isEqualTo(Losses.parse(text, List.of()));
    }

    @Test
    void thePlusOfANumberPartsNothing() {
        assertThat(Losses.parse("1e+1*dice:smoothing=1e+2 + lovasz", List.of()))
                .hasToString("10.0*dice:smoothing=100.0+lovasz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dise | loss must be one of cross-entropy, dice, focal, jaccard, lovasz, tversky, got 'dise'; did you mean 'dice'?",
                "dice+ | loss must be one of cross-entropy, dice, focal, jaccard, lovasz, tversky, got ''",
                "dice:gamma=2 | option of dice must be one of smoothing, got 'gamma'",
                "focal:gamma=x | gamma of focal must be a number, got x",
                "focal:gamma=-1 | gamma of focal must be 0 … 20, got -1",
                "x*dice | factor of dice must be a number above 0, got 'x'",
                "-1*dice | factor of dice must be above 0, got -1.0",
                "NaN*dice | factor of dice must be above 0, got NaN",
                "cross-entropy:smoothing=2 | smoothing of cross-entropy must be 0 … 1, got 2",
                "'tversky:alpha=0,beta=0' | alpha or beta of tversky must be above 0, got 0 for both"
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> Losses.parse(text.replace("'", ""), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatDoesNotGoTogetherIsNamed() {
        long[] shape = {1, 2, 1, 2};
        assertThatThrownBy(() -> answer("dice", List.of(), shape, new float[4], new long[] {0, 2}))
                .hasMessageContaining("labels must be 0 … 1")
                .hasMessageContaining("got 2");
        assertThatThrownBy(() -> answer("lovasz", List.of(), shape, new float[4], new long[] {-1, 0}))
                .hasMessageContaining("got -1");
        assertThatThrownBy(() -> answer("focal", List.of(1.0), shape, new float[4], new long[] {0, 1}))
                .hasMessageContaining("class weights must be 2, one a class, got 1");
        assertThatThrownBy(() -> Losses.parse("focal", List.of(1.0, -1.0)))
                .hasMessageContaining("class weights must be at least 0, got [1.0, -1.0]");
    }
}
