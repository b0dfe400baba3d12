package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAreaTest {

    /** Three of the four pairs are in order; then one of the pairs is a tie. */
    @Test
    void pairsAreCountedByHand() {
        boolean[] truth = {false, false, true, true};
        assertThat(RocArea.of(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, truth)).isEqualTo(0.75);
        assertThat(RocArea.of(new float[] {0.1f, 0.4f, 0.4f, 0.8f}, truth)).isEqualTo(0.875);
        assertThat(RocArea.of(new float[] {-3f, -2f, -1f, 0f}, truth)).isEqualTo(1);
        assertThat(RocArea.of(new float[] {0f, 0f, -0f, 0f}, truth)).isEqualTo(0.5);
    }

    @Test
    void everyPairCountsOnce() {
        Random random = new Random(3);
        float[] scores = new float[300];
        boolean[] truth = new boolean[scores.length];
        for (int at = 0; at < scores.length; at++) {
            truth[at] = random.nextInt(3) == 0;
            scores[at] = random.nextInt(20) * 0.1f - 1f + (truth[at] ? 0.3f : 0);
        }
        double sum = 0;
        double pairs = 0;
        for (int one = 0; one < scores.length; one++) {
            for (int other = 0; other < scores.length; other++) {
                if (truth[one] && !truth[other]) {
                    pairs++;
                    sum += (Math.signum(scores[one] - scores[other]) + 1) / 2;
                }
            }
        }
        assertThat(RocArea.of(scores, truth)).isEqualTo(sum / pairs, within(1e-12));
    }
}
