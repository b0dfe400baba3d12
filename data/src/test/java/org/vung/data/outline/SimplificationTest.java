package org.vung.data.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vung.Partition;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.RunLengths;

class SimplificationTest {

    private static final GeometryFactory JTS = new GeometryFactory();

    /** A disc with a round hole and a disc in that. */
    private static RunLengths rings(int radius) {
        Size size = new Size(2 * radius + 1, 2 * radius + 1);
        boolean[] inside = new boolean[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double distance = Math.hypot(row - radius, column - radius) / radius;
                inside[size.index(row, column)] = distance <= 1 && (distance > 0.7 || distance < 0.4);
            }
        }
        return RunLengths.of(size, inside);
    }

    private static Geometry geometry(List<Polygon> parts) {
        return JTS.createMultiPolygon(
                parts.stream().map(PolygonTest::geometry).toArray(org.locationtech.jts.geom.Polygon[]::new));
    }

    private static int corners(List<Polygon> parts) {
        return parts.stream().flatMap(Polygon::rings).mapToInt(Ring::size).sum();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5})
    void linesStayNearAndKeepPartsAndHoles(double tolerance) {
        List<Polygon> exact = Polygon.of(rings(60));
        List<Polygon> simple = Simplification.of(exact, tolerance);
        assertThat(simple).hasSize(2);
        assertThat(simple.get(0).holes()).hasSize(1);
        assertThat(geometry(simple).isValid()).isTrue();
        Geometry lines = geometry(simple).getBoundary();
        for (Coordinate corner : geometry(exact).getCoordinates()) {
            assertThat(lines.distance(JTS.createPoint(corner))).isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void aPixelIsASmallPriceForAQuarterOfTheCorners() {
        List<Polygon> exact = Polygon.of(rings(60));
        assertThat(corners(Simplification.of(exact, 1))).isLessThan(corners(exact) / 4);
    }

    @Test
    void noiseStaysValid() {
        for (int seed = 0; seed < 500; seed++) {
            List<Polygon> exact = Polygon.of(Masks.random(seed));
            List<Polygon> simple = Simplification.of(exact, 1.5);
            assertThat(geometry(simple).isValid()).as("seed " + seed).isTrue();
            assertThat(simple).hasSameSizeAs(exact);
            assertThat(simple.stream().mapToInt(part -> part.holes().size()).sum())
                    .isEqualTo(
                            exact.stream().mapToInt(part -> part.holes().size()).sum());
        }
    }

    @Test
    void noToleranceIsTheEdgeItself() {
        RunLengths mask = rings(20);
        int[] labels = new int[mask.size().pixels()];
        mask.paint(labels, 1);
        Drawing drawing = Drawing.of("x", new Partition(LabelMap.wrap(mask.size(), labels)), Palette.distinct());
        Outlined region = drawing.regions().get(1);
        assertThat(drawing.simplified(0).polygons(region)).isEqualTo(Polygon.of(mask));
        assertThat(corners(drawing.simplified(2).polygons(region))).isLessThan(corners(Polygon.of(mask)));
        assertThatThrownBy(() -> drawing.simplified(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> drawing.simplified(Double.NaN)).hasMessageContaining("got NaN");
    }
}
