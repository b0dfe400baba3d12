package org.vung.score.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;
import org.vung.mask.RunLengths;

/** COCO's numbers worked by hand, a trap a row; {@link Photo#of} tells how photos are written. */
class DetectionScoresTest {

    private static double value(Measure measure, Photo... photos) {
        return Photo.scores(List.of(photos)).value(measure);
    }

    private static void check(String truths, String found, Measure measure, double expected) {
        Photo photo = Photo.of(truths, found);
        assertThat(value(measure, photo)).isEqualTo(expected, within(1e-12));
        assertThat(new DefinedScores(List.of(photo)).value(measure)).isEqualTo(expected, within(1e-12));
    }

    /** Sums of products of fractions. */
    private static double number(String sum) {
        return Arrays.stream(sum.split("\\+", -1))
                .mapToDouble(term -> Arrays.stream(term.split("\\*", -1))
                        .mapToDouble(factor -> {
                            String[] parts = factor.strip().split("/", -1);
                            double top = Double.parseDouble(parts[0]);
                            return parts.length == 1 ? top : top / Double.parseDouble(parts[1]);
                        })
                        .reduce(1, (one, two) -> one * two))
                .sum();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all found                                | 0..10 20..30  | 0..10:.9 20..30:.8           | AP    | 1
            nothing found                            | 0..10         | ''                           | AP    | 0
            nothing there                            | ''            | 0..10:.9                     | AP    | NaN
            half the overlap is just enough          | 0..10         | 0..5:.9                      | AP50  | 1
            and enough for one threshold of ten      | 0..10         | 0..5:.9                      | AP    | 1/10
            nine tenths are enough for nine          | 0..10         | 0..9:.9                      | AP    | 9/10
            0.72 of 0.8 rounds down, but will do     | 0..0.8        | 0..0.72:.9                   | AP    | 9/10
            one of two found: recalls 0 … 0.5        | 0..10 20..30  | 0..10:.9                     | AP    | 51/101
            precision 1, then 2/3                    | 0..10 20..30  | 0..10:.9 50..60:.8 20..30:.7 | AP    | 51/101+50/101*2/3
            later precision makes up for earlier     | 0..10 20..30  | 50..60:.9 0..10:.8 20..30:.7 | AP    | 2/3
            a second detection of one object         | 0..10 20..30  | 0..10:.9 0..10:.8 20..30:.7  | AP    | 51/101+50/101*2/3
            another class is another object          | 0..10         | 0..10:.9#1                   | AP    | 0
            classes count alike                      | 0..10 0..10#7 20..30#7 | 0..10:.9 0..10:.1#7 | AP    | 1/2+51/202
            equal scores keep their order            | 0..10         | 0..10:.5 50..60:.5           | AP    | 1
            the other way round                      | 0..10         | 50..60:.5 0..10:.5           | AP    | 1/2
            −0 is 0                                  | 0..10         | 50..60:-0 0..10:0            | AP    | 1/2
            order of scores, not of the list         | 0..10         | 50..60:.4 0..10:.5           | AP    | 1
            """)
    void precisionOverRecall(String what, String truths, String found, Measure measure, String expected) {
        check(truths, found, measure, number(expected));
    }

    /** 7 of 20 is 0.35, but NumPy's recall of 0.35 is 35 · 0.01, a little more; 6 of 20 is 0.3 exactly there. */
    @ParameterizedTest
    @CsvSource({"20, 7, 35", "20, 6, 31", "3, 1, 34", "100, 57, 57", "100, 100, 101"})
    void recallsAreNumPys(int objects, int found, int reached) {
        String truths = IntStream.range(0, objects)
                .mapToObj(at -> 20 * at + ".." + (20 * at + 10))
                .collect(Collectors.joining(" "));
        String detections = Arrays.stream(truths.split(" ", -1))
                .limit(found)
                .map(box -> box + ":.5")
                .collect(Collectors.joining(" "));
        check(truths, detections, Measure.AP, reached / 101.0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the largest overlap wins                         | 0..10 2..12 | 1..10:.9 2..12:.8    | AP75 | 1
            the last of equal ones wins and leaves the first | 0..10 2..12 | 1..11:.9 0..10:.8    | AP75 | 1
            and is missed by its own detection               | 0..10 2..12 | 1..11:.9 2..12:.8    | AP75 | 51/101
            who is surer chooses first                       | 0..10       | 0..8:.9 0..10:.8     | AP75 | 1
            and spoils the better box                        | 0..10 20..30 | 0..8:.9 0..10:.8 20..30:.7 | AP75 | 51/101+50/101*2/3
            what is taken is taken                           | 0..10       | 0..10:.9 0..10:.8 50..60:.7 | AR1 | 1
            """)
    void everyObjectIsTakenOnce(String what, String truths, String found, Measure measure, String expected) {
        check(truths, found, measure, number(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a crowd need not be found                 | 0..10 20..60*   | 0..10:.5                              | AP   | 1
            a crowd alone is no object                | 20..60*         | 20..60:.5                             | AP   | NaN
            inside it nothing is wrong, many times    | 0..10 20..60*   | 20..30:.9 25..35:.8 20..30:.7 0..10:.5 | AP  | 1
            its overlap is over the detection's area  | 0..10 20..60*   | 10..30:.9 0..10:.5                    | AP50 | 1
            and half is not enough for more           | 0..10 20..60*   | 10..30:.9 0..10:.5                    | AP75 | 1/2
            an object is preferred to a crowd         | 0..10 0..60*    | 4..10:.9                              | AP50 | 1
            though the crowd comes first              | 0..60* 0..10    | 4..10:.9                              | AP50 | 1
            where the object will not do, the crowd   | 0..10 0..60*    | 4..10:.9 0..10:.8                     | AP75 | 1
            a second one of the object lies in crowd  | 0..10 20..30 0..60* | 0..10:.9 0..10:.8 20..30:.7       | AP75 | 1
            """)
    void crowdsForgive(String what, String truths, String found, Measure measure, String expected) {
        check(truths, found, measure, number(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the annotation's area decides                | 0..10/20000         | 0..10:.9                     | AP_LARGE  | 1
            and not the box's                            | 0..10/20000         | 0..10:.9                     | AP_SMALL  | NaN
            a limit is small                             | 0..10/1024          | 0..10:.9                     | AP_SMALL  | 1
            and medium                                   | 0..10/1024          | 0..10:.9                     | AP_MEDIUM | 1
            the upper one is medium                      | 0..10/9216          | 0..10:.9                     | AP_MEDIUM | 1
            and large                                    | 0..10/9216          | 0..10:.9                     | AP_LARGE  | 1
            a wrong one outside the range is ignored     | 0..10               | 50..200:.9 0..10:.5          | AP_SMALL  | 1
            but inside it is wrong                       | 0..10               | 50..60:.9 0..10:.5           | AP_SMALL  | 1/2
            at the limit it is inside                    | 0..10               | 50..152.4:.9 0..10:.5        | AP_SMALL  | 1/2
            an object outside the range forgives once    | 0..10 20..30/20000  | 20..30:.9 0..10:.5           | AP_SMALL  | 1
            and not twice                                | 0..10 20..30/20000  | 20..30:.9 20..30:.8 0..10:.5 | AP_SMALL  | 1/2
            one inside is preferred                      | 0..10/20000 0..9    | 0..10:.9                     | AP_SMALL  | 9/10
            whatever the size of what found it           | 0..200/100          | 0..200:.9                    | AP_SMALL  | 1
            """)
    void sizesAreThoseOfTheAnnotation(String what, String truths, String found, Measure measure, String expected) {
        check(truths, found, measure, number(expected));
    }

    /** All of eleven objects are found. */
    @ParameterizedTest
    @CsvSource({"AR1, 1", "AR10, 10", "AR100, 11"})
    void recallLooksAtTheSurestOfEachImage(Measure measure, int found) {
        Photo photo = row(0, 11);
        assertThat(value(measure, photo)).isEqualTo(found / 11.0, within(1e-12));
        assertThat(value(measure, photo, photo)).isEqualTo(found / 11.0, within(1e-12));
    }

    private static Photo row(int wrong, int right) {
        List<BoundingBox> boxes = IntStream.range(0, right)
                .mapToObj(at -> new BoundingBox(0, 20 * at, 10, 10))
                .toList();
        BoundingBox aside = new BoundingBox(500, 0, 10, 10);
        return new Photo(
                boxes.stream().map(box -> GroundTruth.of(3, box)).toList(),
                IntStream.range(0, wrong + right)
                        .mapToObj(at -> new Detection(3, 1 - at / 1000.0, at < wrong ? aside : boxes.get(at - wrong)))
                        .toList());
    }

    @Test
    void onlyTheHundredSurestAreLookedAt() {
        assertThat(value(Measure.AP, row(99, 1))).isEqualTo(1 / 100.0, within(1e-12));
        assertThat(value(Measure.AP, row(100, 1))).isZero();
        assertThat(value(Measure.AR100, row(99, 2))).isEqualTo(0.5);
    }

    /** The same score in two images: the first image comes first. */
    @Test
    void theOrderOfImagesDecidesBetweenEqualScores() {
        Photo right = Photo.of("0..10", "0..10:.5");
        Photo wrong = Photo.of("", "50..60:.5");
        assertThat(value(Measure.AP, right, wrong)).isEqualTo(1);
        assertThat(value(Measure.AP, wrong, right)).isEqualTo(0.5);
    }

    @Test
    void scoresAreReadByClass() {
        DetectionScores scores = Photo.scores(List.of(
                Photo.of("0..10 20..30/5000#7", "0..10:.5 50..60:.9#7 20..30:.8#7 0..10:.8#9"),
                Photo.of("", ""),
                Photo.of("0..10", "")));
        assertThat(scores.value(Measure.AP, 0)).isEqualTo(51 / 101.0, within(1e-12));
        assertThat(scores.value(Measure.AP, 7)).isEqualTo(0.5);
        assertThat(scores.value(Measure.AR1, 7)).isZero();
        assertThat(scores.value(Measure.AP_MEDIUM, 7)).isEqualTo(1);
        assertThat(scores.value(Measure.AP_SMALL, 7)).isNaN();
        assertThat(scores.value(Measure.AP, 9)).isNaN();
        assertThat(scores.value(Measure.AP, 1234)).isNaN();
        assertThat(scores.value(Measure.AP)).isEqualTo((51 / 101.0 + 0.5) / 2, within(1e-12));
        assertThat(scores.value(Measure.AP_MEDIUM)).isEqualTo(1);
        assertThat(scores.value(Measure.AP_LARGE)).isNaN();
    }

    @Test
    void withoutImagesThereIsNothingToScore() {
        DetectionScores scores = DetectionScores.of(List.of());
        assertThat(Measure.values())
                .allSatisfy(measure -> assertThat(scores.value(measure)).isNaN());
    }

    @Test
    void labelsAreThoseOfTables() {
        assertThat(Arrays.stream(Measure.values()).map(Measure::label))
                .containsExactly(
                        "AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl");
    }

    @Test
    void boxesAndMasksAreNotMixed() {
        Extent box = new BoundingBox(0, 0, 2, 2);
        Extent mask = new ObjectMask(RunLengths.of(new Size(2, 2), new int[] {1, 3}));
        assertThatThrownBy(
                        () -> new Photo(List.of(GroundTruth.of(0, mask)), List.of(new Detection(0, 1, box))).matches())
                .hasMessage("extents must be of one kind, got a box beside a mask of 3 pixels of 2x2;"
                        + " score boxes and masks apart");
        assertThatThrownBy(
                        () -> new Photo(List.of(GroundTruth.of(0, box)), List.of(new Detection(0, 1, mask))).matches())
                .hasMessageContaining("got a mask beside BoundingBox");
    }

    @Test
    void wrongNumbersAreRefused() {
        BoundingBox box = new BoundingBox(0, 0, 2, 2);
        assertThatThrownBy(() -> new Detection(-1, 0.5, box)).hasMessage("category must be at least 0, got -1");
        assertThatThrownBy(() -> new Detection(0, Double.NaN, box))
                .hasMessageStartingWith("score must be a number, got NaN");
        assertThatThrownBy(() -> new GroundTruth(-1, box, true, 4)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> new GroundTruth(0, box, true, -4))
                .hasMessage("area must be finite and at least 0, got -4.0");
        assertThatThrownBy(() -> new GroundTruth(0, box, true, Double.NaN)).hasMessageContaining("got NaN");
    }
}
