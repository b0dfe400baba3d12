package org.vung.nets.layer;

/** The output size of a window that slides over a map. */
final class Windows {

    private final Extent kernel;
    private final Extent stride;
    private final Extent dilation;
    private final Padding padding;

    Windows(Extent kernel, Extent stride, Extent dilation, Padding padding) {
        this.kernel = kernel;
        this.stride = stride;
        this.dilation = dilation;
        this.padding = padding;
    }

    /** The shape with so many channels that a window over {@code input} gives. */
    Shape over(Shape input, int channels, boolean ceil) {
        int rows = count(input, Axis.ROWS, ceil);
        int columns = count(input, Axis.COLUMNS, ceil);
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("its input must be at least as large as the window of "
                    + window(Axis.ROWS) + "×" + window(Axis.COLUMNS) + " less its padding " + padding + ", got " + input
                    + "; take a larger image or more padding");
        }
        return new Shape(channels, rows, columns);
    }

    Span reach(Span wanted, Axis axis, Shapes shapes) {
        return Sliding.reach(wanted, pads(shapes.input(), axis), window(axis), stride.along(axis));
    }

    int window(Axis axis) {
        return Sliding.dilated(kernel.along(axis), dilation.along(axis));
    }

    private int count(Shape input, Axis axis, boolean ceil) {
        return Sliding.count(input.along(axis), pads(input, axis), window(axis), stride.along(axis), ceil);
    }

    private Padding.Pads pads(Shape input, Axis axis) {
        return padding.along(axis, input.along(axis), window(axis), stride.along(axis));
    }
}
