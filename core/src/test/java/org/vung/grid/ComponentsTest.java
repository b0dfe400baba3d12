package org.vung.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    @Test
    void cornersJoinOnlyInTheEightNeighbourhood() {
        int[] values = {
            7, 0, 0, //
            0, 7, 0,
            0, 0, 7
        };
        assertThat(Components.label(values, 3, 3, Neighbourhood.FOUR)).containsExactly(0, 1, 1, 2, 3, 1, 2, 2, 4);
        assertThat(Components.label(values, 3, 3, Neighbourhood.EIGHT)).containsExactly(0, 1, 1, 1, 0, 1, 1, 1, 0);
    }

    @Test
    void randomArraysAgreeWithFilling() {
        SplittableRandom random = new SplittableRandom(7);
        for (int[] size : new int[][] {{1, 1}, {1, 40}, {40, 1}, {33, 17}, {200, 90}}) {
            for (int kinds : new int[] {2, 3, 9}) {
                int[] values = random.ints((long) size[0] * size[1], 0, kinds).toArray();
                for (Neighbourhood neighbourhood : Neighbourhood.values()) {
                    assertThat(Components.label(values, size[0], size[1], neighbourhood))
                            .isEqualTo(filled(values, size[0], size[1], neighbourhood));
                }
            }
        }
    }

    @Test
    void aSpiralAcrossAllBandsIsOneComponent() {
        int side = 129;
        int[] values = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean wall = column % 2 == 1 && (column % 4 == 1 ? row < side - 1 : row > 0);
                values[row * side + column] = wall ? column : -1;
            }
        }
        int[] labels = Components.label(values, side, side, Neighbourhood.FOUR);
        for (int pixel = 0; pixel < values.length; pixel++) {
            assertThat(labels[pixel] == 0).isEqualTo(values[pixel] == -1);
        }
    }

    @Test
    void theArrayMustFillTheGrid() {
        assertThatThrownBy(() -> Components.label(new int[5], 2, 3, Neighbourhood.FOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2x3")
                .hasMessageContaining("5");
    }

    private static int[] filled(int[] values, int height, int width, Neighbourhood neighbourhood) {
        int[] labels = new int[values.length];
        Arrays.fill(labels, -1);
        int next = 0;
        for (int start = 0; start < values.length; start++) {
            if (labels[start] >= 0) {
                continue;
            }
            ArrayDeque<Integer> open = new ArrayDeque<>();
            labels[start] = next;
            open.add(start);
            while (!open.isEmpty()) {
                int pixel = open.remove();
                for (int n = 0; n < neighbourhood.count(); n++) {
                    int row = pixel / width + neighbourhood.rowStep(n);
                    int column = pixel % width + neighbourhood.columnStep(n);
                    int other = row * width + column;
                    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                    if (inside && labels[other] < 0 && values[other] == values[pixel]) {
                        labels[other] = next;
                        open.add(other);
                    }
                }
            }
            next++;
        }
        return labels;
    }
}
