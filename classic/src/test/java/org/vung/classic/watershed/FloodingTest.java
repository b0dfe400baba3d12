package org.vung.classic.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.label.LabelGrids;

class FloodingTest {

    private static final Size SIZE =
            LabelGrids.read(FloodingTest.class, "relief.txt").size();

    @ParameterizedTest
    @CsvSource({
        "minima, 4, 0, false", "minima, 4, 0, true", "minima, 4, 0.7, false", "minima, 4, 0.7, true",
        "minima, 8, 0, false", "minima, 8, 0, true", "minima, 8, 0.7, false", "minima, 8, 0.7, true",
        "seeds, 4, 0, false", "seeds, 4, 0, true", "seeds, 4, 0.7, false", "seeds, 4, 0.7, true",
        "seeds, 8, 0, false", "seeds, 8, 0, true", "seeds, 8, 0.7, false", "seeds, 8, 0.7, true"
    })
    void labelsAreThoseOfScikitImage(String markers, int neighbours, String compactness, boolean line) {
        Flooding flooding = new Flooding(Neighbourhood.of(neighbours), Double.parseDouble(compactness), line);
        int[] labels = flooding.flood(relief(), whole(markers + ".txt"), part(), SIZE);
        assertThat(LabelGrids.crc32(labels))
                .isEqualTo(LabelGrids.crc32(
                        FloodingTest.class, markers + "-" + neighbours + "-" + compactness + "-" + line + ".crc32"));
    }

    @Test
    void aSlopeGoesToTheMarkerAtItsFoot() {
        double[] relief = {0, 1, 2, 3, 2, 1, 0};
        int[] markers = {5, 0, 0, 0, 0, 0, 9};
        assertThat(Flooding.plain(Neighbourhood.FOUR).flood(relief, markers, new Size(1, 7)))
                .containsExactly(5, 5, 5, 5, 9, 9, 9);
        assertThat(new Flooding(Neighbourhood.FOUR, 0, true).flood(relief, markers, new Size(1, 7)))
                .containsExactly(5, 5, 5, 0, 9, 9, 9);
    }

    @Test
    void infiniteAndMissingHeightsAreFloodedLast() {
        double[] relief = {0, Double.NaN, Double.POSITIVE_INFINITY, 1, -5};
        int[] markers = {1, 0, 0, 0, 2};
        assertThat(Flooding.plain(Neighbourhood.FOUR).flood(relief, markers, new Size(1, 5)))
                .containsExactly(1, 1, 2, 2, 2);
        Arrays.fill(relief, Double.NaN);
        assertThat(Flooding.plain(Neighbourhood.FOUR).flood(relief, markers, new Size(1, 5)))
                .containsExactly(1, 1, 1, 2, 2);
    }

    @Test
    void withoutMarkersNothingIsFlooded() {
        assertThat(Flooding.plain(Neighbourhood.EIGHT).flood(relief(), new int[SIZE.pixels()], SIZE))
                .containsOnly(0);
    }

    @Test
    void lengthsAndMarkersAreChecked() {
        Flooding flooding = Flooding.plain(Neighbourhood.FOUR);
        assertThatThrownBy(() -> flooding.flood(new double[3], new int[4], new Size(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relief")
                .hasMessageContaining("3");
        assertThatThrownBy(() -> flooding.flood(new double[1], new int[] {-2}, new Size(1, 1)))
                .hasMessageContaining("-2");
        assertThatThrownBy(() -> new Flooding(Neighbourhood.FOUR, -1, false)).hasMessageContaining("-1");
    }

    private static double[] relief() {
        return Arrays.stream(whole("relief.txt")).asDoubleStream().toArray();
    }

    private static boolean[] part() {
        int[] inside = whole("part.txt");
        boolean[] part = new boolean[inside.length];
        for (int pixel = 0; pixel < part.length; pixel++) {
            part[pixel] = inside[pixel] == 1;
        }
        return part;
    }

    private static int[] whole(String name) {
        return LabelGrids.read(FloodingTest.class, name).sharedLabels();
    }
}
