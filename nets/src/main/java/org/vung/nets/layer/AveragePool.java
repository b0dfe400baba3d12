package org.vung.nets.layer;

import java.util.List;

/**
 * The mean under a sliding window: output [C, H', W'].
 *
 * @param kernel height and width of the window
 * @param stride step of the window
 * @param padding zeros around the input
 * @param ceil whether a last window may hang over the end
 * @param countPadding whether padded zeros count in the mean (PyTorch's {@code count_include_pad})
 */
public record AveragePool(Extent kernel, Extent stride, Padding padding, boolean ceil, boolean countPadding)
        implements Layer {

    /** Checks every value. */
    public AveragePool {
        kernel.positive("kernel");
        stride.positive("stride");
    }

    /**
     * A square window with a step of its own, nothing around.
     *
     * @param kernel its side
     * @param stride its step
     * @return the layer
     */
    public static AveragePool of(int kernel, int stride) {
        return new AveragePool(Extent.square(kernel), Extent.square(stride), Padding.VALID, false, true);
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
        return new Windows(kernel, stride, Extent.square(1), padding);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.averagePool(this);
    }
}
