package org.vung.classic.felzenszwalb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class IntroSortTest {

    @ParameterizedTest
    @CsvFileSource(resources = "orders.txt", delimiter = ';')
    void equalCostsEndInTheOrderOfArgsort(int count, int kinds, String crc) {
        long[] costs = kinds > 0 ? costs(count, kinds) : badForMedianOfThree(count);
        long[] sorted = costs.clone();
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        IntroSort.sort(sorted, order);
        assertThat(sorted).isSorted();
        assertThat(sorted)
                .containsExactly(Arrays.stream(order).mapToLong(i -> costs[i]).toArray());
        assertThat(Digest.of(order)).isEqualTo(crc);
    }

    @Test
    void nothingIsSorted() {
        long[] none = new long[0];
        IntroSort.sort(none, new int[0]);
        assertThat(none).isEmpty();
    }

    @Test
    void theHeapSortsAStretch() {
        long[] costs = {9, 5, 3, 8, 1, 3, 7, 0};
        int[] edges = {0, 1, 2, 3, 4, 5, 6, 7};
        HeapSort.sort(costs, edges, 1, 6);
        assertThat(costs).containsExactly(9, 1, 3, 3, 5, 7, 8, 0);
        assertThat(edges[1]).isEqualTo(4);
        assertThat(edges[7]).isEqualTo(7);
    }

    /** Whole numbers from a linear congruential generator, many of them equal. */
    private static long[] costs(int count, int kinds) {
        long[] costs = new long[count];
        long state = 1;
        for (int i = 0; i < count; i++) {
            state = (state * 1103515245 + 12345) % (1L << 31);
            costs[i] = state / 65536 % kinds;
        }
        return costs;
    }

    /** Musser's sequence that makes quicksort quadratic, every four neighbours made equal. */
    private static long[] badForMedianOfThree(int count) {
        long[] costs = new long[count + 1];
        int half = count / 2;
        for (int i = 1; i <= half; i++) {
            if (i % 2 == 1) {
                costs[i] = i;
                costs[i + 1] = (long) half + i;
            }
            costs[half + i] = 2L * i;
        }
        return Arrays.stream(costs, 1, count + 1).map(cost -> cost / 4).toArray();
    }
}
