package org.vung.data.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Partition;
import org.vung.Semantic;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.score.Bootstrap;
import org.vung.score.ConfusionMatrix;

class FamiliesTest {

    private static final Size SIZE = new Size(1, 6);
    private static final List<LabelClass> SOIL_CROP = classes("soil", "crop");

    private static List<LabelClass> classes(String... names) {
        return Arrays.stream(names).map(name -> new LabelClass(name, 0)).toList();
    }

    /** One-row images in memory; every two of a group. */
    private record Rows(List<int[]> truths, List<LabelClass> classes) implements Dataset {

        Rows(List<int[]> truths) {
            this(truths, SOIL_CROP);
        }

        @Override
        public String name() {
            return "rows";
        }

        @Override
        public List<Item> items() {
            List<Item> items = new ArrayList<>();
            for (int index = 0; index < truths.size(); index++) {
                items.add(new Item("row" + index, "pair" + index / 2, Path.of("i"), Path.of("t")));
            }
            return items;
        }

        @Override
        public Image image(int index) {
            return Image.wrap(SIZE, Layout.GREY, new byte[6]);
        }

        @Override
        public Truth truth(int index) {
            return new ClassMap(map(truths.get(index)));
        }
    }

    private static LabelMap map(int... labels) {
        return LabelMap.of(new Size(1, labels.length), labels);
    }

    private static Prediction labels(int... labels) {
        return new Prediction(new Partition(map(labels)), Optional.empty());
    }

    private static Prediction crop(float... probability) {
        float[] planes = new float[2 * probability.length];
        for (int pixel = 0; pixel < probability.length; pixel++) {
            planes[pixel] = 1 - probability[pixel];
            planes[probability.length + pixel] = probability[pixel];
        }
        ClassScores scores = ClassScores.wrap(new Size(1, probability.length), SOIL_CROP, planes);
        return new Prediction(new Semantic(scores.labels(), scores.classes(), Findings.none()), Optional.of(scores));
    }

    @Test
    void classesAreMatchedByNameWhateverTheirOrder() {
        ClassMatch match = ClassMatch.of(classes("soil", "Crop row"), classes("weed", "crop_row", "soil"));
        assertThat(match.labels(map(0, 1, 2)).sharedLabels()).containsExactly(2, 1, 0);
        assertThat(match.known()).isEqualTo(2);
        assertThat(match.classes()).extracting(LabelClass::name).containsExactly("soil", "Crop row", "weed");
        assertThat(match.note()).isEmpty();
    }

    @Test
    void orByPlaceWhereTheyAreAsManyAndThatIsSaid() {
        ClassMatch match = ClassMatch.of(classes("sky", "signsymbol"), classes("sky", "sign", "unlabelled"));
        assertThat(match.labels(map(0, 1, 2)).sharedLabels()).containsExactly(0, 1, 2);
        assertThat(match.note()).contains("classes are matched by their places: sign = signsymbol");
    }

    @Test
    void otherClassesAreRefused() {
        assertThatThrownBy(() -> ClassMatch.of(SOIL_CROP, classes("a", "b", "c", "d")))
                .hasMessage(
                        "method must have the classes of the data soil, crop, got a, b, c, d; name the data's classes"
                                + " with --from FORMAT:classes=…");
        assertThatThrownBy(() -> ClassMatch.of(SOIL_CROP, List.of()).labels(map(0, 2)))
                .hasMessageContaining("at most 2 regions")
                .hasMessageContaining("--scores regions");
    }

    /** Sums over images, not means of images: 2 of 3 right in one, 6 of 6 in the other; ignored pixels are nowhere. */
    @Test
    void countsAreSummed() throws IOException {
        Rows set = new Rows(List.of(new int[] {0, 0, 1, 255, 255, 255}, new int[] {0, 0, 0, 1, 1, 1}));
        Tally<?> tally = Tally.of(new SemanticFamily(ClassMatch.of(SOIL_CROP, List.of())), set);
        double[] first = tally.add(0, labels(0, 1, 1, 0, 1, 0));
        assertThat(first[1]).isCloseTo(2 / 3.0, within(1e-12));
        tally.add(1, labels(0, 0, 0, 1, 1, 1));
        List<Bootstrap.Interval> all = tally.intervals(new Bootstrap(100, 0.95, 0));
        assertThat(all.get(1).value()).isCloseTo(8 / 9.0, within(1e-12));
        assertThat(all.get(0).value()).isCloseTo((4 / 5.0 + 4 / 5.0) / 2, within(1e-12));
        assertThat(tally.groups()).isEqualTo(1);
        assertThat(all.get(0).low()).as("one group tells nothing of others").isNaN();
    }

