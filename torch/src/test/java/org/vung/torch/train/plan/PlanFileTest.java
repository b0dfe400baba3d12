package org.vung.torch.train.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.augment.Recipe;
import org.vung.image.file.Existing;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.gan.PictureLoss;
import org.vung.torch.rcnn.Detecting;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.run.Precision;
import org.vung.torch.train.optimise.Optimisation;

class PlanFileTest {

    private static final List<String> WORDS = List.of(
            "",
            "null",
            "true",
            "~",
            "1",
            "1e3",
            "0x10",
            "-",
            "a: b",
            "a # b",
            "it's",
            "\"quoted\"",
            "- x",
            "{a}",
            "[b",
            "%",
            "@",
            "phân vùng",
            "日本",
            "😀",
            "tab\there",
            "line\nbreak",
            "\r",
            "\u0007",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "C:\\photos\\",
            " leading",
            "trailing ",
            "…",
            "&a",
            "*a",
            "!x",
            "?",
            "|",
            ">");

    private static final List<String> NAMES =
            List.of("run", "null", "true", "1", "1e3", "0x1F", "007", "1.0", "no", "2026-01-01", "a-b_c.d");

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Plan plan = plan(random);
            Map<String, String> reasons =
                    Map.of("name", word(random), "model.width", word(random) + word(random), "food.augment", "# so");
            String text = PlanFile.text(plan, reasons);
            assertThat(PlanFile.parse(text, Map.of())).describedAs(text).isEqualTo(plan);
        }
        Plan plan = plan(random);
        Path file = folder.resolve("plan.yaml");
        PlanFile.write(plan, Map.of("name", "such"), file, Existing.KEEP);
        assertThat(PlanFile.read(file, Map.of())).isEqualTo(plan);
    }

    @Test
    void anEmptyPlanIsTheDefaultsAndSaysThem() {
        Plan plan = PlanFile.parse("", Map.of());
        assertThat(plan.net().model()).isEqualTo("unet");
        assertThat(PlanFile.parse(PlanFile.text(plan, Map.of()), Map.of())).isEqualTo(plan);
    }

    @Test
    void aReasonStandsBesideItsKey() {
        String text = PlanFile.text(PlanFile.parse("", Map.of()), Map.of("model.width", "small\nset"));
        assertThat(text).contains("  width: 0  # small set\n");
    }

    @Test
    void changesStandInThePlaceOfTheFiles() {
        Plan plan = PlanFile.parse(
                "training: {steps: 10}\nname: old",
                Map.of("training.steps", "20", "name", "new", "food.augment", "[flip]", "model.width", ""));
        assertThat(plan.training().steps()).isEqualTo(20);
        assertThat(plan.name()).isEqualTo("new");
        assertThat(plan.food().augment()).containsExactly("flip");
        assertThat(plan.net().width()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training: {step: 10}                 | training must not have the key 'step' | did you mean 'steps'?",
                "trainin: {steps: 10}                 | plan must not have the key 'trainin'  | did you mean 'training'?",
                "training: 5                          | training must be keys and values      | '5'",
                "training: [1, 2]                     | training must be keys and values      | [1, 2]",
                "training: {steps: many}              | training.steps must be a whole number | 'many'",
                "training: {steps: 1.5}               | training.steps must be a whole number | '1.5'",
                "training: {steps: 99999999999999999999} | training.steps must be a whole number | 99999999999999999999",
                "training: {steps: 0}                 | steps must be at least 1              | 0",
                "training: {clip: .inf}               | training.clip must be a number        | Infinity",
                "training: {clip: -1}                 | clip and auxiliary at least 0         | -1",
                "training: {class-weights: [.nan]}    | class-weights must be at least 0      | NaN",
                "training: {class-weights: [a]}       | training.class-weights must be        | a list of numbers",
                "training: {precision: float8}        | training.precision must be one of     | 'float8'",
                "model: {width: 3000000000}           | model.width must be a whole number of at most | 3000000000",
                "model: {colours: pink}               | model.colours must be one of          | 'pink'",
                "model: {name: [a]}                   | model.name must be a text             | [a]",
                "food: {crop: 256}                    | crop must be ROWSxCOLUMNS             | 256",
                "food: {augment: flip}                | food.augment must be a list           | 'flip'",
                "food: {augment: [null]}              | food.augment must be a list           | null",
                "food: {batch: 0}                     | batch and accumulate must be          | 0",
                "data: {validation: 1}                | validation must be a share            | 1.0",
                "data: {folds: 3, fold: 3}            | folds must be 0 or at least 2         | 3",
                "name: a/b                            | name must be 1 … 64 letters           | 'a/b'",
                "watch: {every: -5}                   | every and save must be at least 1     | -5",
                "5                                    | plan must be keys and values          | '5'",
                "[a, b]                               | plan must be keys and values          | [a, b]"
            })
    void aWrongPlanSaysWhatIsWrong(String yaml, String must, String got) throws IOException {
        assertRefused(yaml.getBytes(StandardCharsets.UTF_8), must.strip(), got.strip());
    }

    @Test
    void hostileTextIsOneWordedError() throws IOException {
        assertRefused("name: a\nname: b", "duplicate key");
        assertRefused("\tname: a", "plan.yaml");
        assertRefused("a: " + "[".repeat(100_000), "at most 8 deep");
        assertRefused("a: " + "{a: ".repeat(100_000), "at most 8 deep");
        assertRefused("- ".repeat(50_000), "at most 8 deep");
        assertRefused("? ".repeat(50_000), "at most 8 deep");
        assertRefused("a: [[[[#]]]]\n".repeat(50), "plan.yaml");
        assertRefused("#" + "]".repeat(5_000) + "\na: " + "[".repeat(5_000), "at most 8 deep");
        assertRefused(indented(2_000), "at most 8 deep");
        assertRefused(bomb(), "aliases");
        assertRefused("a: &a [*a]", "plan.yaml");
        assertRefused("a: !!java.net.URL [http://localhost]", "plan.yaml");
        assertRefused("training: {steps: !!int [1]}", "plan.yaml");
        assertRefused("training: {steps: !!int abc}", "plan.yaml");
        assertRefused("name: !!binary \"a=b\"", "plan.yaml");
        assertRefused("--- {}\n--- {}", "plan.yaml");
        assertRefused("name: \"open", "plan.yaml");
        assertRefused("name: \u0000", "plan.yaml");
        assertRefused("x".repeat(900_000), "plan must be keys and values");
        assertRefused("x".repeat(1000) + ": 1", "plan must not have the key");
        assertRefused("a: 1\n".repeat(2_000_000), "at most 1 MB");
        assertRefused(new byte[] {'n', ':', ' ', (byte) 0xFF}, "UTF-8");
        assertRefused(new byte[100], "plan.yaml");
    }

    @Test
    void aDeviceWithoutEndIsRefused() {
        Path zero = Path.of("/dev/zero");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(zero), "there is no /dev/zero");
        assertThatThrownBy(() -> PlanFile.read(zero, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 1 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[[[[[[[[1]]]]]]]]]]", "&a [*a]", "[", "\"", "a: b: c"})
    void aHostileChangeIsRefused(String value) {
        assertThatThrownBy(() -> PlanFile.parse("", Map.of("food.augment", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasLineCount(1);
    }

    /** Letters put in, taken out and exchanged: a plan or one worded error, nothing else. */
    @Test
    void damagedPlansAreReadOrRefused() {
        Random random = new Random(3);
        String whole = PlanFile.text(plan(random), Map.of());
        String letters = "{}[]:,#&*!|>'\"%@`-?\t \n\r~<=0x1e.\u0000\u0085é😀";
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder(whole);
            for (int change = 0; change <= random.nextInt(6); change++) {
                int at = random.nextInt(text.length());
                String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), random.nextInt(4) == 0 ? "" : letter);
            }
            String damaged = text.toString().replaceAll("[\\ud800-\\udfff]", "?");
            try {
                assertThat(PlanFile.parse(damaged, Map.of())).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).message().hasLineCount(1).hasSizeLessThan(1000);
            }
        }
    }

    private void assertRefused(String text, String... words) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), words);
    }

    private void assertRefused(byte[] bytes, String... words) throws IOException {
        Path file = Files.write(folder.resolve("plan.yaml"), bytes);
        assertThatThrownBy(() -> PlanFile.read(file, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(words)
                .message()
                .hasLineCount(1)
                .hasSizeLessThan(1000);
    }

    private static String indented(int deep) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < deep && text.length() < 1_000_000; level++) {
            text.append(" ".repeat(level)).append("a:\n");
        }
        return text.toString();
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 40; level++) {
            String before = "*a" + (level - 1);
            text.append("a%d: &a%d [%s, %s]%n".formatted(level, level, before, before));
        }
        return text.toString();
    }

    private static Plan plan(Random random) {
        int folds = random.nextBoolean() ? 0 : 2 + random.nextInt(9);
        return new Plan(
                NAMES.get(random.nextInt(NAMES.size())),
                random.nextLong(),
                new Plan.Data(
                        word(random),
                        word(random),
                        word(random),
                        random.nextInt(100) / 100.0,
                        folds == 0 ? List.of(word(random), word(random)) : List.of(),
                        folds,
                        folds == 0 ? 0 : random.nextInt(folds)),
                new Plan.Net(
                        word(random) + "x",
                        random.nextInt(100),
                        random.nextInt(9),
                        word(random),
                        1 + random.nextInt(9),
                        any(List.of(Preprocessing.Colours.values()), random),
                        word(random),
                        word(random)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Plan.Detector(
                                word(random),
                                word(random),
                                word(random),
                                word(random),
                                word(random),
                                word(random),
                                word(random),
                                word(random))),
                new Plan.Food(
                        new Extent(1 + random.nextInt(99_999), 1 + random.nextInt(99_999)),
                        random.nextDouble(),
                        List.of(word(random), word(random)),
                        1 + random.nextInt(4096),
                        1 + random.nextInt(4096)),
                new Plan.Training(
                        1 + random.nextInt(Integer.MAX_VALUE),
                        word(random),
                        random.nextBoolean() ? List.of() : List.of(random.nextDouble() * 1e-9, 1e20),
                        word(random),
                        random.nextDouble(),
                        word(random),
                        word(random),
                        random.nextDouble() * 1e12,
                        random.nextDouble(),
                        any(List.of(Precision.values()), random),
                        random.nextBoolean()),
                new Plan.Watch(1 + random.nextInt(1000), random.nextInt(10), 1 + random.nextInt(1000)));
    }

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../plans"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void plansThatComeWithTheHouseSayWhatIsKnown(Path file) throws IOException {
        Plan plan = PlanFile.read(file, Map.of());
        assertThat(PlanFile.parse(PlanFile.text(plan, Map.of()), Map.of())).isEqualTo(plan);
        if (plan.net().model().equals(Plan.PIX2PIX)) {
            assertThat(PictureLoss.parse(plan.training().loss()).gan()).isPositive();
        } else {
            assertThat(Recipe.parse(plan.food().augment()).texts())
                    .hasSameSizeAs(plan.food().augment());
        }
        assertThat(Optimisation.parse(plan.training().optimiser())).isNotNull();
        plan.detector().ifPresent(detector -> {
            assertThat(Detecting.parse(detector.objects()).most()).isPositive();
            assertThat(Anchors.parse(detector.anchors()).levels()).hasSize(5);
        });
    }

    private static String word(Random random) {
        return any(WORDS, random);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
