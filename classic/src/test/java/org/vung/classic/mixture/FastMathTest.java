package org.vung.classic.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FastMathTest {

    @Test
    void expIsGoodToOneInABillion() {
        for (double x = 0; x >= -64; x -= 0.0137) {
            double[] value = {x};
            FastMath.exp(value, 1);
            assertThat(value[0] / Math.exp(x)).isCloseTo(1, within(1e-9));
        }
        double[] far = {Double.NEGATIVE_INFINITY};
        FastMath.exp(far, 1);
        assertThat(far[0]).isCloseTo(Math.exp(-64), within(1e-36));
    }

    @Test
    void logIsGoodToOneInABillion() {
        double[] log = new double[1];
        for (double x = 1; x <= 32; x += 0.0071) {
            FastMath.log(new double[] {x}, log, 1);
            assertThat(log[0]).isCloseTo(Math.log(x), within(1e-9));
        }
    }
}
