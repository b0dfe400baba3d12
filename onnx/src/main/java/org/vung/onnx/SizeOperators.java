package org.vung.onnx;

import java.util.List;
import java.util.stream.LongStream;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.Padding;
import org.vung.onnx.format.Attribute;

/** Layers that change height and width, in ONNX's operators. Sizes are reckoned while running, so they follow the image. */
final class SizeOperators {

    private static final int FLOAT = 1;

    private final Place place;

    SizeOperators(Place place) {
        this.place = place;
    }

    /** Each pixel at the top left of a block of zeros; the blocks of the last row and column are cut where asked. */
    String nails(int factor, boolean cut) {
        if (factor == 1) {
            return place.give("Identity", List.of(place.x()));
        }
        String blocks = place.step("Unsqueeze", place.x(), place.longs(3, 5)); // [N, C, H, 1, W, 1]
        String pads = place.longs(0, 0, 0, 0, 0, 0, 0, 0, 0, factor - 1, 0, factor - 1);
        String filled = place.step("Pad", blocks, pads); // [N, C, H, f, W, f]
        String shape = place.step("Mul", place.step("Shape", place.x()), place.longs(1, 1, factor, factor));
        if (cut) {
            String whole = place.step("Reshape", filled, shape);
            return cut(whole, place.longs(0, 0), place.longs(1L - factor, 1L - factor));
        }
        return place.give("Reshape", List.of(filled, shape));
    }

    private String cut(String value, String starts, String ends) {
        return place.give("Slice", List.of(value, starts, ends, place.longs(2, 3)));
    }

    String upsample(int factor, Interpolation interpolation) {
        String twice = place.step("Cast", List.of(place.longs(1, 1, factor, factor)), Attribute.number("to", FLOAT));
        return place.give("Resize", List.of(place.x(), "", twice), interpolation(interpolation));
    }

    private static Attribute[] interpolation(Interpolation interpolation) {
        return switch (interpolation) {
            case NEAREST ->
                new Attribute[] {
                    Attribute.text("mode", "nearest"),
                    Attribute.text("coordinate_transformation_mode", "asymmetric"),
                    Attribute.text("nearest_mode", "floor")
                };
            case BILINEAR -> linear("half_pixel");
            case BILINEAR_CORNERS -> linear("align_corners");
        };
    }

    private static Attribute[] linear(String coordinates) {
        return new Attribute[] {
            Attribute.text("mode", "linear"), Attribute.text("coordinate_transformation_mode", coordinates)
        };
    }

    /** Nearest by indices of whole numbers: with ONNX's scale of 32 bits, ⌊5 · 25 ÷ 15⌋ may come out one too low. */
    String resize(Interpolation interpolation) {
        String model = place.inputs().get(1);
        if (interpolation == Interpolation.NEAREST) {
            String rows = place.step("Gather", List.of(place.x(), nearest(Axis.ROWS)), axis(Axis.ROWS));
            return place.give("Gather", List.of(rows, nearest(Axis.COLUMNS)), axis(Axis.COLUMNS));
        }
        String head = place.step("Shape", List.of(place.x()), Attribute.number("end", 2)); // N, C
        String sizes = place.step("Concat", List.of(head, size(model)), Attribute.number("axis", 0));
        return place.give("Resize", List.of(place.x(), "", "", sizes), interpolation(interpolation));
    }

    /** ⌊o · in ÷ out⌋ for every output place o. */
    private String nearest(Axis axis) {
        String in = length(place.x(), axis);
        String out = length(place.inputs().get(1), axis);
        return place.step("Div", place.step("Mul", upTo(out), in), out);
    }

    private static Attribute axis(Axis axis) {
        return Attribute.number("axis", dimension(axis));
    }

    private static int dimension(Axis axis) {
        return axis == Axis.ROWS ? 2 : 3;
    }

    /** Height and width of a value. */
    private String size(String value) {
        return place.step("Shape", List.of(value), Attribute.number("start", 2));
    }

    /** One of the two. */
    private String length(String value, Axis axis) {
        int at = dimension(axis);
        return place.step("Shape", List.of(value), Attribute.number("start", at), Attribute.number("end", at + 1));
    }

    /** 0, 1, 2 … below a length. */
    private String upTo(String length) {
        return place.step("Range", place.scalar(0), place.step("Squeeze", length), place.scalar(1));
    }

    String crop(Crop layer) {
        return cut(
                place.x(),
                place.longs(layer.top(), layer.left()),
                place.longs(end(layer.bottom()), end(layer.right())));
    }

    /** Counted from the end; the end itself has no number of that kind. */
    private static long end(int cut) {
        return cut == 0 ? Long.MAX_VALUE : -cut;
    }

    String cropLike(CropLike layer) {
        String model = size(place.inputs().get(1));
        String before = layer.offset() >= 0
                ? place.longs(layer.offset(), layer.offset())
                : place.step("Div", place.step("Sub", size(place.x()), model), place.longs(2));
        return cut(place.x(), before, place.step("Add", before, model));
    }

    String pad(Pad layer) {
        Padding p = layer.padding();
        String mode = layer.fill() == Pad.Fill.REFLECT ? "reflect" : "constant";
        return place.give(
                "Pad",
                List.of(place.x(), place.longs(0, 0, p.top(), p.left(), 0, 0, p.bottom(), p.right())),
                Attribute.text("mode", mode));
    }

    /** ONNX has only the mean of everything; means of cells are a product with a matrix of their shares from each side. */
    String adaptiveAveragePool(AdaptiveAveragePool layer) {
        if (layer.size().equals(Extent.square(1))) {
            return place.give("GlobalAveragePool", List.of(place.x()));
        }
        int rows = layer.size().rows();
        int columns = layer.size().columns();
        String above = shares(Axis.ROWS, rows, new long[] {rows, 1}, upTo(length(place.x(), Axis.ROWS)));
        String beside = place.step("Unsqueeze", upTo(length(place.x(), Axis.COLUMNS)), place.longs(1));
        String right = shares(Axis.COLUMNS, columns, new long[] {1, columns}, beside);
        return place.give("MatMul", List.of(place.step("MatMul", above, place.x()), right));
    }

    /** What each place of an axis gives to each cell: 1 ÷ the cell's length inside ⌊i · in ÷ out⌋ … ⌈(i + 1) · in ÷ out⌉ − 1. */
    private String shares(Axis axis, int cells, long[] dimensions, String places) {
        String in = length(place.x(), axis);
        String out = place.longs(cells);
        String cell = place.longs(dimensions, LongStream.range(0, cells).toArray());
        String next = place.longs(dimensions, LongStream.rangeClosed(1, cells).toArray());
        String start = place.step("Div", place.step("Mul", cell, in), out);
        String roundedUp = place.step("Add", place.step("Mul", next, in), place.longs(cells - 1));
        String end = place.step("Div", roundedUp, out);
        String inside = place.step("And", place.step("GreaterOrEqual", places, start), place.step("Less", places, end));
        return place.step("Div", decimal(inside), decimal(place.step("Sub", end, start)));
    }

    private String decimal(String value) {
        return place.step("Cast", List.of(value), Attribute.number("to", FLOAT));
    }
}
