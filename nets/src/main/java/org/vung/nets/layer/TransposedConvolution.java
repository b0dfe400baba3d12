package org.vung.nets.layer;

import java.util.List;

/**
 * Transposed convolution: every input number lays the kernel, times itself, into the output, s apart. Input [in, H, W],
 * output [out, H', W'] with H' = (H − 1)s + d(k − 1) + 1 + outputPadding − crops.
 *
 * <p>The tutorial writes it (W − 1)S + F + P. Its P, the output padding, must be below the stride (or the dilation).
 *
 * @param in input channels
 * @param out output channels
 * @param kernel height and width of the kernel, k or F
 * @param stride distance between neighbours' kernels, s or S
 * @param padding cropped from the output's sides, explicit
 * @param outputPadding rows and columns added at the end, which get the bias and what the kernels leave there, P
 * @param dilation distance between the kernel's numbers, d
 * @param groups channels are cut into so many groups that do not see each other
 * @param bias whether a number is added per output channel
 * @param start of the kernel, before training
 */
public record TransposedConvolution(
        int in,
        int out,
        Extent kernel,
        Extent stride,
        Padding padding,
        Extent outputPadding,
        Extent dilation,
        int groups,
        boolean bias,
        Start start)
        implements Layer {

    /** Checks every value. */
    public TransposedConvolution {
        Inputs.positive("input channels", in);
        Inputs.positive("output channels", out);
        kernel.positive("kernel");
        stride.positive("stride");
        dilation.positive("dilation");
        if (groups < 1 || in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(
                    "groups must divide both channel counts, got " + groups + " for " + in + " → " + out);
        }
        if (padding.kind() != Padding.Kind.EXPLICIT) {
            throw new IllegalArgumentException(
                    "padding of a transposed convolution must be explicit, got same; use kerasSame");
        }
        for (Axis axis : Axis.values()) {
            int limit = Math.max(stride.along(axis), dilation.along(axis));
            if (outputPadding.along(axis) >= limit) {
                throw new IllegalArgumentException("output padding must be below the stride or dilation " + limit
                        + ", got " + outputPadding.along(axis) + "; take a larger kernel instead");
            }
        }
    }

    /**
     * A square kernel, nothing cropped, with bias, He start: (W − 1)S + F.
     *
     * @param in input channels
     * @param out output channels
     * @param kernel its side F
     * @param stride S
     * @return the layer
     */
    public static TransposedConvolution of(int in, int out, int kernel, int stride) {
        return new TransposedConvolution(
                in,
                out,
                Extent.square(kernel),
                Extent.square(stride),
                Padding.VALID,
                Extent.square(0),
                Extent.square(1),
                1,
                true,
                Start.HE);
    }

    /**
     * Keras's {@code padding="valid"}: W·S + max(F − S, 0). Where F is below S, the last S − F columns get the bias alone.
     *
     * @param in input channels
     * @param out output channels
     * @param kernel its side F
     * @param stride S
     * @return the layer
     */
    public static TransposedConvolution kerasValid(int in, int out, int kernel, int stride) {
        return of(in, out, kernel, stride).withOutputPadding(Math.max(stride - kernel, 0));
    }

    /**
     * Keras's {@code padding="same"}: W·S, cropped ⌊(F − S) ÷ 2⌋ before and the rest after.
     *
     * @param in input channels
     * @param out output channels
     * @param kernel its side F
     * @param stride S
     * @return the layer
     */
    public static TransposedConvolution kerasSame(int in, int out, int kernel, int stride) {
        int crop = Math.max(kernel - stride, 0);
        int before = crop / 2;
        return kerasValid(in, out, kernel, stride)
                .withPadding(new Padding(Padding.Kind.EXPLICIT, before, crop - before, before, crop - before));
    }

    /**
     * Another crop.
     *
     * @param other taken from the output's sides
     * @return a copy
     */
    public TransposedConvolution withPadding(Padding other) {
        return new TransposedConvolution(in, out, kernel, stride, other, outputPadding, dilation, groups, bias, start);
    }

    /**
     * Another output padding.
     *
     * @param amount rows and columns added at the end, P
     * @return a copy
     */
    public TransposedConvolution withOutputPadding(int amount) {
        return new TransposedConvolution(
                in, out, kernel, stride, padding, Extent.square(amount), dilation, groups, bias, start);
    }

    /**
     * Holes in the kernel.
     *
     * @param distance between its numbers
     * @return a copy
     */
    public TransposedConvolution withDilation(int distance) {
        return new TransposedConvolution(
                in, out, kernel, stride, padding, outputPadding, Extent.square(distance), groups, bias, start);
    }

    /**
     * Groups of channels.
     *
     * @param count divides both channel counts
     * @return a copy
     */
    public TransposedConvolution withGroups(int count) {
        return new TransposedConvolution(in, out, kernel, stride, padding, outputPadding, dilation, count, bias, start);
    }

    /**
     * A bias.
     *
     * @return a copy
     */
    public TransposedConvolution withBias() {
        return new TransposedConvolution(
                in, out, kernel, stride, padding, outputPadding, dilation, groups, true, start);
    }

    /**
     * No bias.
     *
     * @return a copy
     */
    public TransposedConvolution withoutBias() {
        return new TransposedConvolution(
                in, out, kernel, stride, padding, outputPadding, dilation, groups, false, start);
    }

    /**
     * Another start.
     *
     * @param other of the kernel
     * @return a copy
     */
    public TransposedConvolution withStart(Start other) {
        return new TransposedConvolution(
                in, out, kernel, stride, padding, outputPadding, dilation, groups, bias, other);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.channels(in, inputs);
        int rows = length(input, Axis.ROWS);
        int columns = length(input, Axis.COLUMNS);
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("its output must be at least 1×1, got " + rows + "×" + columns + " from "
                    + input + " with padding " + padding + "; crop less");
        }
        return new Shape(out, rows, columns);
    }

    private int length(Shape input, Axis axis) {
        Padding.Pads crops = padding.along(axis, 0, 0, 1);
        long full = (input.along(axis) - 1L) * stride.along(axis) + window(axis) + outputPadding.along(axis);
        return Math.toIntExact(full - crops.before() - crops.after());
    }

    private int window(Axis axis) {
        return Sliding.dilated(kernel.along(axis), dilation.along(axis));
    }

    @Override
    public List<Parameter> parameters() {
        Parameter weight = Parameter.trained("weight", start, in, out / groups, kernel.rows(), kernel.columns());
        return bias ? List.of(weight, Parameter.trained("bias", Start.ZERO, out)) : List.of(weight);
    }

    @Override
    public long multiplyAdds(Shapes shapes) {
        long products = (long) out / groups * kernel.rows();
        return Math.multiplyExact(shapes.input().numbers(), Math.multiplyExact(products, kernel.columns()));
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return Sliding.reachBack(wanted, padding.along(axis, 0, 0, 1).before(), window(axis), stride.along(axis));
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(1, stride.along(axis));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.transposedConvolution(this);
    }
}