    /** Three times the same image, so that every drawing has the same scores. */
    @Test
    void binaryScoresByHand() throws IOException {
        int[] truth = {0, 0, 1, 1, 1, 255};
        Tally<?> tally = Tally.of(
                new BinaryFamily(ClassMatch.of(SOIL_CROP, SOIL_CROP), 1), new Rows(List.of(truth, truth, truth)));
        for (int image = 0; image < 3; image++) {
            tally.add(image, crop(.1f, .7f, .4f, .8f, .9f, .99f));
        }
        List<Bootstrap.Interval> scores = tally.intervals(new Bootstrap(100, 0.95, 0));
        assertThat(scores.get(0).value()).as("AUC").isCloseTo(5 / 6.0, within(1e-12));
        assertThat(scores.get(0).low()).as("AUC of rounded scores").isCloseTo(5 / 6.0, within(1e-12));
        assertThat(scores.get(2).value()).as("F1").isCloseTo(4 / 6.0, within(1e-12));
        assertThat(scores.get(4).value()).as("sensitivity").isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scores.get(5).value()).as("specificity").isCloseTo(1 / 2.0, within(1e-12));
    }

    @Test
    void notANumberIsRefused() throws IOException {
        Rows set = new Rows(List.of(new int[] {0, 0, 1, 1, 1, 1}));
        Tally<?> tally = Tally.of(new BinaryFamily(ClassMatch.of(SOIL_CROP, SOIL_CROP), 1), set);
        assertThatThrownBy(() -> tally.add(0, crop(.1f, .7f, Float.NaN, .8f, .9f, .99f)))
                .hasMessageContaining("got NaN at pixel 2");
        assertThat(tally.images()).isZero();
    }

    /** Two objects in the truth; one found, one missed, one invented. */
    @Test
    void objectsAreConnectedParts() throws IOException {
        List<LabelClass> grounded = classes("background", "nucleus");
        InstanceFamily family = new InstanceFamily();
        Prediction said =
                new Prediction(new Semantic(map(1, 1, 0, 0, 0, 1), grounded, Findings.none()), Optional.empty());
        assertThat(family.shown(said).sharedLabels()).containsExactly(1, 1, 0, 0, 0, 3);
        Dataset nuclei = new Rows(List.of(new int[] {1, 1, 0, 1, 0, 0}), grounded);
        double[] scores = Tally.of(family, nuclei).add(0, said);
        assertThat(scores[0]).as("AP at 0.5").isCloseTo(1 / 3.0, within(1e-12));
        assertThat(scores[3]).as("panoptic quality").isCloseTo(1 / 2.0, within(1e-12));
        assertThat(scores[5]).as("aggregated Jaccard").isCloseTo(2 / 4.0, within(1e-12));
    }

    @Test
    void aSteadyGainIsSure() throws IOException {
        int[] truth = {0, 0, 0, 1, 1, 1};
        Rows set = new Rows(Collections.nCopies(12, truth));
        SemanticFamily family = new SemanticFamily(ClassMatch.of(SOIL_CROP, List.of()));
        Tally<ConfusionMatrix> first = Tally.of(family, set);
        Tally<ConfusionMatrix> second = Tally.of(family, set);
        for (int index = 0; index < 12; index++) {
            first.add(index, labels(0, 0, 0, 0, 1, 1));
            second.add(index, labels(truth));
        }
        Bootstrap.Difference gain =
                first.differences(second, new Bootstrap(1000, 0.95, 0)).get(1);
        assertThat(gain.value().value()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(gain.p()).isLessThan(0.01);
        second.drop();
        assertThatThrownBy(() -> first.differences(second, Bootstrap.usual())).hasMessageContaining("12 and 11");
    }

    @Test
    void regionsNeedNoNames() throws IOException {
        Rows set = new Rows(List.of(new int[] {0, 0, 0, 1, 1, 255}));
        Tally<?> tally = Tally.of(new RegionFamily(), set);
        double[] scores = tally.add(0, labels(5, 5, 5, 2, 2, 2));
        assertThat(scores[1]).isEqualTo(1);
        assertThat(scores[2]).isZero();
    }
}
