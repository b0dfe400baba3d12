package org.vung.classic.quickshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;

class DensityTest {

    /** From colours much alike to colours so far apart that pairs count for nothing. */
    @ParameterizedTest
    @CsvSource({"3, 1", "3, 30", "3, 100000", "1, 10", "5, 8"})
    void densityEqualsThePlainSum(int channels, double spread) {
        Size size = new Size(19, 23);
        double[] samples = new double[size.pixels() * channels];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = spread * (at * 7919 % 1009) / 1009.0;
        }
        QuickShift.Options options = QuickShift.Options.usual().withRatio(1).withKernel(2);
        WeightedColours colours = WeightedColours.of(size, samples, options);
        double[] density = Density.of(colours, 2, 6, new double[size.pixels()]);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                assertThat(density[size.index(row, column)]).isCloseTo(plain(colours, row, column), within(1e-12));
            }
        }
    }

    private static double plain(WeightedColours colours, int row, int column) {
        Size size = colours.size();
        double sum = 0;
        for (int r = Math.max(0, row - 6); r <= Math.min(size.height() - 1, row + 6); r++) {
            for (int c = Math.max(0, column - 6); c <= Math.min(size.width() - 1, column + 6); c++) {
                double square = colours.square(size.index(row, column), size.index(r, c));
                sum += Math.exp(-(square + (r - row) * (r - row) + (c - column) * (c - column)) / 8);
            }
        }
        return sum;
    }
}
