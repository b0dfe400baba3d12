package org.vung.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class ContingencyTest {

    /** Few labels are counted in a table, many are sorted. */
    @Test
    void bothWaysCountTheSame() {
        Size size = new Size(30, 50);
        LabelMap first = ScoreCases.chance(size, 40, 1);
        LabelMap second = ScoreCases.chance(size, 40, 2);
        int[] apart =
                Arrays.stream(first.sharedLabels()).map(label -> label * 1000).toArray();
        Contingency few = Contingency.of(first, second);
        Contingency many = Contingency.of(LabelMap.wrap(size, apart), second);
        assertThat(many.firstCount() * (long) many.secondCount()).isGreaterThan(1 << 20);
        assertThat(many.pairs()).isEqualTo(few.pairs());
        for (int pair = 0; pair < few.pairs(); pair++) {
            assertThat(many.first(pair)).isEqualTo(few.first(pair) * 1000);
            assertThat(many.second(pair)).isEqualTo(few.second(pair));
            assertThat(many.count(pair)).isEqualTo(few.count(pair));
        }
        assertThat(few.pixels()).isEqualTo(1500);
        assertThat(few.withoutFirst(3).pixels()).isEqualTo(1500 - few.firstSum(3));
    }

    @Test
    void sizesMustAgree() {
        LabelMap one = LabelMap.of(new Size(1, 2), new int[2]);
        assertThatThrownBy(() -> Contingency.of(one, LabelMap.of(new Size(2, 1), new int[2])))
                .hasMessage("segmentations must have one size, got 1x2 and 2x1");
    }
}
