package org.vung.data.coco;

import java.io.OutputStream;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The pieces that every file of COCO is made of. */
final class CocoParts {

    /** The file closes its stream itself. */
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private CocoParts() {}

    static JsonGenerator to(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    static void image(JsonGenerator json, int id, String file, Size size) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeStringProperty("file_name", file);
        json.writeNumberProperty("height", size.height());
        json.writeNumberProperty("width", size.width());
        json.writeEndObject();
    }

    /** Members of a category that its caller begins and ends. */
    static void category(JsonGenerator json, int id, LabelClass of) {
        json.writeNumberProperty("id", id);
        json.writeStringProperty("name", of.name());
        json.writeName("color");
        json.writeArray(new int[] {of.rgb() >> 16, of.rgb() >> 8 & 0xFF, of.rgb() & 0xFF}, 0, 3);
    }

    /** Compressed run lengths as the value of a member. */
    static void segmentation(JsonGenerator json, RunLengths mask) {
        json.writeStartObject();
        json.writeName("size");
        json.writeArray(new int[] {mask.size().height(), mask.size().width()}, 0, 2);
        json.writeStringProperty("counts", mask.text());
        json.writeEndObject();
    }
}
