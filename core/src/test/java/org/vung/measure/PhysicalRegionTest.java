package org.vung.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelGrids;
import org.vung.label.LabelMap;

class PhysicalRegionTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void squarePixelsScaleEveryLength() {
        PixelSize half = PixelSize.square(0.5, "µm");
        for (Region region : Regions.of(LabelGrids.read("regions.txt"))) {
            PhysicalRegion physical = PhysicalRegion.of(region, half);
            assertThat(physical.area()).isEqualTo(region.area() / 4.0);
            assertThat(physical.centroidRow()).isEqualTo(region.centroidRow() / 2);
            assertThat(physical.centroidColumn()).isEqualTo(region.centroidColumn() / 2);
            assertThat(physical.perimeter()).isEqualTo(region.perimeter() / 2);
            assertThat(physical.equivalentDiameter()).isCloseTo(region.equivalentDiameter() / 2, CLOSE);
            assertThat(physical.ellipse().majorAxis())
                    .isCloseTo(region.ellipse().majorAxis() / 2, CLOSE);
            assertThat(physical.ellipse().minorAxis())
                    .isCloseTo(region.ellipse().minorAxis() / 2, CLOSE);
        }
    }

    @Test
    void pixelsThatAreNotSquareKeepAreaAndEllipseButNoPerimeter() {
        int[] labels = new int[16];
        Arrays.fill(labels, 1);
        Region square = Regions.of(LabelMap.of(new Size(4, 4), labels)).get(0);
        PhysicalRegion tall = PhysicalRegion.of(square, new PixelSize(3, 2, "mm"));
        assertThat(tall.area()).isEqualTo(96);
        assertThat(tall.centroidRow()).isEqualTo(4.5);
        assertThat(tall.centroidColumn()).isEqualTo(3);
        assertThat(tall.perimeter()).isNaN();
        assertThat(tall.ellipse().majorAxis()).isCloseTo(12 * Math.sqrt(1.25), CLOSE);
        assertThat(tall.ellipse().minorAxis()).isCloseTo(8 * Math.sqrt(1.25), CLOSE);
        assertThat(tall.ellipse().orientation()).isEqualTo(0, CLOSE);
    }

    @Test
    void aSlantingLineStretchesAlongItsLongerSide() {
        Region line = Regions.of(LabelMap.of(new Size(3, 3), new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}))
                .get(1);
        Ellipse ellipse = line.ellipse().in(new PixelSize(4, 3, "m"));
        assertThat(ellipse.majorAxis()).isCloseTo(4 * 5 * Math.sqrt(2 / 3.0), CLOSE);
        assertThat(ellipse.minorAxis()).isCloseTo(0, CLOSE);
        assertThat(ellipse.orientation()).isCloseTo(Math.atan2(3, 4), CLOSE);
    }

    @Test
    void aPixelHasASize() {
        assertThatThrownBy(() -> PixelSize.square(0, "m"))
                .hasMessage("pixel height must be above 0 and finite, got 0.0");
        assertThatThrownBy(() -> new PixelSize(1, Double.NaN, "m"))
                .hasMessage("pixel width must be above 0 and finite, got NaN");
        assertThat(new PixelSize(2, 3, "m").distance(2, 1)).isEqualTo(5);
    }
}
