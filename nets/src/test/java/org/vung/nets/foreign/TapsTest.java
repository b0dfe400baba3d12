package org.vung.nets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eleven numbers resized, beside PyTorch 1.13.0: interpolate(size=(1, n), mode="bilinear", antialias=True). */
class TapsTest {

    private static final float[] NUMBERS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.277777 4.233334 5.033334 4.314815",
                "2.2 2.666667 2.9375 6.68421 4.1875 4.611112 4.2",
                "3 1 4 1 5 9 2 6 5 3 5",
                "3 1.9375 1.65625 3.71875 2.21875 2.125 4.875 7.625 6.59375 2.125 4.875 5.59375 4.8125 3.4375 3.9375 5"
            })
    void linearIsPyTorchs(String row) {
        double[] wanted =
                Stream.of(row.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        Taps taps = Taps.linear(NUMBERS.length, wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) taps.sum(i, NUMBERS, 0, 1)).isCloseTo(wanted[i], within(2e-6));
        }
    }

    @Test
    void nearestTakesThePixelUnderTheMiddle() {
        Taps taps = Taps.nearest(2, 5);
        float[] got = new float[5];
        Arrays.setAll(new double[5], i -> got[i] = taps.sum(i, new float[] {7, 8}, 0, 1));
        assertThat(got).containsExactly(7, 7, 8, 8, 8);
    }

    @Test
    void minusInfinityBesideAPixelDoesNotReachIt() {
        float[] numbers = {Float.NEGATIVE_INFINITY, 2};
        assertThat(Taps.linear(2, 2).sum(1, numbers, 0, 1)).isEqualTo(2);
    }
}
