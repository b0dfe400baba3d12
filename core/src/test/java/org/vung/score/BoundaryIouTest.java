package org.vung.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vung.image.Size;

class BoundaryIouTest {

    @Test
    void bordersAreThoseOfOpenCv() {
        for (ScoreCases each : ScoreCases.read("labels.txt")) {
            assertThat(BoundaryIou.of(each.flags("truth"), each.flags("said"), each.size())
                            .value())
                    .isCloseTo(each.number("boundary"), within(1e-12));
        }
    }

    @Test
    void bordersAreAsWideAsTheDistance() {
        Size size = new Size(7, 9);
        boolean[] full = new boolean[63];
        java.util.Arrays.fill(full, true);
        boolean[] border = BoundaryIou.border(full, size, 2);
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 9; column++) {
                assertThat(border[size.index(row, column)]).isEqualTo(row < 2 || row > 4 || column < 2 || column > 6);
            }
        }
    }

    /** 2 % of the diagonal: 600 for 360 × 480, so 12. */
    @Test
    void theDistanceGrowsWithTheImage() {
        assertThat(BoundaryIou.distance(new Size(360, 480))).isEqualTo(12);
        assertThat(BoundaryIou.distance(new Size(1, 1))).isEqualTo(1);
    }

    @Test
    void nothingOnEitherSideIsNaN() {
        assertThat(BoundaryIou.of(new boolean[1], new boolean[1], new Size(1, 1))
                        .value())
                .isNaN();
        assertThat(BoundaryIou.of(new boolean[] {true}, new boolean[1], new Size(1, 1))
                        .value())
                .isZero();
    }
}
