package org.vung.data.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Partition;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.evaluate.DetectionFamily.Kind;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

class DetectionFamilyTest {

    private static final Size SIZE = new Size(20, 20);
    private static final List<LabelClass> CAT_DOG = classes("cat", "Dog");
    private static final List<LabelClass> NET = classes("background", "dog", "bird", "CAT");

    private static List<LabelClass> classes(String... names) {
        return Arrays.stream(names).map(name -> new LabelClass(name, 0)).toList();
    }

    private static RunLengths square(int row, int column, int side) {
        boolean[] inside = new boolean[SIZE.pixels()];
        for (int y = row; y < row + side; y++) {
            Arrays.fill(inside, SIZE.index(y, column), SIZE.index(y, column) + side, true);
        }
        return RunLengths.of(SIZE, inside);
    }

    private static ObjectTruth thing(int category, int row, int column, int side) {
        return ObjectTruth.of(category, square(row, column, side), false);
    }

    private static ObjectTruth crowd(int category, int row, int column, int side) {
        return ObjectTruth.of(category, square(row, column, side), true);
    }

    private static Instance found(int category, double score, int row, int column, int side) {
        return new Instance(category, (float) score, row, column, side, side, Optional.of(square(row, column, side)));
    }

    private static Prediction said(List<LabelClass> classes, Instance... objects) {
        return new Prediction(new Instances(SIZE, List.of(objects), classes, Findings.none()), Optional.empty());
    }

    private static double[] scores(DetectionFamily family, List<ObjectTruth> truths, Prediction said) {
        return family.values(List.of(family.count(new ObjectSet(SIZE, truths), said)));
    }

    private static double ap(DetectionFamily family, List<ObjectTruth> truths, Prediction said) {
        return scores(family, truths, said)[0];
    }

    @Test
    void classesAreMatchedByNameAndOthersLeftOut() {
        List<ObjectTruth> truths = List.of(thing(0, 0, 0, 5), thing(1, 10, 10, 8));
        Prediction right = said(NET, found(2, 0.9, 0, 10, 4), found(1, 0.8, 10, 10, 8), found(3, 0.7, 0, 0, 5));
        for (Kind kind : Kind.values()) {
            DetectionFamily family = new DetectionFamily(CAT_DOG, kind);
            double[] values = scores(family, truths, right);
            assertThat(family.scores()).hasSameSizeAs(values);
            assertThat(values[0]).isEqualTo(1);
            assertThat(family.scores().get(5).name()).isEqualTo("APl");
            assertThat(values[5]).isNaN();
            assertThat(values[12]).as("cat").isEqualTo(1);
            assertThat(values[13]).as("dog").isEqualTo(1);
        }
    }

    @Test
    void oneClassOnEitherSideMatchesWhateverItsName() {
        DetectionFamily nuclei = new DetectionFamily(classes("nucleus"), Kind.MASKS);
        Prediction cells = said(classes("__background__", "cell"), found(1, 1, 2, 2, 6));
        assertThat(ap(nuclei, List.of(thing(0, 2, 2, 6)), cells)).isEqualTo(1);
    }

    @Test
    void noSharedClassIsRefused() {
        DetectionFamily family = new DetectionFamily(CAT_DOG, Kind.BOXES);
        Prediction others = said(classes("background", "car", "bus"), found(1, 1, 0, 0, 5));
        assertThatThrownBy(() -> ap(family, List.of(), others))
                .hasMessageContaining("method must have a class of the data cat, Dog, got background, car, bus");
        assertThatThrownBy(() -> ap(family, List.of(), said(List.of()))).hasMessageContaining("got none");
    }

