package org.vung.nets.layer;

import java.util.List;

/**
 * Turns r² channels into r × r pixels (Shi et al. 2016): input [C · r², H, W], output [C, rH, rW].
 *
 * @param factor r, at least 1
 */
public record PixelShuffle(int factor) implements Layer {

    /** Checks the factor. */
    public PixelShuffle {
        Inputs.positive("factor", factor);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        int square = Math.multiplyExact(factor, factor);
        if (input.channels() % square != 0) {
            throw new IllegalArgumentException("its input's channels must be a multiple of " + square + ", got " + input
                    + "; give the layer before it a multiple");
        }
        return new Shape(
                input.channels() / square,
                Math.multiplyExact(input.height(), factor),
                Math.multiplyExact(input.width(), factor));
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return wanted.isEmpty() || wanted.isAll()
                ? wanted
                : new Span(Math.floorDiv(wanted.first(), factor), Math.floorDiv(wanted.last(), factor));
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(1, factor);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.pixelShuffle(this);
    }
}
