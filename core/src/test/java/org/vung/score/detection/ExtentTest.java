package org.vung.score.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.mask.RunLengths;

/** Areas and overlaps of boxes and masks. */
class ExtentTest {

    private static final BoundingBox BOX = new BoundingBox(10, 20, 4, 6);

    /** Each against 4 rows and 6 columns at 10, 20. */
    @ParameterizedTest
    @CsvSource({
        "10, 20, 4, 6, 1, 1",
        "10, 20, 2, 6, 0.5, 1",
        "8, 17, 8, 12, 0.25, 0.25",
        "12, 23, 4, 6, 0.14285714285714285, 0.25",
        "10.5, 20, 4, 6, 0.7777777777777778, 0.875",
        "14, 20, 4, 6, 0, 0",
        "10, 26, 4, 6, 0, 0",
        "0, 0, 2, 2, 0, 0",
        "11, 21, 0, 3, 0, 0",
        "11, 21, 3, 0, 0, 0"
    })
    void boxesOverlap(double row, double column, double height, double width, double iou, double crowd) {
        BoundingBox found = new BoundingBox(row, column, height, width);
        assertThat(found.area()).isEqualTo(height * width);
        assertThat(found.iou(BOX, false)).isEqualTo(iou);
        assertThat(found.iou(BOX, true)).isEqualTo(crowd);
    }

    @Test
    void aBoxOfPixelsKeepsItsPlace() {
        assertThat(BoundingBox.of(new Box(10, 20, 4, 6))).isEqualTo(BOX);
    }

    /** By columns of 3: 6 pixels against 3, of which 3, 2, 1 or none are shared. */
    @ParameterizedTest
    @CsvSource({
        "9, 3, 0.5, 1",
        "5, 3, 0.2857142857142857, 0.6666666666666666",
        "4, 3, 0.125, 0.3333333333333333",
        "0, 3, 0, 0",
        "0, 0, 0, 0"
    })
    void masksOverlap(int before, int inside, double iou, double crowd) {
        Size size = new Size(3, 4);
        ObjectMask stairs = new ObjectMask(RunLengths.of(size, new int[] {5, 1, 1, 5}));
        ObjectMask found = new ObjectMask(RunLengths.of(size, new int[] {before, inside, 12 - before - inside}));
        assertThat(stairs.area()).isEqualTo(6);
        assertThat(found.area()).isEqualTo(inside);
        assertThat(found.iou(stairs, false)).isEqualTo(iou);
        assertThat(found.iou(stairs, true)).isEqualTo(crowd);
        assertThat(found.pixels().iou(stairs.pixels(), false)).isEqualTo(iou);
        assertThat(found).isEqualTo(new ObjectMask(found.pixels())).isNotEqualTo(stairs);
        assertThat(found).hasSameHashCodeAs(new ObjectMask(found.pixels())).hasToString(inside + " pixels of 3x4");
    }

    @Test
    void masksAreOfOneImage() {
        ObjectMask one = new ObjectMask(RunLengths.empty(new Size(3, 4)));
        ObjectMask other = new ObjectMask(RunLengths.empty(new Size(4, 3)));
        assertThatThrownBy(() -> one.iou(other, false))
                .hasMessageStartingWith("masks must have the size of the truth 4x3, got 3x4");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, -1, 2", "0, 0, 2, NaN", "NaN, 0, 2, 2", "0, Infinity, 2, 2", "0, 0, 1e200, 1e200"})
    void refusesWhatIsNoBox(double row, double column, double height, double width) {
        assertThatThrownBy(() -> new BoundingBox(row, column, height, width))
                .hasMessage("box must be finite and at least 0x0, got " + height + "x" + width + " at " + row + ", "
                        + column + "; are these row, column, height and width?");
    }
}
