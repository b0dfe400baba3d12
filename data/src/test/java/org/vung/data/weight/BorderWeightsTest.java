package org.vung.data.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.ClassMap;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class BorderWeightsTest {

    private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

    private static LabelMap map(int height, int width, int... labels) {
        return LabelMap.wrap(new Size(height, width), labels);
    }

    /** Between objects at columns 0 and 4: d1 + d2 is 4 all along; right of both, at column 5 and 6, it is 1 + 5 and 2 + 6. */
    @Test
    void aRowIsWorkedByHand() {
        float[] weights = BorderWeights.usual().of(map(1, 7, 1, 0, 0, 0, 1, 0, 0));
        float between = (float) (1 + 10 * Math.exp(-16 / 50.0));
        float[] expected = {
            1,
            between,
            between,
            between,
            1,
            (float) (1 + 10 * Math.exp(-36 / 50.0)),
            (float) (1 + 10 * Math.exp(-64 / 50.0))
        };
        assertThat(weights).containsExactly(expected, CLOSE);
    }

    /** The second nearest pixel is one of the nearest object; only another object may be second. */
    @Test
    void theSecondIsAnotherObjectNotAnotherPixel() {
        float[] weights = BorderWeights.usual().of(map(1, 8, 1, 1, 1, 0, 0, 0, 0, 2));
        assertThat(weights[3]).isCloseTo((float) (1 + 10 * Math.exp(-25 / 50.0)), CLOSE);
    }

    @Test
    void touchingClassesAreTwoObjectsAndCornersDoNotTouch() {
        assertThat(BorderWeights.usual().of(map(1, 3, 0, 1, 2))[0])
                .isCloseTo((float) (1 + 10 * Math.exp(-9 / 50.0)), CLOSE);
        assertThat(BorderWeights.usual().of(map(2, 2, 0, 1, 1, 0)))
                .containsExactly(
                        new float[] {
                            (float) (1 + 10 * Math.exp(-4 / 50.0)), 1, 1, (float) (1 + 10 * Math.exp(-4 / 50.0))
                        },
                        CLOSE);
    }

    @Test
    void withFewerThanTwoObjectsOnlyTheClassWeighs() {
        assertThat(BorderWeights.usual().of(map(1, 3, 0, 0, 0))).containsExactly(1, 1, 1);
        assertThat(BorderWeights.usual().of(map(1, 3, 0, 1, 1), List.of(0.5, 2.0)))
                .containsExactly(0.5f, 2, 2);
    }

    @Test
    void whatNobodyKnowsIsNoObjectAndWeighsNothing() {
        assertThat(BorderWeights.usual().of(map(1, 4, 1, 0, 0, ClassMap.IGNORE)))
                .containsExactly(1, 1, 1, 0);
        assertThat(BorderWeights.usual().of(map(1, 3, 1, 0, ClassMap.IGNORE), List.of(1.0, 3.0)))
                .containsExactly(3, 1, 0);
    }

    @Test
    void anotherClassMayBeBackground() {
        float[] weights = new BorderWeights(10, 5, 2).of(map(1, 3, 0, 2, 1));
        assertThat(weights).containsExactly(new float[] {1, (float) (1 + 10 * Math.exp(-4 / 50.0)), 1}, CLOSE);
    }

    /** Every distance measured to every pixel of every object. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 5, 1",
        "40, 1, 5, 2",
        "23, 31, 1, 3",
        "31, 23, 2, 4",
        "40, 40, 3, 5",
        "37, 53, 30, 6",
        "60, 45, 200, 7",
        "20, 20, 400, 8"
    })
    void distancesAreThoseOfBruteForce(int height, int width, int dots, long seed) {
        Size size = new Size(height, width);
        Random random = new Random(seed);
        int[] objects = new int[size.pixels()];
        Arrays.fill(objects, -1);
        for (int dot = 0; dot < dots; dot++) {
            int row = random.nextInt(height);
            int column = random.nextInt(width);
            int object = random.nextInt(Math.max(2, dots / 2));
            for (int down = row; down < Math.min(height, row + 1 + random.nextInt(3)); down++) {
                for (int at = column; at < Math.min(width, column + 1 + random.nextInt(3)); at++) {
                    objects[size.index(down, at)] = object;
                }
            }
        }
        TwoNearest.Row row = TwoNearest.of(objects, size).row();
        for (int at = 0; at < height; at++) {
            row.measure(at);
            for (int column = 0; column < width; column++) {
                double[] expected = bruteForce(objects, size, at, column);
                assertThat(new double[] {row.first(column), row.second(column)})
                        .as(at + ", " + column)
                        .containsExactly(expected);
            }
        }
    }

    private static double[] bruteForce(int[] objects, Size size, int row, int column) {
        double[] squares = new double[size.pixels() + 1];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        for (int pixel = 0; pixel < objects.length; pixel++) {
            if (objects[pixel] >= 0) {
                double down = Math.floor((double) pixel / size.width()) - row;
                double right = pixel % size.width() - column;
                squares[objects[pixel]] = Math.min(squares[objects[pixel]], down * down + right * right);
            }
        }
        Arrays.sort(squares);
        return new double[] {squares[0], squares[1]};
    }

    @Test
    void textsReadBackAsTheSame() {
        assertThat(BorderWeights.parse("border")).isEqualTo(BorderWeights.usual());
        BorderWeights other = new BorderWeights(2.5, 3, 1);
        assertThat(BorderWeights.parse(other.text())).isEqualTo(other);
        assertThat(other.text()).isEqualTo("border:w0=2.5,sigma=3,background=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boarder | must begin with border, got 'boarder'; did you mean 'border'?",
                "border:sigma=0 | sigma of border must be 0.1 … 1000, got 0",
                "border:w0=-1 | w0 of border must be 0 … 1000, got -1",
                "border:background=255 | background of border must be 0 … 254, got 255",
                "border:w=1 | option of border must be one of w0, sigma, background, got 'w'"
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> BorderWeights.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void classesWithoutAWeightAreNamed() {
        assertThatThrownBy(() -> BorderWeights.usual().of(map(1, 2, 0, 2), List.of(1.0, 1.0)))
                .hasMessageContaining("class weights must be at least 3, one a class, got 2");
    }
}
