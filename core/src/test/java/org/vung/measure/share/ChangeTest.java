package org.vung.measure.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class ChangeTest {

    private static LabelMap row(int... labels) {
        return LabelMap.of(new Size(1, labels.length), labels);
    }

    @Test
    void everyLabelOfEitherImageIsCompared() {
        List<Change> changes = Change.between(row(0, 0, 1, 1, 4, 4), row(0, 1, 1, 1, 0, 6));
        assertThat(changes)
                .containsExactly(
                        new Change(0, 2, 2, 1, 1),
                        new Change(1, 2, 3, 1, 0),
                        new Change(4, 2, 0, 0, 2),
                        new Change(6, 0, 1, 1, 0));
        assertThat(changes).extracting(Change::net).containsExactly(0, 1, -2, 1);
        assertThat(changes).extracting(Change::growth).containsExactly(0.0, 0.5, -1.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void withATimeBetweenGrowthHasASpeed() {
        Change grown = new Change(1, 400, 500, 150, 50);
        assertThat(grown.netPerHour(Duration.ofMinutes(30))).isEqualTo(200);
        assertThat(grown.growthPerHour(Duration.ofMinutes(30))).isEqualTo(0.5);
        assertThat(grown.growthPerHour(Duration.ofHours(2))).isEqualTo(0.125);
        assertThatThrownBy(() -> grown.netPerHour(Duration.ZERO))
                .hasMessage("time between the images must be above 0, got PT0S");
    }

    @Test
    void imagesOfOneSizeAreCompared() {
        assertThatThrownBy(() -> Change.between(row(1, 2), row(1)))
                .hasMessage("label maps must have one size, got 1x2 and 1x1");
    }
}
