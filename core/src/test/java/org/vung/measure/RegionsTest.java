package org.vung.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelGrids;
import org.vung.label.LabelMap;

class RegionsTest {

    @Test
    void propertiesAreThoseOfScikitImage() {
        LabelMap labels = LabelGrids.read("regions.txt");
        List<Region> regions = Regions.of(labels, LabelGrids.colours(labels.size()));
        List<String> lines = LabelGrids.lines(RegionsTest.class, "regions.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(regions).hasSameSizeAs(lines);
        for (int at = 0; at < lines.size(); at++) {
            double[] expected = Arrays.stream(lines.get(at).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(values(regions.get(at))).as("region %d", at).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void bandsAndOneSweepAgree() {
        Size size = new Size(130, 57);
        int[] labels = new int[size.pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = pixel % 57 / 9 + 7 * (pixel / 57 / 31);
        }
        List<Region> banded = Regions.of(LabelMap.of(size, labels));
        labels[0] = 5000;
        List<Region> swept = Regions.of(LabelMap.of(size, labels));
        assertThat(swept.subList(1, banded.size())).isEqualTo(banded.subList(1, banded.size()));
    }

    @Test
    void farFromTheOriginShapesKeepTheirPrecision() {
        Size size = new Size(2, 1_000_000);
        int[] labels = new int[size.pixels()];
        labels[999_998] = labels[999_999] = labels[1_999_998] = labels[1_999_999] = 1;
        Region square = Regions.of(LabelMap.wrap(size, labels)).get(1);
        assertThat(square.box()).isEqualTo(new Box(0, 999_998, 2, 2));
        assertThat(square.ellipse().majorAxis()).isEqualTo(2);
        assertThat(square.ellipse().eccentricity()).isZero();
        assertThat(square.extent()).isEqualTo(1);
        assertThat(square.share()).isEqualTo(2e-6);
    }

    @Test
    void labelsWithoutPixelsAreLeftOut() {
        List<Region> regions = Regions.of(LabelMap.of(new Size(1, 2), new int[] {3, 3}));
        assertThat(regions).extracting(Region::label).containsExactly(3);
        assertThat(regions.get(0).meanColour()).isEmpty();
        assertThat(regions.get(0).perimeter()).isZero();
    }

    private static double[] values(Region region) {
        Box box = region.box();
        return new double[] {
            region.label(),
            region.area(),
            box.row(),
            box.column(),
            box.height(),
            box.width(),
            region.centroidRow(),
            region.centroidColumn(),
            region.perimeter(),
            region.ellipse().majorAxis(),
            region.ellipse().minorAxis(),
            region.ellipse().eccentricity(),
            region.meanColour().get(0),
            region.meanColour().get(1),
            region.meanColour().get(2)
        };
    }
}
