package org.vung.data.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vung.data.file.DataFiles;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import tools.jackson.databind.JsonNode;

/** The pixels whose middles lie in a Polygon or MultiPolygon of GeoJSON, in pixels as [column, row]: by the even-odd rule over all rings. */
final class PolygonFill {

    private static final int MOST_CORNERS = 1_000_000;

    private final Size size;
    /** Of all rings, each edge as column, row, column, row. */
    private final List<double[]> edges = new ArrayList<>();

    private PolygonFill(Size size) {
        this.size = size;
    }

    static RunLengths of(JsonNode shape, Size size) {
        PolygonFill fill = new PolygonFill(size);
        String type = shape.path("type").asString("");
        JsonNode coordinates = shape.path("coordinates");
        switch (type) {
            case "Polygon" -> coordinates.forEach(fill::add);
            case "MultiPolygon" -> coordinates.forEach(polygon -> polygon.forEach(fill::add));
            default ->
                throw new IllegalArgumentException(
                        "geometry must be a Polygon or MultiPolygon, got '" + DataFiles.shown(type) + "'");
        }
        if (fill.edges.isEmpty()) {
            throw new IllegalArgumentException("polygon must have corners, got none");
        }
        return fill.mask();
    }

    private void add(JsonNode ring) {
        if (ring.size() < 3) {
            throw new IllegalArgumentException("ring must have at least 3 corners, got " + ring.size());
        }
        double[] before = corner(ring.get(ring.size() - 1));
        for (JsonNode next : ring) {
            double[] corner = corner(next);
            edges.add(new double[] {before[0], before[1], corner[0], corner[1]});
            before = corner;
        }
        if (edges.size() > MOST_CORNERS) {
            throw new IllegalArgumentException("polygon must have at most " + MOST_CORNERS + " corners");
        }
    }

    private static double[] corner(JsonNode node) {
        boolean pair = node.size() >= 2 && node.get(0).isNumber() && node.get(1).isNumber();
        double column = pair ? node.get(0).asDouble() : Double.NaN;
        double row = pair ? node.get(1).asDouble() : Double.NaN;
        if (!Double.isFinite(column + row)) {
            throw new IllegalArgumentException(
                    "corner must be two finite numbers [column, row], got " + DataFiles.shown(node.toString()));
        }
        return new double[] {column, row};
    }

    private RunLengths mask() {
        boolean[] inside = new boolean[size.pixels()];
        List<List<Double>> crossings = new ArrayList<>();
        for (int row = 0; row < size.height(); row++) {
            crossings.add(new ArrayList<>(0));
        }
        edges.forEach(edge -> cross(edge, crossings));
        for (int row = 0; row < size.height(); row++) {
            double[] columns = crossings.get(row).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            for (int at = 0; at + 1 < columns.length; at += 2) {
                int first = size.index(row, 0);
                Arrays.fill(
                        inside,
                        first + middle(columns[at], size.width()),
                        first + middle(columns[at + 1], size.width()),
                        true);
            }
        }
        return RunLengths.of(size, inside);
    }

    /** Where an edge passes the middles of rows. */
    private void cross(double[] edge, List<List<Double>> crossings) {
        double top = Math.min(edge[1], edge[3]);
        double bottom = Math.max(edge[1], edge[3]);
        for (int row = middle(top, size.height()); row < middle(bottom, size.height()); row++) {
            double along = (row + 0.5 - edge[1]) / (edge[3] - edge[1]);
            crossings.get(row).add(edge[0] + along * (edge[2] - edge[0]));
        }
    }

    /** The first pixel whose middle is not before a place. */
    private static int middle(double place, int length) {
        return (int) Math.max(0, Math.min(length, Math.ceil(place - 0.5)));
    }
}
