package org.vung.nets.layer;

import java.util.List;

/**
 * The largest number under a sliding window, and, where a {@link MaxUnpool} asks, its place: output [C, H', W'].
 *
 * @param kernel height and width of the window
 * @param stride step of the window
 * @param padding around the input, never chosen, at most half the kernel
 * @param dilation distance between the places looked at
 * @param ceil whether a last window may hang over the end (Caffe's pooling, PyTorch's {@code ceil_mode})
 */
public record MaxPool(Extent kernel, Extent stride, Padding padding, Extent dilation, boolean ceil) implements Layer {

    /** Checks every value. */
    public MaxPool {
        kernel.positive("kernel");
        stride.positive("stride");
        dilation.positive("dilation");
        for (Axis axis : Axis.values()) {
            Padding.Pads pads = padding.along(axis, 1, 1, 1);
            int half = Sliding.dilated(kernel.along(axis), dilation.along(axis)) / 2;
            if (Math.max(pads.before(), pads.after()) > half) {
                throw new IllegalArgumentException("padding must be at most half the window, " + half + ", got "
                        + padding + "; pad in a layer before");
            }
        }
    }

    /**
     * A square window with a step of its own, nothing around.
     *
     * @param kernel its side
     * @param stride its step
     * @return the layer
     */
    public static MaxPool of(int kernel, int stride) {
        return new MaxPool(Extent.square(kernel), Extent.square(stride), Padding.VALID, Extent.square(1), false);
    }

    /**
     * Another padding.
     *
     * @param amount on every side
     * @return a copy
     */
    public MaxPool withPadding(int amount) {
        return new MaxPool(kernel, stride, Padding.of(amount), dilation, ceil);
    }

    /**
     * Lets the last window hang over the end.
     *
     * @return a copy
     */
    public MaxPool withCeil() {
        return new MaxPool(kernel, stride, padding, dilation, true);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return windows().over(input, input.channels(), ceil);
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return windows().reach(wanted, axis, shapes);
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(stride.along(axis), 1);
    }

    private Windows windows() {
        return new Windows(kernel, stride, dilation, padding);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.maxPool(this);
    }
}
