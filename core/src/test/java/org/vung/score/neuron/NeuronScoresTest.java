package org.vung.score.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.score.ScoreCases;

class NeuronScoresTest {

    @Test
    void scoresAreThoseOfTheDefinitionsWrittenOut() {
        for (ScoreCases each : ScoreCases.read("slices.txt")) {
            Slice slice = Slice.of(each.flags("cell"), each.floats("probability"), each.size());
            NeuronScores scores = NeuronScores.of(List.of(slice));
            assertThat(scores.rand()).isCloseTo(each.number("rand"), within(1e-12));
            assertThat(scores.information()).isCloseTo(each.number("information"), within(1e-12));
            assertThat(scores.pixelError()).isCloseTo(each.number("pixel"), within(1e-12));
        }
    }

    @Test
    void linesLieWhereTheReferencePutsThem() {
        for (ScoreCases each : ScoreCases.read("slices.txt")) {
            float[] probability = each.floats("probability");
            boolean[] inside = new boolean[probability.length];
            for (int pixel = 0; pixel < inside.length; pixel++) {
                inside[pixel] = probability[pixel] > 0.5;
            }
            assertThat(Thinning.label(inside, each.size().height(), each.size().width()))
                    .isEqualTo(each.labels("thinned"));
        }
    }

    /** Two cells and a membrane three pixels wide: after thinning only the middle one is left, and the truth's is as thin. */
    @Test
    void aWideMembraneIsAsGoodAsAThinOne() {
        Size size = new Size(5, 9);
        boolean[] cell = new boolean[45];
        float[] wide = new float[45];
        for (int pixel = 0; pixel < 45; pixel++) {
            cell[pixel] = pixel % 9 != 4;
            wide[pixel] = Math.abs(pixel % 9 - 4) > 1 ? 1 : 0;
        }
        NeuronScores scores = NeuronScores.of(List.of(Slice.of(cell, wide, size)));
        assertThat(scores.rand()).isEqualTo(1);
        assertThat(scores.information()).isCloseTo(1, within(1e-12));
        assertThat(scores.pixelError()).isCloseTo(10 / 45.0, within(1e-12));
    }

    /** One cell of 4 for two of 2: 8 of 16 pairs are joined in both, 8 by the truth. P = 8/16, R = 1. */
    @Test
    void aMergedPairOfCellsByHand() {
        Size size = new Size(1, 5);
        boolean[] cell = {true, true, false, true, true};
        float[] all = {1, 1, 1, 1, 1};
        NeuronScores scores = NeuronScores.of(List.of(Slice.of(cell, all, size)));
        assertThat(scores.rand()).isCloseTo(2 * 0.5 / 1.5, within(1e-12));
        assertThat(scores.information()).isZero();
        assertThat(scores.pixelError()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void allBorderIsOneCellAndNoCellInTheTruthIsNaN() {
        Size size = new Size(2, 2);
        assertThat(Thinning.label(new boolean[4], 2, 2)).containsOnly(1);
        NeuronScores scores = NeuronScores.of(List.of(Slice.of(new boolean[4], new float[4], size)));
        assertThat(scores.rand()).isNaN();
        assertThat(scores.information()).isNaN();
        assertThat(scores.pixelError()).isZero();
    }

    @Test
    void onePixel() {
        NeuronScores scores =
                NeuronScores.of(List.of(Slice.of(new boolean[] {true}, new float[] {0.7f}, new Size(1, 1))));
        assertThat(scores.rand()).isEqualTo(1);
        assertThat(scores.pixelError()).isZero();
    }

    @Test
    void notANumberIsRefused() {
        float[] scores = new float[4];
        Arrays.fill(scores, Float.NaN);
        assertThatThrownBy(() -> Slice.of(new boolean[4], scores, new Size(2, 2)))
                .hasMessageContaining("got NaN at pixel 0");
    }
}
