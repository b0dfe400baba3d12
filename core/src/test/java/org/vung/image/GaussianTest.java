package org.vung.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GaussianTest {

    private static final Size SIZE = new Size(5, 7);

    @Test
    void smoothsAsSciPyToTheLastBit() throws IOException {
        double[] expected = expected(0);
        assertThat(new Gaussian(0.8).smooth(samples(), SIZE, 2)).containsExactly(expected);
    }

    @Test
    void mirrorsMoreThanOnceWhereTheKernelIsLongerThanTheImage() throws IOException {
        assertThat(new Gaussian(3).smooth(samples(), SIZE, 2)).containsExactly(expected(1), within(1e-15));
    }

    @Test
    void sigmaZeroChangesNothing() {
        assertThat(new Gaussian(0).smooth(samples(), SIZE, 2)).containsExactly(samples());
    }

    @Test
    void weightsAddUpToOne() {
        for (double sigma : new double[] {0, 0.1, 0.5, 2.5, 40}) {
            double[] half = new Gaussian(sigma).halfKernel();
            assertThat(half).hasSize((int) (4 * sigma + 0.5) + 1);
            assertThat(2 * Arrays.stream(half).sum() - half[0]).isEqualTo(1, within(1e-14));
        }
    }

    @Test
    void aWrongSigmaOrLengthIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gaussian(-0.5))
                .withMessage("sigma must be 0 … 1000 pixels, got -0.5; shrink the image to smooth it further");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gaussian(1).smooth(new double[3], SIZE, 2))
                .withMessage("samples must fill 5x7 with 2 channels, got 3");
    }

    private static double[] samples() {
        double[] samples = new double[70];
        Arrays.setAll(samples, at -> at * 37 % 101 / 100.0);
        return samples;
    }

    private static double[] expected(int line) throws IOException {
        try (InputStream in = Objects.requireNonNull(GaussianTest.class.getResourceAsStream("gaussian.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return Arrays.stream(lines.get(1 + line).split(" ", -1))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
