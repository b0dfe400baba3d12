package org.vung.onnx;

import java.util.List;
import java.util.Optional;
import org.vung.nets.layer.AveragePool;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.onnx.format.Attribute;

/** Layers that slide a window, in ONNX's operators. */
final class WindowOperators {

    private static final Extent DENSE = Extent.square(1);

    private final Place place;

    WindowOperators(Place place) {
        this.place = place;
    }

    String convolution(Convolution layer) {
        boolean padFirst =
                layer.padding().kind() == Padding.Kind.SAME && !layer.dilation().equals(DENSE);
        return place.give(
                "Conv",
                place.withParameters(padFirst ? paddedAsSame(layer) : place.x()),
                extent("kernel_shape", layer.kernel()),
                extent("strides", layer.stride()),
                extent("dilations", layer.dilation()),
                Attribute.number("group", layer.groups()),
                padding(padFirst ? Padding.VALID : layer.padding()));
    }

    /** ONNX Runtime knows {@code same} only without dilation; here it is reckoned from the size while running. */
    private String paddedAsSame(Convolution layer) {
        Extent stride = layer.stride();
        String step = place.longs(stride.rows(), stride.columns());
        String window = place.longs(
                window(layer.kernel().rows(), layer.dilation().rows()),
                window(layer.kernel().columns(), layer.dilation().columns()));
        String two = place.longs(2);
        String none = place.longs(0, 0);
        String size = place.step("Shape", List.of(place.x()), Attribute.number("start", 2));
        String last = place.step("Div", place.step("Sub", size, place.longs(1)), step); // ⌈size ÷ stride⌉ − 1
        String reach = place.step("Add", place.step("Mul", last, step), window);
        String total = place.step("Max", place.step("Sub", reach, size), none);
        String before = place.step("Div", total, two);
        String after = place.step("Sub", total, before);
        String pads = place.step("Concat", List.of(none, before, none, after), Attribute.number("axis", 0));
        return place.step("Pad", place.x(), pads);
    }

    /** Rows, then columns. */
    private static Attribute extent(String name, Extent extent) {
        return Attribute.numbers(name, extent.rows(), extent.columns());
    }

    private static int window(int kernel, int dilation) {
        return dilation * (kernel - 1) + 1;
    }

    /** Of conv and pool alike: amounts as above, left, below, right. */
    private static Attribute padding(Padding padding) {
        return padding.kind() == Padding.Kind.SAME
                ? Attribute.text("auto_pad", "SAME_UPPER")
                : Attribute.numbers("pads", padding.top(), padding.left(), padding.bottom(), padding.right());
    }

    String transposedConvolution(TransposedConvolution layer) {
        return place.give(
                "ConvTranspose",
                place.withParameters(place.x()),
                extent("kernel_shape", layer.kernel()),
                extent("strides", layer.stride()),
                extent("dilations", layer.dilation()),
                extent("output_padding", layer.outputPadding()),
                Attribute.number("group", layer.groups()),
                padding(layer.padding()));
    }

    /**
     * The largest and, where an unpooling asks, their places.
     *
     * @param places what the value of the places is called, or nothing
     */
    String maxPool(MaxPool layer, Optional<String> places) {
        if (layer.padding().kind() == Padding.Kind.SAME && !layer.dilation().equals(DENSE)) {
            throw new IllegalArgumentException("padding of the dilated max pooling '" + place.layer()
                    + "' must be explicit to be written, got same; give amounts");
        }
        Attribute[] attributes = {
            extent("kernel_shape", layer.kernel()),
            extent("strides", layer.stride()),
            extent("dilations", layer.dilation()),
            ceil(layer.ceil(), layer.padding()),
            padding(layer.padding())
        };
        return places.map(second -> place.giveBoth(second, "MaxPool", List.of(place.x()), attributes))
                .orElseGet(() -> place.give("MaxPool", List.of(place.x()), attributes));
    }

    /** With {@code same} nothing is left over that a last window could hang over. */
    private static Attribute ceil(boolean ceil, Padding padding) {
        return Attribute.number("ceil_mode", ceil && padding.kind() == Padding.Kind.EXPLICIT ? 1 : 0);
    }

    String averagePool(AveragePool layer) {
        return place.give(
                "AveragePool",
                List.of(place.x()),
                extent("kernel_shape", layer.kernel()),
                extent("strides", layer.stride()),
                Attribute.number("count_include_pad", layer.countPadding() ? 1 : 0),
                ceil(layer.ceil(), layer.padding()),
                padding(layer.padding()));
    }

    /**
     * Numbers scattered over a row of zeros that holds the whole batch, for that is how ONNX counts places. Its own operator for
     * this refuses the size before a pooling whose last window hung over the end.
     *
     * @param places second value of the pooling
     */
    String maxUnpool(String places) {
        Attribute first = Attribute.number("axis", 0);
        String head = place.step("Shape", List.of(place.x()), Attribute.number("end", 2)); // N, C
        String size = place.step("Shape", List.of(place.inputs().get(2)), Attribute.number("start", 2)); // H, W
        String shape = place.step("Concat", List.of(head, size), first);
        String count = place.step("ReduceProd", shape);
        String zeros = place.step("ConstantOfShape", count); // [N · C · H · W]
        String row = place.longs(-1);
        String indices = place.step("Reshape", places, row);
        String numbers = place.step("Reshape", place.x(), row);
        String filled = place.step("ScatterElements", List.of(zeros, indices, numbers), first);
        return place.give("Reshape", List.of(filled, shape));
    }
}
