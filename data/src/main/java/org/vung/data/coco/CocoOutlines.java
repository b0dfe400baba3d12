package org.vung.data.coco;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.vung.data.file.ClassList;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.Outlined;
import org.vung.data.outline.Polygon;
import org.vung.data.outline.Ring;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the regions of one image in the form of COCO's data sets: images, categories, annotations. A region without holes has a
 * polygon for each of its parts, which fills to the same mask; one with holes, which polygons of COCO cannot have, has compressed run
 * lengths. Scores stand beside the numbers of COCO.
 */
public final class CocoOutlines {

    private final JsonGenerator json;
    private final Drawing drawing;
    private final List<LabelClass> classes;
    /** A category is numbered as {@link CocoResults} does. */
    private final int first;

    private CocoOutlines(JsonGenerator json, Drawing drawing) {
        this.json = json;
        this.drawing = drawing;
        this.classes = drawing.classes().isEmpty() ? List.of(new LabelClass("region", 0)) : drawing.classes();
        this.first = ClassList.isGround(classes.get(0)) ? 0 : 1;
    }

    /**
     * Writes a drawing. Regions with holes are written as they are, simplified or not.
     *
     * @param drawing of an image
     * @param out gets the file; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, OutputStream out) throws IOException {
        try (JsonGenerator json = CocoParts.to(out)) {
            new CocoOutlines(json, drawing).write();
        }
    }

    private void write() {
        json.writeStartObject();
        json.writeName("images");
        json.writeStartArray();
        CocoParts.image(json, 1, drawing.image(), drawing.size());
        json.writeEndArray();
        categories();
        json.writeName("annotations");
        json.writeStartArray();
        int id = 1;
        for (Outlined region : drawing.regions()) {
            json.writeRaw("\n");
            annotation(region, id++);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw("\n");
    }

    private void categories() {
        json.writeName("categories");
        json.writeStartArray();
        for (int place = 0; place < classes.size(); place++) {
            json.writeStartObject();
            CocoParts.category(json, place + first, classes.get(place));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void annotation(Outlined region, int id) {
        RunLengths mask = region.mask();
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeNumberProperty("image_id", 1);
        json.writeNumberProperty("category_id", Math.max(0, region.category()) + first);
        json.writeNumberProperty("region_id", region.id());
        region.score().ifPresent(score -> json.writeNumberProperty("score", score));
        json.writeNumberProperty("iscrowd", 0);
        json.writeName("bbox");
        json.writeArray(Annotation.bbox(mask), 0, 4);
        json.writeNumberProperty("area", mask.area());
        json.writeName("segmentation");
        List<Polygon> parts = drawing.polygons(region);
        if (parts.stream().allMatch(part -> part.holes().isEmpty())) {
            json.writeStartArray();
            for (Polygon part : parts) {
                Ring ring = part.outer();
                json.writeArray(ring.corners(), 0, 2 * ring.size());
            }
            json.writeEndArray();
        } else {
            CocoParts.segmentation(json, mask);
        }
        json.writeEndObject();
    }
}
