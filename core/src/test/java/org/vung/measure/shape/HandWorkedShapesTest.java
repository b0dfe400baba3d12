package org.vung.measure.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;

class HandWorkedShapesTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    /** Label 1 of rows of text, where {@code #} is 1. */
    private static RegionShape shape(String... rows) {
        Size size = new Size(rows.length, rows[0].length());
        int[] labels =
                String.join("", rows).chars().map(pixel -> pixel == '#' ? 1 : 0).toArray();
        return RegionShapes.of(LabelMap.of(size, labels)).stream()
                .filter(region -> region.label() == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPixelIsADiamond() {
        RegionShape pixel = shape("...", ".#.", "...");
        assertThat(pixel.eulerNumber()).isEqualTo(1);
        assertThat(pixel.convexHull().area()).isEqualTo(1);
        assertThat(pixel.convexHull().feret().maximum()).isEqualTo(1);
        assertThat(pixel.convexHull().feret().minimum()).isCloseTo(Math.sqrt(0.5), CLOSE);
        assertThat(pixel.moments().centroidRow()).isEqualTo(1);
        assertThat(pixel.moments().ellipse().majorAxis()).isZero();
    }

    @Test
    void aLineIsAsLongAsItHasPixels() {
        Feret across = shape("#####").convexHull().feret();
        Feret down = shape("#", "#", "#").convexHull().feret();
        assertThat(across).isEqualTo(new Feret(5, 1));
        assertThat(down).isEqualTo(new Feret(3, 1));
    }

    @Test
    void anImageThatIsOneRegionFillsItself() {
        RegionShape all = shape("####", "####", "####");
        assertThat(all.eulerNumber()).isEqualTo(1);
        assertThat(all.convexHull().solidity()).isEqualTo(1);
        assertThat(all.convexHull().feret().maximum()).isCloseTo(Math.hypot(4, 2), CLOSE);
        assertThat(all.convexHull().feret().minimum()).isCloseTo(3, CLOSE);
    }

    @Test
    void aHoleCountsAgainstItsRegion() {
        assertThat(shape("###", "#.#", "###").eulerNumber()).isZero();
        assertThat(shape("#####", "#.#.#", "#####").eulerNumber()).isEqualTo(-1);
        assertThat(shape("###", "#.#", "###").convexHull().solidity()).isEqualTo(8 / 9.0);
    }

    @Test
    void pixelsThatTouchByACornerAreOnePart() {
        assertThat(shape("#.", ".#").eulerNumber()).isEqualTo(1);
        assertThat(shape("#..", "...", "..#").eulerNumber()).isEqualTo(2);
        assertThat(shape(".#.", "#.#", ".#.").eulerNumber()).isZero();
    }

    @Test
    void theHullOfTwoPixelsJoinsThem() {
        ConvexHull hull = shape("#....", ".....", "....#").convexHull();
        assertThat(hull.area()).isEqualTo(7);
        assertThat(hull.solidity()).isEqualTo(2 / 7.0);
    }

    @Test
    void momentsOfARectangleAreKnown() {
        Moments moments = shape("....", ".##.", ".##.", ".##.").moments();
        assertThat(moments.raw(0, 0)).isEqualTo(6);
        assertThat(moments.raw(1, 0)).isEqualTo(6);
        assertThat(moments.raw(0, 3)).isEqualTo(3);
        assertThat(moments.central(2, 0)).isEqualTo(4);
        assertThat(moments.central(0, 2)).isEqualTo(1.5);
        assertThat(moments.normalised(2, 0)).isCloseTo(4 / 36.0, CLOSE);
        assertThat(moments.normalised(1, 0)).isNaN();
        assertThat(moments.hu()[0]).isCloseTo(5.5 / 36, CLOSE);
        assertThat(moments.inertia()).containsExactly(new double[] {4 / 6.0, 0.25}, CLOSE);
        assertThat(moments.centroidColumn()).isEqualTo(1.5);
        assertThatThrownBy(() -> moments.raw(4, 0)).hasMessage("powers must be 0 … 3, got 4 and 0");
    }

    @Test
    void stretchedPixelsStretchAxesAndWidths() {
        RegionShape flat = shape("####");
        RegionShape square = shape("####", "####", "####", "####");
        PixelSize tall = new PixelSize(4, 1, "µm");
        assertThat(flat.convexHull().feret(tall).maximum()).isCloseTo(Math.hypot(4, 3), CLOSE);
        assertThat(square.convexHull().feret(tall).minimum()).isCloseTo(4, CLOSE);
        assertThat(square.convexHull().feret(tall).maximum()).isCloseTo(Math.hypot(16, 3), CLOSE);
        assertThat(square.moments().ellipse(tall).majorAxis()).isCloseTo(16 * Math.sqrt(1.25), CLOSE);
        assertThat(square.moments().ellipse(tall).minorAxis()).isCloseTo(4 * Math.sqrt(1.25), CLOSE);
        assertThat(square.moments().ellipse(tall).orientation()).isZero();
    }

    @Test
    void theLeastWidthLiesAcrossASlantingSide() {
        ConvexHull triangle = shape("#####", "####.", "###..", "##...", "#....").convexHull();
        assertThat(triangle.solidity()).isEqualTo(1);
        assertThat(triangle.feret().minimum()).isCloseTo(5 / Math.sqrt(2), CLOSE);
        assertThat(triangle.feret().maximum()).isCloseTo(Math.hypot(5, 4), CLOSE);
        ConvexHull diamond = shape("..#..", ".###.", "#####", ".###.", "..#..").convexHull();
        assertThat(diamond.solidity()).isEqualTo(1);
        assertThat(diamond.feret().minimum()).isCloseTo(5 / Math.sqrt(2), CLOSE);
        assertThat(diamond.feret().maximum()).isEqualTo(5);
    }

    @Test
    void theLongestRowOfAnImageDoesNotOverflow() {
        Size size = new Size(1, 30_000_000);
        int[] labels = new int[size.pixels()];
        labels[0] = labels[29_999_999] = 1;
        RegionShape ends = RegionShapes.of(LabelMap.wrap(size, labels)).get(1);
        assertThat(ends.convexHull().area()).isEqualTo(30_000_000);
        assertThat(ends.convexHull().feret().maximum()).isEqualTo(30_000_000);
        assertThat(ends.moments().central(0, 2)).isEqualTo(2 * Math.pow(29_999_999 / 2.0, 2));
    }
}
