package org.vung.score.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.score.ScoreCases;

class ObjectScoresTest {

    @Test
    void matchesAreThoseOfTheReference() {
        for (ScoreCases each : ScoreCases.read("labels.txt")) {
            Overlaps overlaps = Overlaps.of(each.map("truth"), each.map("said"));
            for (double threshold : new double[] {0.5, 0.65, 0.9}) {
                double[] expected = each.numbers("matches_" + threshold);
                Matches matches = overlaps.at(threshold);
                assertThat(new double[] {matches.matched(), matches.invented(), matches.missed(), matches.iou()})
                        .containsExactly(expected, within(1e-12));
            }
            assertThat(overlaps.aggregatedJaccard()).isCloseTo(each.number("jaccard"), within(1e-12));
            assertThat(overlaps.aggregatedJaccardOneToOne())
                    .isCloseTo(each.number("jaccard_one_to_one"), within(1e-12));
        }
    }

    @Test
    void theLeastCostIsThatOfAllOrders() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int rows = 1 + random.nextInt(6);
            int columns = 1 + random.nextInt(6);
            double[][] costs = new double[rows][columns];
            for (double[] row : costs) {
                for (int column = 0; column < columns; column++) {
                    row[column] = round % 2 == 0 ? random.nextGaussian() : random.nextInt(4) - 2;
                }
            }
            int[] pairs = Assignment.solve(costs);
            double sum = 0;
            int paired = 0;
            long used = 0;
            for (int row = 0; row < rows; row++) {
                if (pairs[row] >= 0) {
                    sum += costs[row][pairs[row]];
                    paired++;
                    used |= 1L << pairs[row];
                }
            }
            assertThat(paired).isEqualTo(Math.min(rows, columns)).isEqualTo(Long.bitCount(used));
            assertThat(sum).isCloseTo(least(costs, 0, 0, Math.max(0, rows - columns)), within(1e-9));
        }
    }

    /** Every order tried; so many rows may go without. */
    private static double least(double[][] costs, int row, int used, int without) {
        if (row == costs.length) {
            return 0;
        }
        double best = without > 0 ? least(costs, row + 1, used, without - 1) : Double.POSITIVE_INFINITY;
        for (int column = 0; column < costs[0].length; column++) {
            if ((used >> column & 1) == 0) {
                best = Math.min(best, costs[row][column] + least(costs, row + 1, used | 1 << column, without));
            }
        }
        return best;
    }

    /** IoU: A-X 5/9, A-Y 2/7, B-X 2/10, B-Y 0. The largest first pairs A with X and leaves B; at 0.2 both can be had. */
    @Test
    void theBestPairingFindsMoreThanTheLargestFirst() {
        LabelMap truth = LabelMap.of(new Size(1, 20), row("AAAAAAA......BBBBB.."));
        LabelMap said = LabelMap.of(new Size(1, 20), row("YYXXXXX......XX....."));
        Overlaps overlaps = Overlaps.of(truth, said);
        assertThat(overlaps.at(0.2).matched()).isEqualTo(2);
        assertThat(overlaps.at(0.5).matched()).isEqualTo(1);
    }

    private static int[] row(String letters) {
        return letters.chars()
                .map(letter -> letter == '.' ? 0 : letter >= 'X' ? letter - 'X' + 1 : letter - 'A' + 1)
                .toArray();
    }

    @Test
    void labelsMayHaveGaps() {
        Size size = new Size(1, 4);
        Matches matches = Overlaps.of(
                        LabelMap.of(size, new int[] {7, 7, 0, 300}), LabelMap.of(size, new int[] {9, 9, 0, 2}))
                .at(1);
        assertThat(matches).isEqualTo(new Matches(2, 0, 0, 2));
    }

    @Test
    void nothingOnOneSideOrBoth() {
        Size size = new Size(1, 2);
        LabelMap none = LabelMap.of(size, new int[2]);
        LabelMap one = LabelMap.of(size, new int[] {0, 1});
        assertThat(Overlaps.of(none, one).at(0.5)).isEqualTo(new Matches(0, 1, 0, 0));
        assertThat(Overlaps.of(one, none).at(0.5)).isEqualTo(new Matches(0, 0, 1, 0));
        assertThat(Overlaps.of(one, none).aggregatedJaccard()).isZero();
        assertThat(Overlaps.of(none, one).aggregatedJaccard()).isZero();
        assertThat(Overlaps.of(none, none).aggregatedJaccard()).isNaN();
        assertThat(ObjectScores.of(none, none).meanAveragePrecision()).isNaN();
        assertThat(Matches.NONE.panopticQuality()).isNaN();
    }

    /** 900 squares, moved by a pixel in both directions: IoU 16 / 34 of 5 × 5 each. */
    @Test
    void hundredsOfObjects() {
        Size size = new Size(182, 182);
        int[] truth = new int[size.pixels()];
        int[] said = new int[size.pixels()];
        for (int row = 0; row < 180; row++) {
            for (int column = 0; column < 180; column++) {
                if (row % 6 < 5 && column % 6 < 5) {
                    int object = 1 + row / 6 * 30 + column / 6;
                    truth[size.index(row, column)] = object;
                    said[size.index(row + 1, column + 1)] = 901 - object;
                }
            }
        }
        Overlaps overlaps = Overlaps.of(LabelMap.wrap(size, truth), LabelMap.wrap(size, said));
        assertThat(overlaps.at(0.47).matched()).isEqualTo(900);
        assertThat(overlaps.at(0.5).matched()).isZero();
        assertThat(overlaps.aggregatedJaccard()).isCloseTo(16 / 34.0, within(1e-12));
    }

    @Test
    void scoresByHand() {
        Matches matches = new Matches(3, 1, 2, 2.4);
        assertThat(matches.averagePrecision()).isEqualTo(0.5);
        assertThat(matches.panopticQuality()).isCloseTo(2.4 / 4.5, within(1e-12));
        assertThat(matches.f1()).isCloseTo(6 / 9.0, within(1e-12));
        assertThat(matches.precision()).isEqualTo(0.75);
        assertThat(matches.recall()).isEqualTo(0.6);
        assertThatThrownBy(() -> Overlaps.of(
                                LabelMap.of(new Size(1, 1), new int[1]), LabelMap.of(new Size(1, 1), new int[1]))
                        .at(0))
                .hasMessage("threshold must be above 0 up to 1, got 0.0");
    }
}
