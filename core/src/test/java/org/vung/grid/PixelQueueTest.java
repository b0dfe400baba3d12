package org.vung.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PixelQueueTest {

    private record Entry(long priority, int pixel) {}

    @Test
    void equalPrioritiesLeaveInTheOrderOfEntering() {
        PixelQueue queue = new PixelQueue(1);
        PriorityQueue<Entry> expected =
                new PriorityQueue<>(Comparator.comparingLong(Entry::priority).thenComparingInt(Entry::pixel));
        SplittableRandom random = new SplittableRandom(11);
        int next = 0;
        for (int step = 0; step < 20_000; step++) {
            if (queue.isEmpty() || random.nextInt(5) < 3) {
                long priority = random.nextInt(12);
                queue.push(priority, next);
                expected.add(new Entry(priority, next++));
            } else {
                Entry least = expected.remove();
                assertThat(queue.pop()).isEqualTo(least.pixel());
                assertThat(queue.takenPriority()).isEqualTo(least.priority());
                assertThat(queue.taken()).isEqualTo(least.pixel());
            }
        }
    }

    @Test
    void equalSeedsLeaveAsTheTextbookHeapGivesThem() {
        PixelQueue queue = new PixelQueue(8);
        for (int pixel = 0; pixel < 5; pixel++) {
            queue.seed(0, pixel);
        }
        int[] left = {queue.pop(), queue.pop(), queue.pop(), queue.pop(), queue.pop()};
        assertThat(left).containsExactly(0, 4, 3, 2, 1);
    }

    @Test
    void seedsComeBeforePushes() {
        PixelQueue queue = new PixelQueue(8);
        queue.seed(0, 1);
        queue.push(0, 2);
        assertThatThrownBy(() -> queue.seed(0, 3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ordersFollowTheNumbers() {
        double[] rising = {
            Double.NEGATIVE_INFINITY, -2, -1e-300, 0, 1e-300, 0.5, 7, Double.POSITIVE_INFINITY, Double.NaN
        };
        for (int at = 1; at < rising.length; at++) {
            assertThat(PixelQueue.order(rising[at - 1])).isLessThan(PixelQueue.order(rising[at]));
        }
        assertThat(PixelQueue.order(-0.0)).isEqualTo(PixelQueue.order(0.0));
    }
}
