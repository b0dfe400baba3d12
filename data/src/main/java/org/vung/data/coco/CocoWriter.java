package org.vung.data.coco;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.view.Covered;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import tools.jackson.core.JsonGenerator;

/**
 * Writes COCO: {@code images/PART} and {@code annotations/instances_PART.json}. Masks are compressed run lengths, crowds plain ones as
 * COCO's own are, so nothing is lost; pixels that nobody knows are crowds of the category {@code void}.
 */
public final class CocoWriter implements DatasetWriter {

    /** A writer. */
    public CocoWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        for (String part : Output.parts(set)) {
            List<Integer> indices = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int index = 0; index < set.items().size(); index++) {
                Item item = set.items().get(index);
                if (Output.part(item).equals(part)) {
                    String name = "images/" + part + "/" + output.flat(item, part);
                    names.add(String.valueOf(
                            output.image(set, index, name, Output.USUAL).getFileName()));
                    indices.add(index);
                }
            }
            AtomicFile.write(
                    output.at("annotations/instances_" + part + ".json"),
                    Existing.KEEP,
                    stream -> json(set, indices, names, stream));
        }
    }

    private static void json(Dataset set, List<Integer> indices, List<String> names, OutputStream out)
            throws IOException {
        try (JsonGenerator json = CocoParts.to(out)) {
            json.writeStartObject();
            json.writeName("images");
            json.writeStartArray();
            for (int at = 0; at < names.size(); at++) {
                CocoParts.image(
                        json, at + 1, names.get(at), set.truth(indices.get(at)).size());
            }
            json.writeEndArray();
            categories(json, set);
            json.writeName("annotations");
            json.writeStartArray();
            int id = 1;
            for (int at = 0; at < names.size(); at++) {
                ObjectSet objects = Output.objects(set, indices.get(at));
                for (ObjectTruth each : objects.objects()) {
                    annotation(json, each, id++, at + 1, set.classes().size());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void categories(JsonGenerator json, Dataset set) {
        boolean stuff = set instanceof Covered covered && covered.coversAll();
        json.writeName("categories");
        json.writeStartArray();
        List<LabelClass> classes = new ArrayList<>(set.classes());
        classes.add(new LabelClass(CocoFolder.VOID, 0xE0E0C0));
        for (int place = 0; place < classes.size(); place++) {
            json.writeStartObject();
            CocoParts.category(json, place + 1, classes.get(place));
            json.writeNumberProperty("isthing", stuff || place == classes.size() - 1 ? 0 : 1);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void annotation(JsonGenerator json, ObjectTruth object, int id, int image, int classes) {
        RunLengths mask = object.mask();
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        json.writeNumberProperty("image_id", image);
        json.writeNumberProperty(
                "category_id", object.category() == ObjectTruth.VOID ? classes + 1 : object.category() + 1);
        json.writeNumberProperty("iscrowd", object.crowd() ? 1 : 0);
        json.writeName("bbox");
        json.writeStartArray();
        for (float side : new float[] {object.column(), object.row(), object.width(), object.height()}) {
            json.writeNumber(side);
        }
        json.writeEndArray();
        json.writeNumberProperty("area", object.area());
        json.writeName("segmentation");
        json.writeStartObject();
        json.writeName("size");
        json.writeArray(new int[] {mask.size().height(), mask.size().width()}, 0, 2);
        json.writeName("counts");
        if (object.crowd()) {
            int[] counts = mask.counts();
            json.writeArray(counts, 0, counts.length);
        } else {
            json.writeString(mask.text());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
