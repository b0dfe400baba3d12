package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vung.classic.regionmerging.RegionMerging;
import org.vung.classic.watershed.Flooding;
import org.vung.grid.Neighbourhood;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.Boundaries;
import org.vung.label.ConnectedRegions;
import org.vung.label.LabelMap;
import org.vung.measure.Region;
import org.vung.measure.Regions;
import tools.jackson.databind.JsonNode;

/** Tasks on given labels, reliefs and markers; arrays travel as float64 files with {@code height, width} beside them. */
final class RegionTasks {

    private RegionTasks() {}

    /** {@code relief, markers, [part], connectivity} (1 or 2), {@code compactness, line, out} → labels in {@code out}. */
    static Map<String, Object> flood(JsonNode request) throws IOException {
        Size size = size(request);
        double[] relief = Npy.readDoubles(file(request, "relief"));
        int[] markers = whole(request, "markers");
        boolean[] part = new boolean[size.pixels()];
        int[] inside = request.has("part") ? whole(request, "part") : filled(size.pixels());
        for (int pixel = 0; pixel < part.length; pixel++) {
            part[pixel] = inside[pixel] != 0;
        }
        Flooding flooding = new Flooding(
                Neighbourhood.of(request.path("connectivity").asInt() * 4),
                request.path("compactness").asDouble(),
                request.path("line").asBoolean());
        Timed<int[]> labels = Timed.of(request, () -> flooding.flood(relief, markers, part, size));
        Npy.write(file(request, "out"), labels.answer(), size.height(), size.width());
        return Map.of("seconds", labels.seconds());
    }

    /** {@code image, labels, rule, threshold, regions, out} → labels in {@code out}. */
    static Map<String, Object> merge(JsonNode request) throws IOException {
        Image image = Npy.readImage(file(request, "image"));
        LabelMap small = LabelMap.wrap(image.size(), whole(request, "labels"));
        RegionMerging.Options options = new RegionMerging.Options(
                RegionMerging.Rule.valueOf(request.path("rule").asString().toUpperCase(Locale.ROOT)),
                request.path("threshold").asDouble(),
                request.path("regions").asInt());
        Timed<LabelMap> merged = Timed.of(request, () -> RegionMerging.merge(image, small, options));
        Npy.write(file(request, "out"), merged.answer().sharedLabels(), image.height(), image.width());
        return Map.of("seconds", merged.seconds());
    }

    /** {@code image, labels, mode, out} → the picture with boundaries in {@code out}. */
    static Map<String, Object> mark(JsonNode request) throws IOException {
        Image image = Npy.readImage(file(request, "image"));
        LabelMap labels = LabelMap.wrap(image.size(), whole(request, "labels"));
        Boundaries.Mode mode =
                Boundaries.Mode.valueOf(request.path("mode").asString().toUpperCase(Locale.ROOT));
        Timed<Image> marked = Timed.of(request, () -> Boundaries.mark(image, labels, Boundaries.YELLOW, mode));
        Npy.write(file(request, "out"), marked.answer());
        return Map.of("seconds", marked.seconds());
    }

    /** {@code image, labels, connectivity, out, parts} → a row of numbers per region in {@code out}, components in {@code parts}. */
    static Map<String, Object> measure(JsonNode request) throws IOException {
        Image image = Npy.readImage(file(request, "image"));
        LabelMap labels = LabelMap.wrap(image.size(), whole(request, "labels"));
        Neighbourhood neighbourhood =
                Neighbourhood.of(request.path("connectivity").asInt() * 4);
        Timed<List<Region>> regions = Timed.of(request, () -> Regions.of(labels, image));
        Timed<LabelMap> parts = Timed.of(request, () -> ConnectedRegions.split(labels, neighbourhood));
        double[] rows = regions.answer().stream()
                .flatMapToDouble(region -> Arrays.stream(row(region)))
                .toArray();
        int count = regions.answer().size();
        Npy.write(file(request, "out"), rows, count, rows.length / count);
        Npy.write(file(request, "parts"), parts.answer().sharedLabels(), image.height(), image.width());
        return Map.of("seconds", regions.seconds(), "split_seconds", parts.seconds());
    }

    private static double[] row(Region region) {
        double[] shape = {
            region.label(),
            region.area(),
            region.box().row(),
            region.box().column(),
            region.box().height(),
            region.box().width(),
            region.centroidRow(),
            region.centroidColumn(),
            region.perimeter(),
            region.ellipse().majorAxis(),
            region.ellipse().minorAxis(),
            region.ellipse().eccentricity(),
            region.ellipse().orientation()
        };
        double[] row = Arrays.copyOf(shape, shape.length + region.meanColour().size());
        for (int channel = 0; channel < region.meanColour().size(); channel++) {
            row[shape.length + channel] = region.meanColour().get(channel);
        }
        return row;
    }

    private static Size size(JsonNode request) {
        return new Size(request.path("height").asInt(), request.path("width").asInt());
    }

    private static Path file(JsonNode request, String name) {
        return Path.of(request.path(name).asString());
    }

    private static int[] filled(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static int[] whole(JsonNode request, String name) throws IOException {
        return Arrays.stream(Npy.readDoubles(file(request, name)))
                .mapToInt(value -> (int) value)
                .toArray();
    }
}
