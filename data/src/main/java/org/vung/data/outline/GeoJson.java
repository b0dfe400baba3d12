package org.vung.data.outline;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vung.data.geo.LonLat;
import org.vung.data.geo.Placement;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a drawing as a GeoJSON FeatureCollection: a feature per region, a Polygon where it has one part, else a MultiPolygon. Outer
 * rings run so that their area in the coordinates as numbers is positive, holes the other way.
 *
 * <p>Source: H. Butler, M. Daly, A. Doyle, S. Gillies, S. Hagen and T. Schaub, "The GeoJSON Format", RFC 7946, 2016.
 *
 * <p>Differs from the RFC:
 *
 * <ul>
 *   <li>without a placement, coordinates are pixels, which section 4 leaves to those who agree on it; the member {@code frame} says so;
 *   <li>what crosses 180° is not cut in two.
 * </ul>
 */
public final class GeoJson {

    /** The file closes its stream itself. */
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Of a degree: a tenth of a millimetre. */
    private static final int DECIMALS = 9;

    private final JsonGenerator json;
    private final Drawing drawing;
    private final Optional<Placement> placement;

    private GeoJson(JsonGenerator json, Drawing drawing, Optional<Placement> placement) {
        this.json = json;
        this.drawing = drawing;
        this.placement = placement;
    }

    /**
     * Writes longitude and latitude where the place of the image is known, else [column, row] in pixels from its upper left corner,
     * rows downwards.
     *
     * @param drawing of an image
     * @param placement of the image; empty where it is unknown
     * @param out gets the file; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, Optional<Placement> placement, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new GeoJson(json, drawing, placement).write();
        }
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("image", drawing.image());
        frame();
        json.writeName("features");
        json.writeStartArray();
        for (Outlined region : drawing.regions()) {
            json.writeRaw("\n");
            feature(region);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw("\n");
    }

    private void frame() {
        json.writeName("frame");
        json.writeStartObject();
        if (placement.isPresent()) {
            json.writeStringProperty("unit", "degree");
            json.writeStringProperty("axes", "longitude, latitude of WGS 84");
            json.writeStringProperty("from", "EPSG:" + placement.get().epsg());
        } else {
            json.writeStringProperty("unit", "pixel");
            json.writeStringProperty("axes", "column, row");
            json.writeStringProperty("origin", "upper left corner of the image, rows downwards");
        }
        json.writeNumberProperty("height", drawing.size().height());
        json.writeNumberProperty("width", drawing.size().width());
        json.writeNumberProperty("simplified_by", drawing.tolerance());
        json.writeEndObject();
    }

    private void feature(Outlined region) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", region.id());
        json.writeName("properties");
        json.writeStartObject();
        json.writeNumberProperty("id", region.id());
        if (region.category() >= 0) {
            json.writeStringProperty("name", drawing.name(region));
        }
        region.score().ifPresent(score -> json.writeNumberProperty("score", score));
        json.writeNumberProperty("area_px", region.mask().area());
        json.writeStringProperty("color", String.format("#%06x", region.rgb()));
        json.writeEndObject();
        geometry(drawing.polygons(region));
        json.writeEndObject();
    }

    private void geometry(List<Polygon> parts) {
        json.writeName("geometry");
        json.writeStartObject();
        json.writeStringProperty("type", parts.size() == 1 ? "Polygon" : "MultiPolygon");
        json.writeName("coordinates");
        if (parts.size() == 1) {
            polygon(parts.get(0));
        } else {
            json.writeStartArray();
            parts.forEach(this::polygon);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void polygon(Polygon part) {
        json.writeStartArray();
        part.rings().forEach(this::ring);
        json.writeEndArray();
    }

    private void ring(Ring ring) {
        if (placement.isEmpty()) {
            places(
                    corner -> {
                        json.writeNumber(ring.column(corner));
                        json.writeNumber(ring.row(corner));
                    },
                    ring.size());
            return;
        }
        List<LonLat> places = IntStream.range(0, ring.size())
                .mapToObj(corner -> placement.get().at(ring.column(corner), ring.row(corner)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (area(places) > 0 != ring.area() > 0) {
            Collections.reverse(places);
        }
        places(
                corner -> {
                    degrees(places.get(corner).longitude());
                    degrees(places.get(corner).latitude());
                },
                places.size());
    }

    /** The first corner stands at the end once more. */
    private void places(IntConsumer numbers, int corners) {
        json.writeStartArray();
        for (int corner = 0; corner <= corners; corner++) {
            json.writeStartArray();
            numbers.accept(corner % corners);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void degrees(double value) {
        json.writeNumber(BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString());
    }

    /** Twice the area, from the first corner, since areas of pixels are small beside degrees. */
    private static double area(List<LonLat> ring) {
        LonLat origin = ring.get(0);
        double area = 0;
        for (int at = 1; at < ring.size() - 1; at++) {
            LonLat one = ring.get(at);
            LonLat next = ring.get(at + 1);
            area += (one.longitude() - origin.longitude()) * (next.latitude() - origin.latitude())
                    - (next.longitude() - origin.longitude()) * (one.latitude() - origin.latitude());
        }
        return area;
    }
}
