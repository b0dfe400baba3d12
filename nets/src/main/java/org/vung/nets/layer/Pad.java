package org.vung.nets.layer;

import java.util.List;

/**
 * Adds rows and columns at the sides: output [C, H + top + bottom, W + left + right].
 *
 * @param padding explicit amounts
 * @param fill what stands there
 */
public record Pad(Padding padding, Fill fill) implements Layer {

    /** What is added. */
    public enum Fill {
        /** Zeros. */
        ZERO,
        /** The map mirrored at its border pixels, which are not repeated. */
        REFLECT
    }

    /** Checks the kind. */
    public Pad {
        if (padding.kind() != Padding.Kind.EXPLICIT) {
            throw new IllegalArgumentException("padding of a pad layer must be explicit, got same; give amounts");
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        int most = Math.max(Math.max(padding.top(), padding.bottom()), Math.max(padding.left(), padding.right()));
        if (fill == Fill.REFLECT && most >= Math.min(input.height(), input.width())) {
            throw new IllegalArgumentException("its input must be larger than the mirrored " + most + " pixels, got "
                    + input + "; pad less or take a larger image");
        }
        return input.sized(
                Math.addExact(Math.addExact(input.height(), padding.top()), padding.bottom()),
                Math.addExact(Math.addExact(input.width(), padding.left()), padding.right()));
    }

    /** Mirrored pixels are taken from inside; a run that leaves the border is one that looks beyond it. */
    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        int before = axis == Axis.ROWS ? padding.top() : padding.left();
        return wanted.isEmpty() || wanted.isAll() ? wanted : new Span(wanted.first() - before, wanted.last() - before);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.pad(this);
    }
}
