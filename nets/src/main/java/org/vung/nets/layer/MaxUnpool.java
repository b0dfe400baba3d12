package org.vung.nets.layer;

import java.util.List;

/**
 * Puts numbers back at the places where a {@link MaxPool} found its largest, zeros elsewhere.
 *
 * <p>Inputs: the numbers [C, H, W]; the output of the pooling [C, H, W], of which only the places are used; the pooling's
 * input [any, H', W'], of which only the size is used. Output [C, H', W'].
 *
 * @param kernel of the pooling
 * @param stride of the pooling
 * @param padding of the pooling
 */
public record MaxUnpool(Extent kernel, Extent stride, Padding padding) implements Layer {

    /** Checks every value. */
    public MaxUnpool {
        kernel.positive("kernel");
        stride.positive("stride");
        if (padding.kind() != Padding.Kind.EXPLICIT) {
            throw new IllegalArgumentException(
                    "padding of an unpooling must be explicit, got same; pool with amounts too");
        }
    }

    /**
     * The inverse of a pooling.
     *
     * @param pool the pooling, not dilated, its padding explicit
     * @return the layer
     */
    public static MaxUnpool of(MaxPool pool) {
        return new MaxUnpool(pool.kernel(), pool.stride(), pool.padding());
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.exactly(3, inputs);
        Shape numbers = inputs.get(0);
        if (!numbers.equals(inputs.get(1))) {
            throw new IllegalArgumentException("its numbers must have the shape of the pooling's output, got " + numbers
                    + " and " + inputs.get(1) + "; unpool where the shapes meet");
        }
        return numbers.sized(inputs.get(2).height(), inputs.get(2).width());
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        if (input == 2) {
            return Span.NONE;
        }
        return Sliding.reachBack(wanted, padding.along(axis, 0, 0, 1).before(), kernel.along(axis), stride.along(axis));
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(1, stride.along(axis));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.maxUnpool(this);
    }
}
