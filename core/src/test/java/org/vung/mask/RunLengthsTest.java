package org.vung.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;
import org.vung.label.Box;

/** Masks worked by hand, and masks that are damaged. */
class RunLengthsTest {

    private static final Size SIZE = new Size(3, 4);

    /** By columns: the first all outside, then 1, 2 and 3 pixels from the bottom. */
    private static final RunLengths STAIRS = RunLengths.of(SIZE, new int[] {5, 1, 1, 5});

    @Test
    void readsColumnByColumn() {
        boolean[] pixels = STAIRS.pixels();
        StringBuilder rows = new StringBuilder();
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            rows.append(pixels[pixel] ? '#' : '.').append(pixel % 4 == 3 ? "/" : "");
        }
        assertThat(rows).hasToString("...#/..##/.###/");
        assertThat(STAIRS.area()).isEqualTo(6);
        assertThat(STAIRS.box()).hasValue(new Box(0, 1, 3, 3));
    }

    /** 5, 1, 1, 5 − 1: a letter each, from '0' on. */
    @Test
    void writesTheCompressedText() {
        assertThat(STAIRS.text()).isEqualTo("5114");
    }

    @Test
    void joinsRunsOfNoLength() {
        assertThat(RunLengths.of(SIZE, new int[] {2, 0, 3, 1, 0, 0, 1, 2, 0, 3}))
                .isEqualTo(STAIRS);
        assertThat(RunLengths.of(SIZE, new int[] {0, 12}).counts()).containsExactly(0, 12);
        assertThat(RunLengths.empty(SIZE).box()).isEmpty();
    }

    @Test
    void aCrowdForgivesWhatLiesInside() {
        RunLengths column = RunLengths.of(SIZE, new int[] {9, 3});
        assertThat(column.iou(STAIRS, false)).isEqualTo(0.5);
        assertThat(column.iou(STAIRS, true)).isEqualTo(1);
        assertThat(STAIRS.without(column).area()).isEqualTo(3);
    }

    @Test
    void countsThePixelsInARectangle() {
        assertThat(STAIRS.areaWithin(new Box(1, 1, 1, 2))).isEqualTo(1);
        assertThat(STAIRS.areaWithin(new Box(-5, 2, 20, 20))).isEqualTo(5);
        assertThat(STAIRS.areaWithin(new Box(0, 0, 3, 1))).isZero();
    }

    /** Runs that went on from one column to the next end at the part's edge. */
    @Test
    void aPartHasItsPlaceInAFrame() {
        RunLengths moved = STAIRS.within(new Size(5, 6), 1, 2);
        assertThat(moved.counts()).containsExactly(18, 1, 3, 2, 2, 3, 1);
        assertThat(moved.box()).hasValue(new Box(1, 3, 3, 3));
        assertThat(STAIRS.within(SIZE, 0, 0)).isEqualTo(STAIRS);
        assertThat(RunLengths.empty(SIZE).within(new Size(3, 5), 0, 1)).isEqualTo(RunLengths.empty(new Size(3, 5)));
        assertThatThrownBy(() -> STAIRS.within(new Size(5, 6), 3, 0))
                .hasMessageContaining("a part of 3x4 must lie within 5x6, got its corner at 3, 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            511       | must add up to the 12 pixels of 3x4, got 7
            51150000~ | must have letters '0' … 'o'
            o         | must end with a whole count
            ooooooooo | must end with a whole count
            5O        | run length 1 must be 0
            """)
    void refusesDamagedText(String text, String message) {
        assertThatThrownBy(() -> RunLengths.parse(SIZE, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesCountsThatDoNotFit() {
        assertThatThrownBy(() -> RunLengths.of(SIZE, new int[] {5, 8})).hasMessageContaining("got 13");
        assertThatThrownBy(() -> RunLengths.of(SIZE, new int[] {5, -1, 8})).hasMessageContaining("got -1 at place 1");
        assertThatThrownBy(() -> Polygons.fill(SIZE, new double[] {1, 2, 3, 4})).hasMessageContaining("at least 6");
        assertThatThrownBy(() -> Polygons.fill(SIZE, new double[] {1, 2, 3, 4, 1e30, 0}))
                .hasMessageContaining("got 1.0E30");
        assertThatThrownBy(() -> Polygons.fill(SIZE, new double[] {1, 2, 3, 4, Double.NaN, 0}))
                .hasMessageContaining("got NaN");
    }

    /** Noise has holes, islands in holes and corners that touch; every mask of it comes back. */
    @Test
    void outlinesFillToTheSameMask() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Size size = new Size(1 + random.nextInt(20), 1 + random.nextInt(20));
            boolean[] pixels = new boolean[size.pixels()];
            double density = random.nextDouble();
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                pixels[pixel] = random.nextDouble() < density;
            }
            RunLengths mask = RunLengths.of(size, pixels);
            double[] corners = Outlines.bridged(mask);
            assertThat(corners.length == 0 ? RunLengths.empty(size) : Polygons.fill(size, corners))
                    .isEqualTo(mask);
        }
    }

    @Test
    void aFrameHasTwoRings() {
        RunLengths frame = Polygons.fill(new Size(6, 6), new double[] {1, 1, 5, 1, 5, 5, 1, 5})
                .without(Polygons.fill(new Size(6, 6), new double[] {2, 2, 4, 2, 4, 4, 2, 4}));
        assertThat(frame.area()).isEqualTo(12);
        assertThat(Outlines.rings(frame)).hasSize(2);
        assertThat(Outlines.bridged(frame)).hasSize(2 * (4 + 1 + 4 + 1));
    }
}
