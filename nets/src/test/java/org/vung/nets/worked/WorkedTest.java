package org.vung.nets.worked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

/** Against numbers worked by hand. */
class WorkedTest {

    private static final Numbers TWO = Numbers.counting(2);
    private static final Numbers ONES = numbers("1 1 / 1 1");

    /** Rows apart by strokes. */
    private static Numbers numbers(String text) {
        double[][] rows = Arrays.stream(text.split("/"))
                .map(row -> Arrays.stream(row.strip().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        return Numbers.of(rows.length, rows[0].length, (row, column) -> rows[row][column]);
    }

    @Test
    void theTutorialsUpsampling() {
        assertThat(Worked.upsample(new Upsample(2, Interpolation.NEAREST), TWO))
                .isEqualTo(numbers("1 1 2 2 / 1 1 2 2 / 3 3 4 4 / 3 3 4 4"));
        assertThat(Worked.upsample(new Upsample(2, Interpolation.BILINEAR), TWO))
                .isEqualTo(numbers("1 1.25 1.75 2 / 1.5 1.75 2.25 2.5 / 2.5 2.75 3.25 3.5 / 3 3.25 3.75 4"));
        assertThat(Worked.upsample(new Upsample(2, Interpolation.BILINEAR_CORNERS), TWO)
                        .lines())
                .containsExactly(
                        "      1  1.333  1.667      2",
                        "  1.667      2  2.333  2.667",
                        "  2.333  2.667      3  3.333",
                        "      3  3.333  3.667      4");
    }

    @Test
    void theTutorialsTransposedConvolution() {
        TransposedConvolution layer = TransposedConvolution.of(1, 1, 2, 3).withOutputPadding(2);
        Numbers output = Worked.transposed(layer, TWO, ONES);
        assertThat(output)
                .isEqualTo(numbers("1 1 0 2 2 0 0 / 1 1 0 2 2 0 0 / 0 0 0 0 0 0 0 / 3 3 0 4 4 0 0 /"
                        + "3 3 0 4 4 0 0 / 0 0 0 0 0 0 0 / 0 0 0 0 0 0 0"));
        assertThat(Worked.convolution(Convolution.of(1, 1, 2).withStride(3), output, ONES))
                .isEqualTo(numbers("4 8 / 12 16"));
    }

    @Test
    void whatOverlapsIsAdded() {
        assertThat(Worked.transposed(TransposedConvolution.of(1, 1, 2, 1), TWO, TWO))
                .isEqualTo(numbers("1 4 4 / 6 20 16 / 9 24 16"));
        assertThat(Worked.transposed(TransposedConvolution.of(1, 1, 2, 1).withPadding(Padding.of(1)), TWO, TWO))
                .isEqualTo(numbers("20"));
        assertThat(Worked.transposed(TransposedConvolution.of(1, 1, 2, 1).withDilation(2), TWO, TWO))
                .isEqualTo(numbers("1 2 2 4 / 3 4 6 8 / 3 6 4 8 / 9 12 12 16"));
    }

    @Test
    void convolutionSumsProducts() {
        assertThat(Worked.convolution(Convolution.of(1, 1, 2), Numbers.counting(3), TWO))
                .isEqualTo(numbers("37 47 / 67 77"));
        assertThat(Worked.convolution(Convolution.of(1, 1, 2).withDilation(2), Numbers.counting(3), TWO))
                .isEqualTo(numbers("64"));
        assertThat(Worked.convolution(Convolution.of(1, 1, 2).withPadding(Padding.SAME), TWO, TWO))
                .isEqualTo(numbers("30 14 / 11 4"));
        assertThat(Worked.convolution(Convolution.of(1, 1, 2).withPadding(1), TWO, TWO))
                .isEqualTo(numbers("4 11 6 / 14 30 14 / 6 11 4"));
    }

    /** Figure 6 of the tutorial: 2 × 2, zeros between and around, a kernel of ones, 4 × 4. */
    @Test
    void figureSixIsATransposedConvolution() {
        Numbers zeros = Worked.padded(1, Worked.inputDilation(new InputDilation(2), TWO));
        assertThat(zeros).isEqualTo(numbers("0 0 0 0 0 / 0 1 0 2 0 / 0 0 0 0 0 / 0 3 0 4 0 / 0 0 0 0 0"));
        Numbers output = Worked.convolution(Convolution.of(1, 1, 2), zeros, ONES);
        assertThat(output)
                .isEqualTo(numbers("1 1 2 2 / 1 1 2 2 / 3 3 4 4 / 3 3 4 4"))
                .isEqualTo(Worked.transposed(TransposedConvolution.of(1, 1, 2, 2), TWO, ONES));
    }

    @Test
    void aBedOfNailsIsATransposedConvolutionOfOneNumber() {
        Numbers nails = Worked.bedOfNails(new BedOfNails(2), TWO);
        assertThat(nails).isEqualTo(numbers("1 0 2 0 / 0 0 0 0 / 3 0 4 0 / 0 0 0 0"));
        assertThat(Worked.transposed(TransposedConvolution.kerasValid(1, 1, 1, 2), TWO, numbers("1")))
                .isEqualTo(nails);
    }

    @Test
    void unpoolingPutsNumbersBackWhereTheLargestWere() {
        Numbers input = numbers("1 9 2 2 / 3 4 2 2 / 5 1 0 7 / 8 6 7 3");
        Worked.Pooled pooled = Worked.maxPool(MaxPool.of(2, 2), input);
        assertThat(pooled.numbers()).isEqualTo(numbers("9 2 / 8 7"));
        assertThat(pooled.places()).isEqualTo(numbers("1 2 / 12 11"));
        assertThat(Worked.maxUnpool(TWO, pooled.places(), input.shape()))
                .isEqualTo(numbers("0 1 2 0 / 0 0 0 0 / 0 0 0 4 / 3 0 0 0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "-1.5, -1.5", "0.12345, 0.123", "100, 100", "0.0001, 0"})
    void numbersHaveNoMoreDecimalsThanNeeded(double number, String word) {
        assertThat(Numbers.of(1, 1, (row, column) -> number).toString().strip()).isEqualTo(word);
    }
}
