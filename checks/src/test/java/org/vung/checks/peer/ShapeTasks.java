package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vung.image.Image;
import org.vung.label.LabelMap;
import org.vung.measure.Ellipse;
import org.vung.measure.Region;
import org.vung.measure.Regions;
import org.vung.measure.intensity.Intensity;
import org.vung.measure.intensity.RegionIntensity;
import org.vung.measure.shape.ConvexHull;
import org.vung.measure.shape.Moments;
import org.vung.measure.shape.RegionShape;
import org.vung.measure.shape.RegionShapes;
import tools.jackson.databind.JsonNode;

/** Every property of every region, the costly ones too. */
final class ShapeTasks {

    private static final int POWERS = 4;

    private ShapeTasks() {}

    /** {@code image, labels, out} → a row of numbers per region in {@code out}. */
    static Map<String, Object> measure(JsonNode request) throws IOException {
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        int[] names = Arrays.stream(
                        Npy.readDoubles(Path.of(request.path("labels").asString())))
                .mapToInt(value -> (int) value)
                .toArray();
        LabelMap labels = LabelMap.wrap(image.size(), names);
        Timed<List<double[]>> rows = Timed.of(request, () -> rows(labels, image));
        double[] all = rows.answer().stream().flatMapToDouble(Arrays::stream).toArray();
        int count = rows.answer().size();
        Npy.write(Path.of(request.path("out").asString()), all, count, all.length / count);
        return Map.of("seconds", rows.seconds());
    }

    private static List<double[]> rows(LabelMap labels, Image image) {
        List<Region> regions = Regions.of(labels);
        List<RegionIntensity> intensities = RegionIntensity.of(labels, image);
        List<RegionShape> shapes = RegionShapes.of(labels);
        return IntStream.range(0, regions.size())
                .parallel()
                .mapToObj(at -> row(regions.get(at), shapes.get(at), intensities.get(at)))
                .toList();
    }

    private static double[] row(Region region, RegionShape shape, RegionIntensity intensity) {
        DoubleStream.Builder row = DoubleStream.builder();
        row.add(region.label()).add(region.area());
        row.add(region.box().row()).add(region.box().column());
        row.add(region.box().height()).add(region.box().width());
        row.add(region.centroidRow()).add(region.centroidColumn());
        row.add(region.perimeter()).add(region.extent()).add(region.equivalentDiameter());
        Ellipse ellipse = region.ellipse();
        row.add(ellipse.majorAxis()).add(ellipse.minorAxis()).add(ellipse.eccentricity());
        row.add(ellipse.orientation());
        row.add(shape.eulerNumber()).add(shape.croftonPerimeter());
        ConvexHull hull = shape.convexHull();
        row.add(hull.area()).add(hull.solidity()).add(hull.feret().maximum());
        add(shape.moments(), row);
        for (Intensity channel : intensity.channels()) {
            row.add(channel.mean()).add(channel.minimum()).add(channel.maximum());
            row.add(channel.deviation()).add(channel.centroidRow()).add(channel.centroidColumn());
        }
        return row.build().toArray();
    }

    private static void add(Moments moments, DoubleStream.Builder row) {
        for (int place = 0; place < POWERS * POWERS; place++) {
            row.add(moments.raw(place / POWERS, place % POWERS));
        }
        for (int place = 0; place < POWERS * POWERS; place++) {
            row.add(moments.central(place / POWERS, place % POWERS));
        }
        for (int place = 0; place < POWERS * POWERS; place++) {
            row.add(moments.normalised(place / POWERS, place % POWERS));
        }
        DoubleStream.of(moments.hu()).forEach(row);
        DoubleStream.of(moments.inertia()).forEach(row);
    }
}
