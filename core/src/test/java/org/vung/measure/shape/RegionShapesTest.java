package org.vung.measure.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelGrids;
import org.vung.label.LabelMap;
import org.vung.measure.Ellipse;
import org.vung.measure.Oracle;
import org.vung.measure.Region;
import org.vung.measure.Regions;

class RegionShapesTest {

    @ParameterizedTest
    @ValueSource(strings = {"made", "noise", "blobs", "waves", "sparse", "row", "column", "pixel"})
    void propertiesAreThoseOfScikitImage(String name) {
        LabelMap labels = LabelGrids.read(RegionShapesTest.class, name + ".txt");
        List<RegionShape> shapes = RegionShapes.of(labels);
        List<Region> regions = Regions.of(labels);
        List<double[]> expected = Oracle.rows(RegionShapesTest.class, name + "-shapes.txt");
        assertThat(shapes).hasSameSizeAs(expected).hasSameSizeAs(regions);
        for (int at = 0; at < expected.size(); at++) {
            double[] values = values(shapes.get(at), regions.get(at));
            Oracle.assertEqual(name + ", region " + at, values, expected.get(at));
            assertThat(shapes.get(at).box()).isEqualTo(regions.get(at).box());
        }
    }

    private static double[] values(RegionShape shape, Region region) {
        Moments moments = shape.moments();
        ConvexHull hull = shape.convexHull();
        Ellipse ellipse = moments.ellipse();
        DoubleStream.Builder all = DoubleStream.builder();
        all.add(shape.label()).add(shape.area()).add(shape.eulerNumber()).add(shape.croftonPerimeter());
        all.add(hull.area()).add(hull.solidity());
        all.add(hull.feret().maximum()).add(hull.feret().minimum());
        forEachPower((p, q) -> all.add(moments.raw(p, q)));
        forEachPower((p, q) -> all.add(moments.central(p, q)));
        forEachPower((p, q) -> {
            if (p + q > 1) {
                all.add(moments.normalised(p, q));
            }
        });
        DoubleStream.of(moments.hu()).forEach(all);
        DoubleStream.of(moments.inertia()).forEach(all);
        all.add(moments.centroidRow()).add(moments.centroidColumn());
        all.add(ellipse.majorAxis() * ellipse.majorAxis()).add(ellipse.minorAxis() * ellipse.minorAxis());
        all.add(region.perimeter()).add(region.equivalentDiameter()).add(region.extent());
        return all.build().toArray();
    }

    private interface Powers {
        void accept(int p, int q);
    }

    private static void forEachPower(Powers powers) {
        for (int p = 0; p < 4; p++) {
            for (int q = 0; q < 4; q++) {
                powers.accept(p, q);
            }
        }
    }

    @Test
    void labelsWithoutPixelsAreLeftOut() {
        List<RegionShape> shapes = RegionShapes.of(LabelMap.of(new Size(1, 3), new int[] {5, 2, 5}));
        assertThat(shapes).extracting(RegionShape::label).containsExactly(2, 5);
        assertThat(shapes).extracting(RegionShape::area).containsExactly(1, 2);
        assertThat(shapes.get(1).box()).isEqualTo(new Box(0, 0, 1, 3));
    }

    @Test
    void whateverBandARunLiesInItIsSortedByItsLabel() {
        Size size = new Size(130, 57);
        int[] labels = new int[size.pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = pixel % 57 / 9 + 7 * (pixel / 57 / 31);
        }
        LabelMap map = LabelMap.of(size, labels);
        List<Region> regions = Regions.of(map);
        List<RegionShape> shapes = RegionShapes.of(map);
        for (int at = 0; at < regions.size(); at++) {
            assertThat(shapes.get(at).box()).isEqualTo(regions.get(at).box());
            assertThat(shapes.get(at).area()).isEqualTo(regions.get(at).area());
            assertThat(shapes.get(at).convexHull().solidity()).isEqualTo(1);
        }
    }
}
