package org.vung.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkeletonTest {

    private static boolean[] bar(int height, int width, int top, int rows, int left, int columns) {
        boolean[] mask = new boolean[height * width];
        for (int row = top; row < top + rows; row++) {
            Arrays.fill(mask, row * width + left, row * width + left + columns, true);
        }
        return mask;
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean inside : mask) {
            count += inside ? 1 : 0;
        }
        return count;
    }

    @Test
    void aBarBecomesItsMiddleLine() {
        boolean[] lines = Skeleton.of(bar(11, 40, 3, 5, 5, 30), 11, 40);
        for (int pixel = 0; pixel < lines.length; pixel++) {
            assertThat(!lines[pixel] || pixel / 40 == 5)
                    .as("pixel %d lies on the middle row", pixel)
                    .isTrue();
        }
        assertThat(count(lines)).isBetween(25, 28);
        assertThat(Skeleton.length(lines, 11, 40)).isBetween(24.0, 27.0);
    }

    @Test
    void aDiagonalIsLongerThanItsPixels() {
        boolean[] lines = new boolean[100];
        for (int at = 0; at < 10; at++) {
            lines[at * 10 + at] = true;
        }
        assertThat(Skeleton.of(lines, 10, 10)).isEqualTo(lines);
        assertThat(Skeleton.length(lines, 10, 10)).isCloseTo(9 * Math.sqrt(2), within(1e-12));
    }

    /** Zhang and Suen's passes may wipe out squares of two by two, so masks are opened up by chance of larger blocks. */
    @Test
    void whatHangsTogetherStillDoes() {
        Random random = new Random(4);
        for (int round = 0; round < 20; round++) {
            boolean[] mask = new boolean[60 * 60];
            for (int block = 0; block < 25; block++) {
                int top = 2 + random.nextInt(45);
                int left = 2 + random.nextInt(45);
                for (int row = top; row < top + 9; row++) {
                    Arrays.fill(mask, row * 60 + left, row * 60 + left + 9, true);
                }
            }
            boolean[] lines = Skeleton.of(mask, 60, 60);
            assertThat(parts(lines)).isEqualTo(parts(mask));
            for (int pixel = 0; pixel < mask.length; pixel++) {
                assertThat(mask[pixel] || !lines[pixel]).isTrue();
            }
        }
    }

    private static long parts(boolean[] mask) {
        int[] labels = Components.label(mask, 60, 60, Neighbourhood.EIGHT);
        return java.util.stream.IntStream.range(0, mask.length)
                .filter(pixel -> mask[pixel])
                .map(pixel -> labels[pixel])
                .distinct()
                .count();
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> Skeleton.of(new boolean[5], 2, 3))
                .hasMessageContaining("2x3")
                .hasMessageContaining("5");
    }
}
