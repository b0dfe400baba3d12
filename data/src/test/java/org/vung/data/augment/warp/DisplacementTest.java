package org.vung.data.augment.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.order.SplitMix64;
import org.vung.image.Size;

class DisplacementTest {

    /** Keys 1981, equation 4 with a = −½: a sum over all nodes there could be, weighed by the distance to each. */
    private static double keys(double distance) {
        double s = Math.abs(distance);
        if (s < 1) {
            return 1.5 * s * s * s - 2.5 * s * s + 1;
        }
        return s < 2 ? -0.5 * s * s * s + 2.5 * s * s - 4 * s + 2 : 0;
    }

    private static double expected(double[] nodes, int grid, double row, double column) {
        double sum = 0;
        for (int i = -3; i < grid + 3; i++) {
            for (int j = -3; j < grid + 3; j++) {
                int node = Math.max(0, Math.min(grid - 1, i)) * grid + Math.max(0, Math.min(grid - 1, j));
                sum += nodes[node] * keys(row - i) * keys(column - j);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"3, 64, 48", "3, 5, 5", "2, 9, 30", "5, 33, 17", "3, 2, 3"})
    void everyPixelMovesByTheBicubicSumOfTheNodes(int grid, int height, int width) {
        SplitMix64 random = new SplitMix64(grid);
        double[] down = random.doubles((long) grid * grid, -10, 10).toArray();
        double[] right = random.doubles((long) grid * grid, -10, 10).toArray();
        Displacement field = Displacement.of(new Size(height, width), grid, down, right);
        for (int row = 0; row < height; row++) {
            for (double column = 0; column <= width - 1; column += 0.37) {
                double[] rows = {row};
                double[] columns = {column};
                field.move(rows, columns);
                double rowNode = row * (grid - 1.0) / (height - 1);
                double columnNode = column * (grid - 1.0) / (width - 1);
                assertThat(rows[0] - row).isCloseTo(expected(down, grid, rowNode, columnNode), within(1e-11));
                assertThat(columns[0] - column).isCloseTo(expected(right, grid, rowNode, columnNode), within(1e-11));
            }
        }
    }

    @Test
    void nodesMoveByTheirOwnVectors() {
        double[] down = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] right = {-1, -2, -3, -4, -5, -6, -7, -8, -9};
        double[] rows = {0, 0, 10, 20, 20, 30};
        double[] columns = {0, 40, 20, 0, 40, -5};
        Displacement.of(new Size(21, 41), 3, down, right).move(rows, columns);
        assertThat(rows).containsExactly(1, 3, 15, 27, 29, 37);
        assertThat(columns).containsExactly(-1, 37, 15, -7, 31, -12);
    }

    @Test
    void vectorsAreGaussianOfTheDeviationAsked() {
        double squares = 0;
        double sum = 0;
        int fields = 500;
        for (int draw = 0; draw < fields; draw++) {
            double[] rows = {0, 0, 0, 5, 5, 5, 10, 10, 10};
            double[] columns = {0, 5, 10, 0, 5, 10, 0, 5, 10};
            Displacement.random(new Size(11, 11), 3, 10, new SplitMix64(draw)).move(rows, columns);
            for (int node = 0; node < 9; node++) {
                double down = rows[node] - 5 * (node / 3);
                double right = columns[node] - 5 * (node % 3);
                squares += down * down + right * right;
                sum += down + right;
            }
        }
        assertThat(Math.sqrt(squares / (fields * 18))).isBetween(9.6, 10.4);
        assertThat(sum / (fields * 18)).isBetween(-0.5, 0.5);
    }

    @Test
    void aPixelHasAVectorToo() {
        double[] rows = {0};
        double[] columns = {0};
        Displacement.of(new Size(1, 1), 2, new double[] {3, 3, 3, 3}, new double[] {1, 1, 1, 1})
                .move(rows, columns);
        assertThat(rows[0]).isEqualTo(3);
        assertThat(columns[0]).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Displacement.of(new Size(1, 1), 3, new double[4], new double[9]))
                .withMessageContaining("got 3 with 4 and 9");
    }
}
