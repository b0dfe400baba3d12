package org.vung.nets.layer;

import java.util.List;

/**
 * Enlargement by a whole factor, Keras's UpSampling2D: output [C, fH, fW].
 *
 * @param factor along both axes, at least 1
 * @param interpolation between the pixels
 */
public record Upsample(int factor, Interpolation interpolation) implements Layer {

    /** Checks the factor. */
    public Upsample {
        Inputs.positive("factor", factor);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return input.sized(Math.multiplyExact(input.height(), factor), Math.multiplyExact(input.width(), factor));
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        int in = shapes.input().along(axis);
        int out = shapes.output().along(axis);
        return interpolation.isLocal(in, out) ? interpolation.reach(wanted, in, out) : Span.ALL;
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(1, factor);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.upsample(this);
    }
}
