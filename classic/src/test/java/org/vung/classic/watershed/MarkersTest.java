package org.vung.classic.watershed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelGrids;

class MarkersTest {

    private static final Size SIZE =
            LabelGrids.read(MarkersTest.class, "relief.txt").size();

    @Test
    void minimaAreThoseOfScikitImage() {
        assertThat(Markers.minima(relief(), everywhere(), SIZE)).isEqualTo(read("minima.txt"));
    }

    @Test
    void theGridIsThatOfScikitImage() {
        assertThat(Markers.grid(12, everywhere(), SIZE)).isEqualTo(read("seeds.txt"));
    }

    @Test
    void aPlateauWithAWayDownIsNoMinimum() {
        double[] relief = {3, 1, 1, 1, 0, 1};
        assertThat(Markers.minima(relief, part(6), new Size(1, 6))).containsExactly(0, 0, 0, 0, 1, 0);
    }

    @Test
    void outsideThePartThereIsNothingLower() {
        boolean[] part = {true, true, true, true, false, true};
        double[] relief = {3, 1, 1, 1, 0, 1};
        assertThat(Markers.minima(relief, part, new Size(1, 6))).containsExactly(0, 1, 1, 1, 0, 2);
    }

    @Test
    void closeMarkersGiveWayToTheLowest() {
        double[] relief = {2, 9, 1, 9, 2, 9, 0};
        int[] markers = {1, 0, 2, 0, 3, 0, 4};
        Size size = new Size(1, 7);
        assertThat(Markers.apart(markers, relief, new int[7], size, 3)).containsExactly(0, 0, 2, 0, 0, 0, 4);
        assertThat(Markers.apart(markers, relief, new int[7], size, 2)).isEqualTo(markers);
        int[] islands = {0, 0, 1, 1, 2, 2, 3};
        assertThat(Markers.apart(markers, relief, islands, size, 7)).isEqualTo(markers);
    }

    @Test
    void anEmptyPartHasNoGrid() {
        assertThat(Markers.grid(5, new boolean[6], new Size(2, 3))).containsOnly(0);
    }

    private static boolean[] part(int length) {
        boolean[] all = new boolean[length];
        Arrays.fill(all, true);
        return all;
    }

    private static boolean[] everywhere() {
        return part(SIZE.pixels());
    }

    private static double[] relief() {
        return Arrays.stream(read("relief.txt")).asDoubleStream().toArray();
    }

    private static int[] read(String name) {
        return LabelGrids.read(MarkersTest.class, name).sharedLabels();
    }
}
