package org.vung.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelQueueTest {

    @Test
    void pixelsLeaveAsFromOneHeap() {
        SplittableRandom random = new SplittableRandom(2);
        for (double[] special :
                new double[][] {{}, {Double.NaN}, {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}}) {
            long[] priorities = new long[3000];
            for (int pixel = 0; pixel < priorities.length; pixel++) {
                boolean odd = special.length > 0 && random.nextInt(50) == 0;
                double height = odd ? special[random.nextInt(special.length)] : random.nextInt(400) / 8.0 - 20;
                priorities[pixel] = PixelQueue.order(height);
            }
            LevelQueue levels = new LevelQueue(priorities, -20, 30);
            PixelQueue heap = new PixelQueue(16);
            for (int next = 0; next < priorities.length || !heap.isEmpty(); ) {
                if (next < priorities.length && (heap.isEmpty() || random.nextInt(5) < 3)) {
                    heap.push(priorities[next], next);
                    levels.push(next++);
                } else {
                    assertThat(levels.pop()).isEqualTo(heap.pop());
                }
            }
            assertThat(levels.isEmpty()).isTrue();
        }
    }
}
