package org.vung.data.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vung.data.file.DataFiles;
import org.vung.data.file.JsonFields;
import org.vung.data.file.JsonReading;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.Palette;
import tools.jackson.databind.JsonNode;

/**
 * One annotation file, read item by item.
 *
 * @param file it was read from
 * @param categories by their numbers, in the order of these
 * @param pictures in the order of their names
 * @param annotations of every picture, by its number
 */
record CocoJson(Path file, List<Category> categories, List<Picture> pictures, Map<Long, List<Annotation>> annotations) {

    /** A category; stuff covers what things leave. */
    record Category(long id, LabelClass meaning, boolean stuff) {}

    /** An image by its number. */
    record Picture(long id, String name, Size size) {}

    static CocoJson read(Path file) throws IOException {
        Map<Long, Category> categories = new TreeMap<>();
        Map<Long, Picture> pictures = new TreeMap<>();
        Map<Long, List<Annotation>> annotations = new HashMap<>();
        JsonReading.lists(
                file,
                Map.of(
                        "categories",
                                (node, index) -> {
                                    Category each = category(node, index);
                                    once(categories.put(each.id(), each) == null, "categories", each.id());
                                },
                        "images",
                                (node, index) -> {
                                    Picture each = picture(node, index);
                                    once(pictures.put(each.id(), each) == null, "images", each.id());
                                },
                        "annotations",
                                (node, index) -> {
                                    Annotation each = Annotation.read(node, index);
                                    annotations
                                            .computeIfAbsent(each.image(), image -> new ArrayList<>())
                                            .add(each);
                                }));
        CocoJson json = new CocoJson(
                file,
                List.copyOf(categories.values()),
                pictures.values().stream()
                        .sorted(Comparator.comparing(Picture::name))
                        .toList(),
                annotations);
        json.checkNumbers(categories, pictures);
        return json;
    }

    private void checkNumbers(Map<Long, Category> known, Map<Long, Picture> images) throws IOException {
        for (List<Annotation> each : annotations.values()) {
            for (Annotation one : each) {
                if (!known.containsKey(one.category())) {
                    throw DataFiles.bad(
                            file, one.shown() + " must have a category of the list, got number " + one.category());
                }
                if (!images.containsKey(one.image())) {
                    throw DataFiles.bad(
                            file, one.shown() + " must have an image of the list, got number " + one.image());
                }
            }
        }
    }

    private static void once(boolean first, String list, long id) {
        if (!first) {
            throw new IllegalArgumentException(list + " must have every id once, got " + id + " twice");
        }
    }

    private static Category category(JsonNode node, int index) {
        JsonFields fields = new JsonFields(node, "categories[" + index + "]");
        int rgb = Palette.voc().rgb((index + 1) % 256);
        if (fields.has("color")) {
            double[] colour = fields.numbers("color");
            rgb = 0;
            for (double part : colour) {
                if (colour.length != 3 || part < 0 || part > 255) {
                    throw new IllegalArgumentException(fields.where() + ".color must be three numbers 0 … 255");
                }
                rgb = rgb << 8 | (int) part;
            }
        }
        boolean stuff = fields.has("isthing") && fields.integer("isthing", 0, 1) == 0;
        return new Category(
                fields.integer("id", Long.MIN_VALUE, Long.MAX_VALUE), new LabelClass(fields.text("name"), rgb), stuff);
    }

    private static Picture picture(JsonNode node, int index) {
        JsonFields fields = new JsonFields(node, "images[" + index + "]");
        Size size = new Size((int) fields.integer("height", 1, Integer.MAX_VALUE), (int)
                fields.integer("width", 1, Integer.MAX_VALUE));
        return new Picture(fields.integer("id", Long.MIN_VALUE, Long.MAX_VALUE), fields.text("file_name"), size);
    }
}
