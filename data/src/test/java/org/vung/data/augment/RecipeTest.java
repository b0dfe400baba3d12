package org.vung.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.ClassMap;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;

class RecipeTest {

    private static final List<String> ALL = List.of(
            "crop:height=24,width=20,foreground=0.33",
            "flip:horizontal=true,vertical=true",
            "turn",
            "rotate:degrees=15",
            "scale:from=0.8,to=1.25",
            "elastic:grid=3,sigma=4",
            "brightness",
            "contrast",
            "gamma",
            "invert:chance=0.5",
            "blur",
            "noise");

    private static final Recipe EVERYTHING = Recipe.parse(ALL);

    @Test
    void aPairIsReplayedFromSeedEpochAndSample() {
        Pair pair = Pairs.chance(new Size(31, 40), Layout.RGB, SampleType.UINT8, 1, 0, 1, 2);
        Pair first = EVERYTHING.apply(pair, 7, 3, 12);
        EVERYTHING.apply(pair, 7, 3, 13);
        assertThat(EVERYTHING.apply(pair, 7, 3, 12)).isEqualTo(first);
        assertThat(Recipe.parse(EVERYTHING.texts()).apply(pair, 7, 3, 12)).isEqualTo(first);
        assertThat(EVERYTHING.apply(pair, 8, 3, 12)).isNotEqualTo(first);
        assertThat(EVERYTHING.apply(pair, 7, 4, 12)).isNotEqualTo(first);
        assertThat(EVERYTHING.apply(pair, 7, 3, 13)).isNotEqualTo(first);
    }

