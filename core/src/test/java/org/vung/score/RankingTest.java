package org.vung.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void areasAreThoseOfScikitLearn() {
        for (ScoreCases each : ScoreCases.read("rankings.txt")) {
            Ranking ranking = Ranking.of(each.floats("scores"), each.flags("positive"));
            assertThat(ranking.areaUnderRoc()).isCloseTo(each.number("area"), within(1e-12));
            assertThat(ranking.averagePrecision()).isCloseTo(each.number("precision"), within(1e-12));
        }
    }

    /** The area is the share of pairs in the right order, equal ones half. */
    @Test
    void theAreaIsAShareOfPairs() {
        Random random = new Random(3);
        float[] scores = new float[200];
        boolean[] positive = new boolean[200];
        for (int at = 0; at < 200; at++) {
            positive[at] = random.nextInt(3) == 0;
            scores[at] = random.nextInt(21) / 10f - 1;
        }
        double right = 0;
        long pairs = 0;
        for (int one = 0; one < 200; one++) {
            for (int other = 0; other < 200; other++) {
                if (positive[one] && !positive[other]) {
                    right += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertThat(Ranking.of(scores, positive).areaUnderRoc()).isCloseTo(right / pairs, within(1e-14));
    }

    @Test
    void oneClassHasNoArea() {
        Ranking none = Ranking.of(new float[] {0.5f, 0.2f}, new boolean[2]);
        assertThat(none.areaUnderRoc()).isNaN();
        assertThat(none.averagePrecision()).isNaN();
        Ranking all = Ranking.of(new float[] {0.5f}, new boolean[] {true});
        assertThat(all.areaUnderRoc()).isNaN();
        assertThat(all.averagePrecision()).isEqualTo(1);
        assertThat(Ranking.of(new float[0], new boolean[0]).areaUnderRoc()).isNaN();
    }

    @Test
    void bothZerosAreOneScoreAndInfinitiesCount() {
        float[] scores = {-0f, 0f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        assertThat(Ranking.of(scores, new boolean[] {true, false, false, true}).areaUnderRoc())
                .isEqualTo(0.875);
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> Ranking.of(new float[] {0, Float.NaN}, new boolean[2]))
                .hasMessageContaining("got NaN at pixel 1");
    }
}
