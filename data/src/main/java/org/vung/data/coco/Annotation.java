package org.vung.data.coco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vung.data.ObjectTruth;
import org.vung.data.file.DataFiles;
import org.vung.data.file.JsonFields;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.mask.Polygons;
import org.vung.mask.RunLengths;
import tools.jackson.databind.JsonNode;

/**
 * One annotation as the file has it.
 *
 * @param id its number
 * @param image number of its image
 * @param category number of its category
 * @param crowd whether many objects are marked as one
 * @param area by the file; −1 where it has none
 * @param box column, row, width, height; empty where the file has none
 * @param shape its mask; null where the file has none
 */
@SuppressWarnings("ArrayRecordComponent") // kept as read, never compared
record Annotation(long id, long image, long category, boolean crowd, double area, double[] box, Optional<Shape> shape) {

    /** A mask before its image's size is known. */
    sealed interface Shape {}

    /** Corners of polygons. */
    record Corners(List<double[]> polygons) implements Shape {}

    /** Run lengths, written as numbers. */
    @SuppressWarnings("ArrayRecordComponent") // kept as read, never compared
    record Counts(Size size, int[] counts) implements Shape {}

    /** Run lengths, compressed. */
    record Text(Size size, String text) implements Shape {}

    /** Reads one. */
    static Annotation read(JsonNode node, int index) {
        JsonFields fields = new JsonFields(node, "annotations[" + index + "]");
        long id = fields.has("id") ? fields.integer("id", Long.MIN_VALUE, Long.MAX_VALUE) : index;
        JsonFields named = new JsonFields(node, "annotation " + id);
        double[] box = named.has("bbox") ? named.numbers("bbox") : new double[0];
        if (box.length != 0 && (box.length != 4 || box[2] < 0 || box[3] < 0)) {
            throw new IllegalArgumentException("annotation " + id
                    + ".bbox must be column, row, width and height, the last two at least 0, got "
                    + java.util.Arrays.toString(box));
        }
        double area = named.has("area") ? named.number("area") : -1;
        if (named.has("area") && area < 0) {
            throw new IllegalArgumentException("annotation " + id + ".area must be at least 0, got " + area);
        }
        return new Annotation(
                id,
                named.integer("image_id", Long.MIN_VALUE, Long.MAX_VALUE),
                named.integer("category_id", Long.MIN_VALUE, Long.MAX_VALUE),
                named.has("iscrowd") && named.integer("iscrowd", 0, 1) == 1,
                area,
                box,
                named.has("segmentation") ? shape(named.node("segmentation"), named) : Optional.empty());
    }

    private static Optional<Shape> shape(JsonNode node, JsonFields named) {
        String where = named.where() + ".segmentation";
        if (node.isObject()) {
            return Optional.of(runs(new JsonFields(node, where)));
        }
        List<double[]> polygons = new ArrayList<>();
        for (JsonNode polygon : named.items("segmentation")) {
            double[] corners = JsonFields.numbers(polygon, where);
            if (corners.length < 6 || corners.length % 2 != 0) {
                throw new IllegalArgumentException(
                        where + " must have polygons of at least 3 corners, got " + corners.length + " numbers");
            }
            polygons.add(corners);
        }
        return polygons.isEmpty() ? Optional.empty() : Optional.of(new Corners(polygons));
    }

    private static Shape runs(JsonFields fields) {
        double[] sides = fields.numbers("size");
        if (sides.length != 2 || sides[0] != (int) sides[0] || sides[1] != (int) sides[1]) {
            throw new IllegalArgumentException(
                    fields.where() + ".size must be height and width, got " + java.util.Arrays.toString(sides));
        }
        if (sides[0] < 1 || sides[1] < 1 || sides[0] * sides[1] > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    fields.where() + ".size must be 1x1 … 2^31 pixels, got " + java.util.Arrays.toString(sides));
        }
        Size size = new Size((int) sides[0], (int) sides[1]);
        JsonNode counts = fields.node("counts");
        if (counts.isString()) {
            return new Text(size, counts.stringValue());
        }
        double[] numbers = JsonFields.numbers(counts, fields.where() + ".counts");
        int[] whole = new int[numbers.length];
        for (int run = 0; run < whole.length; run++) {
            whole[run] = (int) numbers[run];
            if (whole[run] != numbers[run]) {
                throw new IllegalArgumentException(
                        fields.where() + ".counts must be whole numbers, got " + numbers[run]);
            }
        }
        return new Counts(size, whole);
    }

    /**
     * The object in its image.
     *
     * @throws IllegalArgumentException if the mask is damaged or of another size
     */
    ObjectTruth object(Size size, int index) {
        RunLengths mask;
        try {
            mask = mask(size);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("annotation " + id + ": " + wrong.getMessage(), wrong);
        }
        double stated = area < 0 ? mask.area() : area;
        if (box.length == 4) {
            return new ObjectTruth(
                    index, (float) box[1], (float) box[0], (float) box[3], (float) box[2], mask, crowd, stated);
        }
        ObjectTruth plain = ObjectTruth.of(index, mask, crowd);
        return new ObjectTruth(index, plain.row(), plain.column(), plain.height(), plain.width(), mask, crowd, stated);
    }

    private RunLengths mask(Size size) {
        Shape any = shape.orElseThrow(() -> new IllegalArgumentException(
                "has no segmentation, only a box; leave such annotations out with maskless=skip"));
        if (any instanceof Corners corners) {
            return Polygons.fill(size, corners.polygons());
        }
        Size own = any instanceof Text text ? text.size() : ((Counts) any).size();
        if (!own.equals(size)) {
            throw new IllegalArgumentException(
                    "mask must have the image's size " + size + ", got " + own + "; it is of another image");
        }
        return any instanceof Text text
                ? RunLengths.parse(size, text.text())
                : RunLengths.of(size, ((Counts) any).counts());
    }

    /** Whether it is a mask at all. */
    boolean hasMask() {
        return shape.isPresent();
    }

    /** A short name for messages. */
    String shown() {
        return DataFiles.shown("annotation " + id);
    }

    /** The least rectangle that COCO writes for a mask. */
    static int[] bbox(RunLengths mask) {
        Box around = mask.box().orElse(null);
        return around == null
                ? new int[] {0, 0, 0, 0}
                : new int[] {around.column(), around.row(), around.width(), around.height()};
    }
}
