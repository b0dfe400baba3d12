package org.vung.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;

class LabelRunsTest {

    @Test
    void runsEndWithTheirRowAndAreSortedByLabel() {
        LabelRuns runs = LabelRuns.of(LabelMap.of(new Size(2, 3), new int[] {3, 1, 1, 1, 3, 3}));
        assertThat(runs.count()).isEqualTo(4);
        assertThat(runs.isEmpty(0)).isTrue();
        assertThat(runs.isEmpty(2)).isTrue();
        assertThat(IntStream.range(runs.from(1), runs.to(1)).mapToObj(run -> text(runs, run)))
                .containsExactly("0: 1-3", "1: 0-1");
        assertThat(IntStream.range(runs.from(3), runs.to(3)).mapToObj(run -> text(runs, run)))
                .containsExactly("0: 0-1", "1: 1-3");
        assertThat(runs.area(3)).isEqualTo(3);
        assertThat(runs.area(2)).isZero();
        assertThat(runs.box(1)).isEqualTo(new Box(0, 0, 2, 3));
        assertThatThrownBy(() -> runs.box(2)).hasMessage("label must have pixels, got 2, which has none");
    }

    private static String text(LabelRuns runs, int run) {
        return runs.row(run) + ": " + runs.start(run) + "-" + runs.end(run);
    }

    @Test
    void paintedBackTheRunsAreTheImage() {
        Size size = new Size(97, 41);
        Random random = new Random(4);
        int[] labels =
                IntStream.generate(() -> random.nextInt(5)).limit(size.pixels()).toArray();
        LabelRuns runs = LabelRuns.of(LabelMap.of(size, labels));
        int[] painted = new int[labels.length];
        for (int label = 0; label < runs.count(); label++) {
            for (int run = runs.from(label); run < runs.to(label); run++) {
                for (int column = runs.start(run); column < runs.end(run); column++) {
                    painted[size.index(runs.row(run), column)] += label;
                }
            }
        }
        assertThat(painted).isEqualTo(labels);
    }
}
