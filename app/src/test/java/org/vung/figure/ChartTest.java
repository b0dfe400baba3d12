package org.vung.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Size;

class ChartTest {

    private static final int RED = 0xCC0000;

    private static Chart.Curve rising() {
        return new Chart.Curve("rising", RED, List.of(0.0, 10.0), List.of(0.0, 5.0));
    }

    private static int reds(Image image, int fromColumn, int toColumn) {
        int lowest = -1;
        for (int row = 140; row < image.height(); row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                boolean red = image.sample(row, column, 0) > 180 && image.sample(row, column, 1) < 60;
                lowest = red ? row : lowest;
            }
        }
        return lowest;
    }

    @Test
    void aCurveThatRisesIsHigherOnTheRight() {
        Image image = new Chart("growth", "minutes", "ha", List.of(rising())).draw(new Size(400, 500));
        assertThat(image.size()).isEqualTo(new Size(400, 500));
        int left = reds(image, 90, 130);
        int right = reds(image, 300, 340);
        assertThat(left).isGreaterThan(right);
        assertThat(right).isPositive();
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> new Chart("none", "", "", List.of())).hasMessageContaining("at least 1 curve");
        assertThatThrownBy(() -> new Chart.Curve("odd", RED, List.of(1.0), List.of()))
                .hasMessageContaining("1 and 0");
        assertThatThrownBy(() -> new Chart("small", "", "", List.of(rising())).draw(new Size(10, 10)))
                .hasMessageContaining("10x10");
    }
}
