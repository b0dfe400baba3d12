package org.vung.nets.layer;

import java.util.List;

/**
 * Convolution as networks mean it (cross-correlation): input [in, H, W], output [out, H', W'] with
 * H' = ⌊(H + pads − d(k − 1) − 1) ÷ s⌋ + 1.
 *
 * @param in input channels
 * @param out output channels
 * @param kernel height and width of the kernel, k
 * @param stride step of the kernel, s
 * @param padding zeros around the input
 * @param dilation distance between the kernel's numbers, d; its effective length is d(k − 1) + 1 (à trous)
 * @param groups channels are cut into so many groups that do not see each other
 * @param bias whether a number is added per output channel
 * @param start of the kernel, before training
 */
public record Convolution(
        int in,
        int out,
        Extent kernel,
        Extent stride,
        Padding padding,
        Extent dilation,
        int groups,
        boolean bias,
        Start start)
        implements Layer {

    /** Checks every value. */
    public Convolution {
        Inputs.positive("input channels", in);
        Inputs.positive("output channels", out);
        kernel.positive("kernel");
        stride.positive("stride");
        dilation.positive("dilation");
        if (groups < 1 || in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(
                    "groups must divide both channel counts, got " + groups + " for " + in + " → " + out);
        }
    }

    /**
     * A square kernel, stride 1, no padding, with bias, He start.
     *
     * @param in input channels
     * @param out output channels
     * @param kernel its side
     * @return the layer
     */
    public static Convolution of(int in, int out, int kernel) {
        return new Convolution(
                in, out, Extent.square(kernel), Extent.square(1), Padding.VALID, Extent.square(1), 1, true, Start.HE);
    }

    /**
     * Another step.
     *
     * @param step along both axes
     * @return a copy
     */
    public Convolution withStride(int step) {
        return new Convolution(in, out, kernel, Extent.square(step), padding, dilation, groups, bias, start);
    }

    /**
     * Another padding.
     *
     * @param amount on every side
     * @return a copy
     */
    public Convolution withPadding(int amount) {
        return withPadding(Padding.of(amount));
    }

    /**
     * Another padding.
     *
     * @param other its amounts
     * @return a copy
     */
    public Convolution withPadding(Padding other) {
        return new Convolution(in, out, kernel, stride, other, dilation, groups, bias, start);
    }

    /**
     * Holes in the kernel.
     *
     * @param distance between its numbers, 1 for none
     * @return a copy
     */
    public Convolution withDilation(int distance) {
        return new Convolution(in, out, kernel, stride, padding, Extent.square(distance), groups, bias, start);
    }

    /**
     * Groups of channels.
     *
     * @param count divides both channel counts
     * @return a copy
     */
    public Convolution withGroups(int count) {
        return new Convolution(in, out, kernel, stride, padding, dilation, count, bias, start);
    }

    /**
     * A bias.
     *
     * @return a copy
     */
    public Convolution withBias() {
        return new Convolution(in, out, kernel, stride, padding, dilation, groups, true, start);
    }

    /**
     * No bias: a norm follows.
     *
     * @return a copy
     */
    public Convolution withoutBias() {
        return new Convolution(in, out, kernel, stride, padding, dilation, groups, false, start);
    }

    /**
     * Another start.
     *
     * @param other of the kernel
     * @return a copy
     */
    public Convolution withStart(Start other) {
        return new Convolution(in, out, kernel, stride, padding, dilation, groups, bias, other);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return windows().over(Inputs.channels(in, inputs), out, false);
    }

    @Override
    public List<Parameter> parameters() {
        Parameter weight = Parameter.trained("weight", start, out, in / groups, kernel.rows(), kernel.columns());
        return bias ? List.of(weight, Parameter.trained("bias", Start.ZERO, out)) : List.of(weight);
    }

    @Override
    public long multiplyAdds(Shapes shapes) {
        long products = (long) in / groups * kernel.rows();
        return Math.multiplyExact(shapes.output().numbers(), Math.multiplyExact(products, kernel.columns()));
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
        return visitor.convolution(this);
    }
}
