package org.vung.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.image.Size;
import org.vung.label.Box;

/** Polygons, run lengths and their measures against COCO's own maskApi; {@code checks/peers/fixtures_mask.py} made the numbers. */
class MaskOracleTest {

    static Stream<String> cases() throws Exception {
        try (InputStream in = MaskOracleTest.class.getResourceAsStream("masks.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(String line) {
        String[] words = line.split("\t", -1);
        Size size = new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        double[] corners = Arrays.stream(words[2].split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        RunLengths mask = Polygons.fill(size, corners);
        assertThat(mask.text()).isEqualTo(words[3]);
        assertThat(RunLengths.parse(size, words[3])).isEqualTo(mask);
        assertThat(mask.area()).isEqualTo(Integer.parseInt(words[4]));
        String box = mask.box()
                .map(found -> found.column() + " " + found.row() + " " + found.width() + " " + found.height())
                .orElse("0 0 0 0");
        assertThat(box).isEqualTo(words[5]);
        RunLengths other = RunLengths.parse(size, words[6]);
        assertThat(other.text()).isEqualTo(words[6]);
        assertThat(mask.iou(other, false)).isEqualTo(Double.parseDouble(words[7]), within(1e-12));
        assertThat(mask.iou(other, true)).isEqualTo(Double.parseDouble(words[8]), within(1e-12));
        assertThat(mask.or(other).area()).isEqualTo(Integer.parseInt(words[9]));
        assertThat(mask.intersection(other)).isEqualTo(Integer.parseInt(words[10]));
        assertThat(RunLengths.of(size, mask.pixels())).isEqualTo(mask);
        assertThat(Polygons.fill(size, padded(Outlines.bridged(mask)))).isEqualTo(mask);
        assertThat(mask.box().map(Box::area).orElse(0L)).isGreaterThanOrEqualTo(mask.area());
    }

    /** An empty mask has no outline; a polygon needs three corners. */
    private static double[] padded(double[] corners) {
        return corners.length == 0 ? new double[6] : corners;
    }
}
