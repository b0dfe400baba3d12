package org.vung.nets.layer;

import java.util.List;

/**
 * Takes rows and columns away at the sides: output [C, H − top − bottom, W − left − right].
 *
 * @param top rows above, at least 0
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
public record Crop(int top, int bottom, int left, int right) implements Layer {

    /** Checks the amounts. */
    public Crop {
        if (top < 0 || bottom < 0 || left < 0 || right < 0) {
            throw new IllegalArgumentException("crop must be at least 0 on every side, got " + top + ", " + bottom
                    + ", " + left + ", " + right + "; use a pad to add");
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        long rows = (long) input.height() - top - bottom;
        long columns = (long) input.width() - left - right;
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "its input must be larger than what is cropped, got " + input + " and " + this + "; crop less");
        }
        return input.sized((int) rows, (int) columns);
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        int before = axis == Axis.ROWS ? top : left;
        return wanted.isEmpty() || wanted.isAll() ? wanted : new Span(wanted.first() + before, wanted.last() + before);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.crop(this);
    }
}
