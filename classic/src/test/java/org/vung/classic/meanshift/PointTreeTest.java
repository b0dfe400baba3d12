package org.vung.classic.meanshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointTreeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 500})
    void ballsHoldWhatAPlainScanFinds(int count) {
        Cloud cloud = new Cloud(count);
        double[] sum = new double[4];
        for (double radius : new double[] {0, 5, 30, 500}) {
            double[] centre = {40, 50, 60};
            cloud.tree.ball(centre, radius * radius, sum);
            double[] plain = cloud.plain(centre, square -> square <= radius * radius ? 1 : 0);
            assertThat(sum).containsExactly(plain, within(0.0));
        }
    }

    /** Colours of nearly the same place are taken together; the mean must not feel it. */
    @ParameterizedTest
    @EnumSource(Kernel.class)
    void weighedMeansEqualThoseOfAPlainScan(Kernel kernel) {
        Cloud cloud = new Cloud(4000);
        double bandwidth = 40;
        double[] centre = {40, 50, 60};
        double[] sum = new double[4];
        cloud.tree.weighed(centre, kernel, bandwidth, sum);
        double[] plain = cloud.plain(centre, square -> kernel.weight(square / (bandwidth * bandwidth)));
        for (int axis = 0; axis < 3; axis++) {
            assertThat(sum[axis] / sum[3]).isCloseTo(plain[axis] / plain[3], within(1e-2 * bandwidth));
        }
    }

    /** Whole numbers in a cube of side 100, some of them several times. */
    private static final class Cloud {
        private final double[] points;
        private final int[] counts;
        private final PointTree tree;

        private Cloud(int count) {
            SplittableRandom random = new SplittableRandom(7);
            points = random.ints(count * 3L, 0, 100).asDoubleStream().toArray();
            counts = random.ints(count, 1, 9).toArray();
            tree = new PointTree(3, points, counts);
        }

        private double[] plain(double[] centre, java.util.function.DoubleUnaryOperator weight) {
            double[] sum = new double[4];
            for (int i = 0; i < counts.length; i++) {
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    square += (points[i * 3 + axis] - centre[axis]) * (points[i * 3 + axis] - centre[axis]);
                }
                double g = counts[i] * weight.applyAsDouble(square);
                for (int axis = 0; axis < 3; axis++) {
                    sum[axis] += g * points[i * 3 + axis];
                }
                sum[3] += g;
            }
            return sum;
        }
    }
}