    @Test
    void threadsDoNotMatter() {
        Pair pair = Pairs.chance(new Size(31, 40), Layout.RGB, SampleType.UINT8, 1, 0, 1, 2);
        List<Pair> alone = IntStream.range(0, 20)
                .mapToObj(sample -> EVERYTHING.apply(pair, 1, 0, sample))
                .toList();
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(sample -> EVERYTHING.apply(pair, 1, 0, sample))
                        .toList())
                .isEqualTo(alone);
    }

    @Test
    void aStepMoreChangesNothingBeforeIt() {
        Pair pair = Pairs.chance(new Size(31, 40), Layout.RGB, SampleType.UINT8, 1, 0, 1, 2);
        Recipe shorter = Recipe.parse(ALL.subList(0, 9));
        Pair tail = new Recipe(EVERYTHING.steps().subList(0, 9)).apply(pair, 5, 6, 7);
        assertThat(shorter.apply(pair, 5, 6, 7)).isEqualTo(tail);
        assertThat(EVERYTHING.apply(pair, 5, 6, 7).truth()).isEqualTo(tail.truth());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void labelsAreExactAndTheKindOfImageIsKept(Layout layout, SampleType type, Size size) {
        Pair pair = Pairs.chance(size, layout, type, size.pixels(), 0, 3, 9, ClassMap.IGNORE);
        Set<Integer> known = labels(pair);
        for (int sample = 0; sample < 8; sample++) {
            Pair changed = EVERYTHING.apply(pair, 1, 2, sample);
            assertThat(known).containsAll(labels(changed));
            assertThat(changed.image().type()).isEqualTo(type);
            assertThat(changed.image().layout()).isEqualTo(layout);
            assertThat(changed.image().channels()).isEqualTo(pair.image().channels());
            assertThat(changed.image().size()).isEqualTo(new Size(24, 20));
        }
    }

    static Stream<Object[]> kinds() {
        List<Object[]> cases = new ArrayList<>();
        Size[] sizes = {
            new Size(1, 1), new Size(1, 17), new Size(17, 1), new Size(2, 2), new Size(24, 20), new Size(50, 61)
        };
        for (Layout layout : Layout.values()) {
            for (SampleType type : SampleType.values()) {
                for (Size size : sizes) {
                    cases.add(new Object[] {layout, type, size});
                }
            }
        }
        return cases.stream();
    }

    private static Set<Integer> labels(Pair pair) {
        Set<Integer> labels = new TreeSet<>();
        for (int label : pair.truth().sharedLabels()) {
            labels.add(label);
        }
        return labels;
    }

    /** A photo whose samples are its labels must still be so after steps that move whole pixels. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void imageAndTruthMoveTogether(int sample) {
        int[] numbers = IntStream.range(0, 35).toArray();
        Recipe recipe = Recipe.parse(List.of("turn:keep=false", "crop:height=9,width=9", "flip:vertical=true", "turn"));
        Pair moved = recipe.apply(Pairs.numbered(5, 7, numbers), 3, 1, sample);
        for (int at = 0; at < 81; at++) {
            assertThat(moved.image().sharedBytes()[at])
                    .isEqualTo((byte) moved.truth().sharedLabels()[at]);
        }
    }

    /** Turned by 30 degrees and back, an image resampled twice would be smoothed; resampled once, it is what it was. */
    @Test
    void stepsInARowResampleOnce() {
        Pair pair = Pairs.chance(new Size(33, 33), Layout.GREY, SampleType.UINT8, 4, 0, 1);
        Recipe twice = new Recipe(List.of(new Scale(0.5, 0.5), new Scale(2, 2)));
        assertThat(twice.apply(pair, 0, 0, 0)).isEqualTo(pair);
        Pair apart = new Scale(2, 2).apply(new Scale(0.5, 0.5).apply(pair, new FixedChance(0)), new FixedChance(0));
        assertThat(apart).isNotEqualTo(pair);
    }

    @Test
    void textsReadBack() {
        assertThat(Recipe.parse(EVERYTHING.texts())).isEqualTo(EVERYTHING);
        assertThat(EVERYTHING.texts())
                .contains(
                        "flip:horizontal=true,vertical=true",
                        "rotate:degrees=15,border=mirror,chance=1",
                        "crop:height=24,width=20,foreground=0.33,border=mirror",
                        "gamma:from=0.7,to=1.5,chance=1");
        assertThat(Augmentation.parse(" elastic : grid = 4 , border = ignore ").text())
                .isEqualTo("elastic:grid=4,sigma=10,border=ignore,chance=1");
        assertThat(Recipe.parse(List.of()).steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rotat               | augmentation must be one of blur, brightness, contrast, crop, elastic, flip, gamma, invert, noise, rotate, scale, turn, got 'rotat'; did you mean 'rotate'?",
                "\"\"                  | augmentation must be one of blur, brightness, contrast, crop, elastic, flip, gamma, invert, noise, rotate, scale, turn, got ''",
                "rotate:degree=4     | option of rotate must be one of degrees, border, chance, got 'degree'; did you mean 'degrees'?",
                "rotate:degrees=200  | degrees of rotate must be 0 … 180, got 200",
                "rotate:degrees=NaN  | degrees of rotate must be a number, got NaN",
                "rotate:degrees=x    | degrees of rotate must be a number, got x",
                "rotate:border=mirro | border of rotate must be one of mirror, ignore, got mirro; did you mean 'mirror'?",
                "rotate:degrees      | 'rotate:degrees' must have options like KEY=VALUE with commas between, got 'degrees'",
                "flip:vertical=yes   | vertical of flip must be one of true, false, got yes",
                "scale:from=2,to=1   | to of scale must be at least from, got 2 … 1; exchange them",
                "scale:from=0        | from of scale must be 0.1 … 10, got 0",
                "crop:height=1.5     | height of crop must be a whole number, got 1.5",
                "crop:height=0       | height of crop must be 1 … 32768, got 0",
                "crop:width=1,width=2| 'crop:width=1,width=2' must have every option once, got 'width' twice",
                "elastic:grid=1      | grid of elastic must be 2 … 64, got 1",
                "noise:chance=2      | chance of noise must be 0 … 1, got 2",
                "gamma:to=0.5        | to of gamma must be at least from, got 0.7 … 0.5; exchange them",
            })
    void whatCannotBeReadIsNamed(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipe.parse(List.of(text)))
                .withMessage(complaint);
    }

    @Test
    void aPairOfTwoSizesIsRefused() {
        Pair one = Pairs.numbered(1, 2, 1, 2);
        Pair other = Pairs.numbered(2, 1, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pair(one.image(), other.truth()))
                .withMessageStartingWith("truth must have the size of its image, got 2x1 for 1x2");
    }
}
