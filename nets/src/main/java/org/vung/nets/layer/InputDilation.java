package org.vung.nets.layer;

import java.util.List;

/**
 * Zeros between the pixels of the input, as the tutorial draws "dilation" (its figure 6): output [C, (H − 1)f + 1, (W − 1)f + 1].
 *
 * <p>A convolution of stride 1 behind it is a convolution of fractional stride 1 ÷ f. A dilated convolution in the usual
 * sense puts the holes into the kernel: {@link Convolution#withDilation}.
 *
 * @param factor distance between the pixels afterwards, at least 1
 */
public record InputDilation(int factor) implements Layer {

    /** Checks the factor. */
    public InputDilation {
        Inputs.positive("factor", factor);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return input.sized(Sliding.dilated(input.height(), factor), Sliding.dilated(input.width(), factor));
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return Sliding.reachBack(wanted, 0, 1, factor);
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(1, factor);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.inputDilation(this);
    }
}
