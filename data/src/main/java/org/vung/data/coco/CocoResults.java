package org.vung.data.coco;

import java.io.IOException;
import java.io.OutputStream;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.data.file.ClassList;
import tools.jackson.core.JsonGenerator;

/**
 * Objects that were found, in the form of COCO's results: a list that pycocotools' {@code loadRes} takes, with
 * {@code category_name} and {@code file_name} beside the numbers.
 */
public final class CocoResults {

    private CocoResults() {}

    /**
     * Writes the objects of one image, the surest first. A category is numbered by its class where the classes begin with the
     * background, else from 1 on, as {@link CocoWriter} does.
     *
     * @param image its id: written as a number where it is one, as the names of COCO's images are
     * @param file its name
     * @param found objects; those without masks have no {@code segmentation}
     * @param out gets the list; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(String image, String file, Instances found, OutputStream out) throws IOException {
        boolean grounded =
                !found.classes().isEmpty() && ClassList.isGround(found.classes().get(0));
        try (JsonGenerator json = CocoParts.to(out)) {
            json.writeStartArray();
            for (Instance each : found.objects()) {
                json.writeStartObject();
                if (image.matches("[0-9]{1,18}")) {
                    json.writeNumberProperty("image_id", Long.parseLong(image));
                } else {
                    json.writeStringProperty("image_id", image);
                }
                json.writeStringProperty("file_name", file);
                json.writeNumberProperty("category_id", each.category() + (grounded ? 0 : 1));
                json.writeStringProperty(
                        "category_name", found.classes().get(each.category()).name());
                json.writeName("bbox");
                json.writeStartArray();
                for (float side : new float[] {each.column(), each.row(), each.width(), each.height()}) {
                    json.writeNumber(side);
                }
                json.writeEndArray();
                json.writeNumberProperty("score", each.score());
                each.mask().ifPresent(mask -> {
                    json.writeName("segmentation");
                    CocoParts.segmentation(json, mask);
                });
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