    @Test
    void answerWithoutObjectsOrMasksIsRefused() {
        DetectionFamily family = new DetectionFamily(CAT_DOG, Kind.MASKS);
        Prediction regions =
                new Prediction(new Partition(LabelMap.wrap(SIZE, new int[SIZE.pixels()])), Optional.empty());
        assertThatThrownBy(() -> ap(family, List.of(), regions))
                .hasMessage("method must find objects with classes and scores for the scores masks, as a detector does,"
                        + " got one that divides the image; take --scores instances");
        Prediction boxes = said(NET, new Instance(1, 1, 0, 0, 5, 5, Optional.empty()));
        assertThatThrownBy(() -> ap(family, List.of(), boxes)).hasMessageContaining("take --scores boxes");
        assertThat(ap(new DetectionFamily(CAT_DOG, Kind.BOXES), List.of(thing(1, 0, 0, 5)), boxes))
                .isEqualTo(1);
    }

    @Test
    void whatLiesInACrowdOrWhereNobodyKnowsIsNeitherRightNorWrong() {
        List<ObjectTruth> truths = List.of(
                thing(1, 0, 0, 5), crowd(1, 10, 0, 10), crowd(ObjectTruth.VOID, 10, 10, 10), thing(0, 0, 10, 5));
        Prediction said = said(
                NET,
                found(1, 0.9, 11, 1, 4), // in the crowd of dogs
                found(3, 0.9, 12, 12, 6), // where nobody knows
                found(1, 0.5, 0, 0, 5),
                found(3, 0.5, 0, 10, 5));
        for (Kind kind : Kind.values()) {
            assertThat(ap(new DetectionFamily(CAT_DOG, kind), truths, said)).isEqualTo(1);
            Prediction wrong = said(NET, found(3, 0.9, 11, 1, 4), found(1, 0.5, 0, 0, 5), found(3, 0.5, 0, 10, 5));
            assertThat(ap(new DetectionFamily(CAT_DOG, kind), truths, wrong))
                    .as("a cat in the crowd of dogs is wrong")
                    .isEqualTo(0.75);
        }
    }

    @Test
    void objectsInTheFormOfFramesAreApartByMaskAlone() {
        boolean[] frame = square(0, 0, 10).pixels();
        boolean[] inner = square(1, 1, 8).pixels();
        for (int pixel = 0; pixel < frame.length; pixel++) {
            frame[pixel] &= !inner[pixel];
        }
        List<ObjectTruth> truths = List.of(ObjectTruth.of(0, RunLengths.of(SIZE, frame), false));
        Prediction full = said(NET, found(3, 1, 0, 0, 10));
        assertThat(ap(new DetectionFamily(CAT_DOG, Kind.BOXES), truths, full)).isEqualTo(1);
        assertThat(ap(new DetectionFamily(CAT_DOG, Kind.MASKS), truths, full)).isZero();
    }

    @Test
    void nothingFoundAndNothingThereAreScored() {
        DetectionFamily family = new DetectionFamily(CAT_DOG, Kind.BOXES);
        assertThat(ap(family, List.of(thing(0, 0, 0, 5)), said(NET))).isZero();
        assertThat(ap(family, List.of(), said(NET))).isNaN();
        assertThat(ap(family, List.of(), said(NET, found(1, 1, 0, 0, 4)))).isNaN();
    }

    @Test
    void instancesTakeObjectsAsTheyAreFromAScoreOn() {
        Prediction said = said(NET, found(1, 0.9, 0, 0, 4), found(1, 0.8, 0, 4, 4), found(3, 0.3, 10, 10, 4));
        ObjectSet truth = new ObjectSet(SIZE, List.of(thing(1, 0, 0, 4), thing(0, 0, 4, 4)));
        InstanceFamily sure = new InstanceFamily();
        assertThat(sure.values(List.of(sure.count(truth, said)))[0]).isEqualTo(1);
        InstanceFamily all = new InstanceFamily(0);
        assertThat(all.values(List.of(all.count(truth, said)))[0]).isEqualTo(2 / 3.0);
        assertThatThrownBy(() -> new InstanceFamily(2)).hasMessage("least score must be 0 … 1, got 2.0");
    }
}
