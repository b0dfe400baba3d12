package org.vung.nets.layer;

import java.util.List;

/**
 * Upsampling that puts every pixel at the top left of an f × f block of zeros: output [C, fH, fW].
 *
 * @param factor side of the block, at least 1
 */
public record BedOfNails(int factor) implements Layer {

    /** Checks the factor. */
    public BedOfNails {
        Inputs.positive("factor", factor);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return input.sized(Math.multiplyExact(input.height(), factor), Math.multiplyExact(input.width(), factor));
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
        return visitor.bedOfNails(this);
    }
}
