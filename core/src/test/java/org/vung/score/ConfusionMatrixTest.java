package org.vung.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class ConfusionMatrixTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void scoresAreThoseOfScikitLearn() {
        for (ScoreCases each : ScoreCases.read("labels.txt")) {
            int classes = Math.max(each.map("truth").count(), each.map("said").count());
            ConfusionMatrix matrix =
                    ConfusionMatrix.of(classes, each.map("truth"), each.map("said"), ConfusionMatrix.NONE_IGNORED);
            double[] counts = each.numbers("matrix");
            for (int at = 0; at < counts.length; at++) {
                assertThat(matrix.count(at / classes, at % classes)).isEqualTo((long) counts[at]);
            }
            assertThat(matrix.accuracy()).isCloseTo(each.number("accuracy"), EXACT);
            assertThat(matrix.meanAccuracy()).isCloseTo(each.number("mean_accuracy"), EXACT);
            assertThat(matrix.meanIou()).isCloseTo(each.number("mean_iou"), EXACT);
            assertThat(matrix.meanDice()).isCloseTo(each.number("mean_dice"), EXACT);
            assertThat(matrix.frequencyWeightedIou()).isCloseTo(each.number("weighted_iou"), EXACT);
        }
    }

    /** The published matrix of orobix/retina-unet on 20 test images of DRIVE, and the scores printed beside it. */
    @Test
    void theRetinaNetworkScoresWhatItsAuthorsPrinted() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{3_895_256, 65_238}, {134_513, 443_136}});
        assertThat(matrix.pixels()).isEqualTo(4_538_143);
        assertThat(matrix.accuracy()).isCloseTo(4_338_392.0 / 4_538_143, within(1e-9));
        assertThat(matrix.recall(1)).isCloseTo(443_136.0 / 577_649, within(1e-9));
        assertThat(matrix.specificity(1)).isCloseTo(3_895_256.0 / 3_960_494, within(1e-9));
        assertThat(matrix.precision(1)).isCloseTo(443_136.0 / 508_374, within(1e-9));
        assertThat(matrix.dice(1)).isCloseTo(886_272.0 / 1_086_023, within(1e-9));
        assertThat(List.of(
                        matrix.accuracy(),
                        matrix.recall(1),
                        matrix.specificity(1),
                        matrix.precision(1),
                        matrix.dice(1)))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 5e-6 ? 0 : 1)
                .containsExactly(.95598, .76714, .98353, .87167, .81607);
    }

    @Test
    void byHand() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{3, 1, 0}, {0, 4, 2}, {0, 0, 0}});
        assertThat(matrix.accuracy()).isCloseTo(0.7, EXACT);
        assertThat(matrix.meanAccuracy()).isCloseTo((3 / 4.0 + 4 / 6.0) / 2, EXACT);
        assertThat(matrix.meanIou()).isCloseTo((3 / 4.0 + 4 / 7.0) / 2, EXACT);
        assertThat(matrix.meanIouOfAll()).isCloseTo((3 / 4.0 + 4 / 7.0) / 3, EXACT);
        assertThat(matrix.frequencyWeightedIou()).isCloseTo((4 * 3 / 4.0 + 6 * 4 / 7.0) / 10, EXACT);
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.specificity(2)).isCloseTo(0.8, EXACT);
    }

    @Test
    void aClassNobodyKnowsMakesTheMeanOverAllNaN() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{3, 0}, {0, 0}});
        assertThat(matrix.meanIou()).isEqualTo(1);
        assertThat(matrix.meanIouOfAll()).isNaN();
    }

    @Test
    void pixelsAreIgnoredByTheirTruthAlone() {
        Size size = new Size(1, 4);
        LabelMap truth = LabelMap.of(size, new int[] {0, 1, 255, 1});
        LabelMap said = LabelMap.of(size, new int[] {2, 1, 0, 1});
        ConfusionMatrix matrix = ConfusionMatrix.of(3, truth, said, 255);
        assertThat(matrix.pixels()).isEqualTo(3);
        assertThat(matrix.count(0, 2)).isEqualTo(1);
        assertThat(matrix.count(1, 1)).isEqualTo(2);
    }

    @Test
    void nothingToCountIsNaN() {
        LabelMap all = LabelMap.of(new Size(1, 1), new int[] {255});
        LabelMap said = LabelMap.of(new Size(1, 1), new int[] {0});
        ConfusionMatrix matrix = ConfusionMatrix.of(2, all, said, 255);
        assertThat(matrix.pixels()).isZero();
        assertThat(matrix.accuracy()).isNaN();
        assertThat(matrix.meanIou()).isNaN();
    }

    @Test
    void sumsAreThoseOfAllPixels() {
        Size size = new Size(40, 9);
        LabelMap truth = ScoreCases.chance(size, 5, 1);
        LabelMap said = ScoreCases.chance(size, 5, 2);
        ConfusionMatrix whole = ConfusionMatrix.of(5, truth, said, ConfusionMatrix.NONE_IGNORED);
        assertThat(ConfusionMatrix.sum(List.of(whole, whole))).isEqualTo(whole.plus(whole));
        assertThat(whole.plus(whole).count(3, 2)).isEqualTo(2 * whole.count(3, 2));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        LabelMap one = LabelMap.of(new Size(1, 2), new int[] {0, 3});
        LabelMap other = LabelMap.of(new Size(2, 1), new int[] {0, 0});
        assertThatThrownBy(() -> ConfusionMatrix.of(3, one, other, 255)).hasMessageContaining("size");
        assertThatThrownBy(() -> ConfusionMatrix.of(3, one, one, 255))
                .hasMessage("truth must have labels 0 … 2, got 3; name it as ignored if nobody knows these pixels");
        assertThatThrownBy(() -> ConfusionMatrix.of(3, LabelMap.of(one.size(), new int[2]), one, 255))
                .hasMessageContaining("prediction must have labels 0 … 2, got 3");
        assertThatThrownBy(() -> ConfusionMatrix.of(new long[][] {{1, 2}})).hasMessageContaining("square");
    }
}
