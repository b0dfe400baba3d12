package org.vung.data.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMix64Test {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1234567, Long.MIN_VALUE})
    void theBitsAreThoseOfTheJdksGeneratorOfThatName(long seed) {
        SplitMix64 ours = new SplitMix64(seed);
        SplittableRandom theirs = new SplittableRandom(seed);
        for (int draw = 0; draw < 100; draw++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
        }
    }

    @Test
    void theBitsAreThePublishedOnes() {
        SplitMix64 random = new SplitMix64(1234567);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "10", "1000"})
    void boundedNumbersAreEven(int bound) {
        SplitMix64 random = new SplitMix64(bound);
        int[] counts = new int[bound];
        int draws = 1000 * bound;
        for (int draw = 0; draw < draws; draw++) {
            counts[random.nextInt(bound)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(840, 1160); // five standard deviations
        }
    }

    @Test
    void theLargestBoundIsReached() {
        SplitMix64 random = new SplitMix64(5);
        for (int draw = 0; draw < 1000; draw++) {
            assertThat(random.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.nextInt(0))
                .withMessage("bound must be at least 1, got 0");
    }

    @Test
    void gaussiansHaveMeanZeroAndDeviationOne() {
        SplitMix64 random = new SplitMix64(3);
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        int draws = 100_000;
        for (int draw = 0; draw < draws; draw++) {
            double number = random.nextGaussian();
            sum += number;
            squares += number * number;
            beyondTwo += Math.abs(number) > 2 ? 1 : 0;
        }
        assertThat(sum / draws).isBetween(-0.016, 0.016);
        assertThat(squares / draws).isBetween(0.978, 1.022);
        assertThat(beyondTwo / (double) draws).isBetween(0.0422, 0.0488); // 0.0455
    }

    @Test
    void neighbouringPlacesHaveNothingInCommon() {
        assertThat(SplitMix64.at(1, 2, 3).nextLong())
                .isEqualTo(SplitMix64.at(1, 2, 3).nextLong());
        assertThat(java.util.stream.Stream.of(
                                SplitMix64.at(1, 2, 3),
                                SplitMix64.at(1, 3, 2),
                                SplitMix64.at(2, 1, 3),
                                SplitMix64.at(1, 2, 4),
                                SplitMix64.at(1, 2),
                                SplitMix64.at(1, 2, 3, 0))
                        .map(SplitMix64::nextLong))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDrawnNumbersStayAsTheyAre() {
        SplitMix64 random = SplitMix64.at(7, 8);
        assertThat(new double[] {
                    random.nextInt(100),
                    random.nextInt(),
                    random.nextBoolean() ? 1 : 0,
                    random.nextFloat(),
                    random.nextDouble(),
                    random.nextDouble(-1, 1),
                    random.nextGaussian(),
                    random.nextGaussian()
                })
                .containsExactly(PINNED);
    }

    /** Worked out by another program from the description; a change here breaks the replay of every run there is. */
    private static final double[] PINNED = {
        15,
        212965670,
        1,
        0.455621600151062,
        0.049965983758805566,
        0.6513631477103543,
        -1.8335972105285732,
        1.174271331999655
    };
}
