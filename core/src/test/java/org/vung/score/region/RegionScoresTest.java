package org.vung.score.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.score.Contingency;
import org.vung.score.ScoreCases;

class RegionScoresTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void scoresAreThoseOfScikitImageAndLearn() {
        for (ScoreCases each : ScoreCases.read("labels.txt")) {
            Contingency overlaps = Contingency.of(each.map("truth"), each.map("said"));
            assertThat(RandIndex.of(overlaps)).isCloseTo(each.number("rand_index"), EXACT);
            assertThat(AdaptedRand.of(overlaps).error()).isCloseTo(each.number("adapted_error"), EXACT);
            assertThat(AdaptedRand.of(overlaps).precision()).isCloseTo(each.number("adapted_precision"), EXACT);
            assertThat(AdaptedRand.of(overlaps).recall()).isCloseTo(each.number("adapted_recall"), EXACT);
            assertThat(VariationOfInformation.of(overlaps).splits()).isCloseTo(each.number("splits"), EXACT);
            assertThat(VariationOfInformation.of(overlaps).merges()).isCloseTo(each.number("merges"), EXACT);
            assertThat(Covering.of(List.of(overlaps)).value()).isCloseTo(each.number("covering"), EXACT);
        }
    }

    @Test
    void theRandIndexCountsPairs() {
        LabelMap one = ScoreCases.chance(new Size(5, 6), 4, 1);
        LabelMap other = ScoreCases.chance(new Size(5, 6), 3, 2);
        int agree = 0;
        for (int p = 0; p < 30; p++) {
            for (int q = 0; q < p; q++) {
                boolean joined = one.sharedLabels()[p] == one.sharedLabels()[q];
                agree += joined == (other.sharedLabels()[p] == other.sharedLabels()[q]) ? 1 : 0;
            }
        }
        assertThat(RandIndex.of(Contingency.of(one, other))).isCloseTo(agree / 435.0, EXACT);
    }

    /**
     * Two images, two thresholds, one person each. Left threshold: image 1 perfect, image 2 all one region; right threshold: the
     * other way round. No threshold is best for all, each image has a perfect one.
     */
    @Test
    void benchmarkByHand() {
        Size size = new Size(1, 4);
        LabelMap halves = LabelMap.of(size, new int[] {1, 1, 2, 2});
        LabelMap whole = LabelMap.of(size, new int[] {1, 1, 1, 1});
        RegionBenchmark benchmark = new RegionBenchmark(2);
        benchmark.add(List.of(halves), List.of(halves, whole));
        benchmark.add(List.of(halves), List.of(whole, halves));
        assertThat(benchmark.covering()).isEqualTo(new RegionBenchmark.Result(0.75, 1));
        assertThat(benchmark.bestCovering()).isEqualTo(1);
        assertThat(benchmark.variationOfInformation()).isEqualTo(new RegionBenchmark.Result(0.5, 0));
        assertThat(benchmark.randIndex().ods()).isCloseTo((1 + 1 / 3.0) / 2, EXACT);
        assertThat(benchmark.randIndex().ois()).isEqualTo(1);
    }

    @Test
    void everyRegionMayTakeItsOwnThreshold() {
        Size size = new Size(1, 4);
        LabelMap person = LabelMap.of(size, new int[] {1, 1, 2, 3});
        RegionBenchmark benchmark = new RegionBenchmark(2);
        benchmark.add(List.of(person), List.of(LabelMap.of(size, new int[] {1, 1, 2, 2}), LabelMap.of(size, new int[] {
            1, 4, 2, 3
        })));
        assertThat(benchmark.covering().ois()).isCloseTo(0.75, EXACT);
        assertThat(benchmark.bestCovering()).isEqualTo(1);
    }

    @Test
    void onePixelHasNoPairs() {
        LabelMap pixel = LabelMap.of(new Size(1, 1), new int[] {0});
        Contingency overlaps = Contingency.of(pixel, pixel);
        assertThat(RandIndex.of(overlaps)).isNaN();
        assertThat(AdaptedRand.of(overlaps).error()).isNaN();
        assertThat(VariationOfInformation.of(overlaps).total()).isZero();
    }
}
