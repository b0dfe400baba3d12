package org.vung.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistanceTransformTest {

    @Test
    void distancesAreThoseOfTrialOverAllPixels() {
        SplittableRandom random = new SplittableRandom(3);
        for (int[] size : new int[][] {{1, 30}, {30, 1}, {19, 23}, {40, 12}}) {
            for (int oneIn : new int[] {2, 9, 200}) {
                boolean[] inside = new boolean[size[0] * size[1]];
                for (int pixel = 0; pixel < inside.length; pixel++) {
                    inside[pixel] = random.nextInt(oneIn) != 0;
                }
                inside[random.nextInt(inside.length)] = false;
                assertThat(DistanceTransform.toOutside(inside, size[0], size[1]))
                        .isEqualTo(tried(inside, size[1]));
            }
        }
    }

    @Test
    void withoutAnOutsideEveryDistanceIsInfinite() {
        boolean[] inside = new boolean[12];
        Arrays.fill(inside, true);
        assertThat(DistanceTransform.toOutside(inside, 3, 4)).containsOnly(Double.POSITIVE_INFINITY);
    }

    private static double[] tried(boolean[] inside, int width) {
        double[] distances = new double[inside.length];
        for (int pixel = 0; pixel < inside.length; pixel++) {
            double least = Double.POSITIVE_INFINITY;
            for (int other = 0; other < inside.length; other++) {
                if (!inside[other]) {
                    double rows = pixel / width - other / width;
                    double columns = pixel % width - other % width;
                    least = Math.min(least, Math.sqrt(rows * rows + columns * columns));
                }
            }
            distances[pixel] = least;
        }
        return distances;
    }
}
