package org.vung.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.vung.label.LabelGrids;

/** Tables of numbers that scikit-image measured. */
public final class Oracle {

    private Oracle() {}

    /** The rows of a table beside a class. */
    public static List<double[]> rows(Class<?> beside, String name) {
        return LabelGrids.lines(beside, name).stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Oracle::number)
                        .toArray())
                .toList();
    }

    private static double number(String text) {
        return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }

    /** Equal to 1e-9 of the value, or of 1 where it is smaller. */
    public static void assertEqual(String what, double[] values, double[] expected) {
        assertThat(values).as(what).hasSameSizeAs(expected);
        for (int at = 0; at < expected.length; at++) {
            if (Double.isNaN(expected[at])) {
                assertThat(values[at]).as("%s, number %d", what, at).isNaN();
                continue;
            }
            assertThat(values[at])
                    .as("%s, number %d", what, at)
                    .isCloseTo(expected[at], within(1e-9 * Math.max(1, Math.abs(expected[at]))));
        }
    }
}
