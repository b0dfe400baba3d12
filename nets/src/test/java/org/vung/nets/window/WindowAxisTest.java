package org.vung.nets.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowAxisTest {

    @Test
    void windowsOverlapByHalfAndEndWithTheImage() {
        assertThat(WindowAxis.of(100, 40).starts()).isEqualTo(List.of(0, 20, 40, 60));
        assertThat(WindowAxis.of(101, 40).starts()).isEqualTo(List.of(0, 15, 31, 46, 61));
        assertThat(WindowAxis.of(40, 40).starts()).isEqualTo(List.of(0));
        assertThat(WindowAxis.of(7, 40).starts()).isEqualTo(List.of(0));
        assertThat(WindowAxis.of(3, 1).starts()).isEqualTo(List.of(0, 1, 2));
    }

    @Test
    void weightsFallFromTheMiddle() {
        float[] weights = Blend.weights(9);
        assertThat(weights[4]).isEqualTo(1);
        assertThat(weights[0]).isEqualTo(weights[8]).isBetween(1e-4f, 3e-3f); // exp(−½ · (4 ÷ 1.125)²) = 0.0018
    }

    /** A mean of the same number is the number, whatever the weights. */
    @ParameterizedTest
    @CsvSource({"50, 37, 16, 12", "5, 6, 16, 12", "16, 12, 16, 12", "3, 40, 1, 3"})
    void aBlendOfWhatAllWindowsSayIsThat(int height, int width, int rows, int columns) {
        WindowAxis down = WindowAxis.of(height, rows);
        WindowAxis across = WindowAxis.of(width, columns);
        Blend blend = new Blend(2, rows, columns, width);
        float[] means = new float[2 * width];
        int done = 0;
        for (int at = 0; at < down.starts().size(); at++) {
            int top = down.starts().get(at);
            for (int left : across.starts()) {
                for (int i = 0; i < Math.min(rows, height - top); i++) {
                    blend.add(top, left, i, row(top + i, left, columns), 0, columns);
                }
            }
            int next = at + 1 < down.starts().size() ? down.starts().get(at + 1) : height;
            for (; done < next; done++) {
                blend.take(done, means);
                for (int column = 0; column < width; column++) {
                    assertThat(means[column]).isBetween(done - 1e-3f, done + 1e-3f);
                    assertThat(means[width + column]).isBetween(column - 1e-3f, column + 1e-3f);
                }
            }
        }
        assertThat(done).isEqualTo(height);
    }

    /** Plane 0 holds the row of the image, plane 1 its column. */
    private static float[] row(int row, int left, int columns) {
        float[] scores = new float[2 * columns];
        for (int column = 0; column < columns; column++) {
            scores[column] = row;
            scores[columns + column] = left + column;
        }
        return scores;
    }
}
