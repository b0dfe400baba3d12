package org.vung.data.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochOrderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void everySampleOccursOnce(int count) {
        int[] order = new EpochOrder(count, 5).of(3);
        assertThat(Arrays.stream(order).sorted())
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    }

    @Test
    void theOrderIsAFunctionOfSeedAndEpoch() {
        assertThat(new EpochOrder(50, 1).of(2)).isEqualTo(new EpochOrder(50, 1).of(2));
        assertThat(new EpochOrder(50, 1).of(2)).isNotEqualTo(new EpochOrder(50, 1).of(3));
        assertThat(new EpochOrder(50, 1).of(2)).isNotEqualTo(new EpochOrder(50, 2).of(1));
    }

    @Test
    void everyOrderIsAsLikelyAsAnother() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int epoch = 0; epoch < 6000; epoch++) {
            counts.merge(Arrays.toString(new EpochOrder(3, 9).of(epoch)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(855, 1145));
    }

    /** Worked out by another program from the description; a change here changes the order of every run that is to be repeated. */
    @Test
    void theOrderStaysAsItIs() {
        assertThat(new EpochOrder(8, 42).of(0)).containsExactly(3, 5, 6, 7, 1, 4, 0, 2);
        assertThat(new EpochOrder(8, 42).of(1)).containsExactly(6, 3, 2, 5, 7, 4, 1, 0);
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpochOrder(0, 1))
                .withMessage("count must be at least 1 sample, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpochOrder(1, 1).of(-1))
                .withMessage("epoch must be at least 0, got -1");
    }
}
