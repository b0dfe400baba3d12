package org.vung.data.outline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
 * <p>Differs from the RFC: coordinates are pixels, not degrees, which section 4 leaves to those who agree on it; the member
 * {@code frame} says so.
 */
public final class GeoJson {

    /** The file closes its stream itself. */
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final Drawing drawing;

    private GeoJson(JsonGenerator json, Drawing drawing) {
        this.json = json;
        this.drawing = drawing;
    }

    /**
     * Writes in pixels: [column, row] from the upper left corner of the image, rows downwards.
     *
     * @param drawing of an image
     * @param out gets the file; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new GeoJson(json, drawing).write();
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
        json.writeStringProperty("unit", "pixel");
        json.writeStringProperty("axes", "column, row");
        json.writeStringProperty("origin", "upper left corner of the image, rows downwards");
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

    /** The first corner stands at the end once more. */
    private void ring(Ring ring) {
        json.writeStartArray();
        for (int corner = 0; corner <= ring.size(); corner++) {
            int at = corner % ring.size();
            json.writeStartArray();
            json.writeNumber(ring.column(at));
            json.writeNumber(ring.row(at));
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
