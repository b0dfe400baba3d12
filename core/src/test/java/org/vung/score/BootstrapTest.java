package org.vung.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static Function<int[], double[]> mean(double[] values) {
        return drawn -> new double[] {
            Arrays.stream(drawn).mapToDouble(image -> values[image]).average().orElse(Double.NaN)
        };
    }

    private static double[] noise(int count, double middle, long seed) {
        Random random = new Random(seed);
        return random.doubles(count).map(value -> middle + value).toArray();
    }

    /** The mean of n numbers of deviation σ has limits about 1.96 σ / √n away. */
    @Test
    void limitsOfAMeanAreThoseOfTheory() {
        double[] values = noise(400, 0, 1);
        Bootstrap.Interval interval = Bootstrap.usual().intervals(400, mean(values))[0];
        double half = 1.96 * Math.sqrt(1 / 12.0 / 400);
        assertThat(interval.value() - interval.low()).isCloseTo(half, within(0.15 * half));
        assertThat(interval.high() - interval.value()).isCloseTo(half, within(0.15 * half));
    }

    @Test
    void theSameSeedGivesTheSameLimits() {
        double[] values = noise(30, 0, 2);
        assertThat(Bootstrap.usual().intervals(30, mean(values)))
                .isEqualTo(Bootstrap.usual().intervals(30, mean(values)))
                .isNotEqualTo(new Bootstrap(2000, 0.95, 7).intervals(30, mean(values)));
    }

    /** What is hard is hard for both: the difference is sure although each score alone is not. */
    @Test
    void pairedImagesShowASmallButSteadyGain() {
        double[] first = noise(50, 0, 3);
        double[] second = Arrays.stream(first).map(value -> value + 0.01).toArray();
        Bootstrap.Difference gain = Bootstrap.usual().differences(50, mean(first), mean(second))[0];
        assertThat(gain.value().low()).isCloseTo(0.01, within(1e-9));
        assertThat(gain.p()).isLessThan(0.002);
        Bootstrap.Interval alone = Bootstrap.usual().intervals(50, mean(first))[0];
        assertThat(alone.high() - alone.low()).isGreaterThan(0.1);
    }

    @Test
    void noDifferenceIsNoNews() {
        double[] values = noise(20, 0, 4);
        assertThat(Bootstrap.usual()
                        .differences(20, mean(values), mean(values))[0]
                        .p())
                .isEqualTo(1);
    }

    @Test
    void drawingsWithoutAScoreDoNotCount() {
        double[] values = {Double.NaN, 2};
        Function<int[], double[]> largest = drawn -> new double[] {
            Arrays.stream(drawn)
                    .mapToDouble(image -> values[image])
                    .filter(value -> value == 2)
                    .max()
                    .orElse(Double.NaN)
        };
        Bootstrap.Interval interval = Bootstrap.usual().intervals(2, largest)[0];
        assertThat(interval).isEqualTo(new Bootstrap.Interval(2, 2, 2));
    }

    @Test
    void oneImageTellsNothingOfOthers() {
        assertThat(Bootstrap.usual().intervals(1, mean(new double[] {0.5}))[0])
                .isEqualTo(new Bootstrap.Interval(0.5, Double.NaN, Double.NaN));
        assertThat(Bootstrap.usual()
                        .differences(1, mean(new double[] {0.5}), mean(new double[] {0.7}))[0]
                        .p())
                .isNaN();
        assertThatThrownBy(() -> Bootstrap.usual().intervals(0, mean(new double[0])))
                .hasMessage("images must be at least 1, got 0");
    }
}
