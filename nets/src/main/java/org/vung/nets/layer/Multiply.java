package org.vung.nets.layer;

import java.util.List;

/** A map times a second one of its shape, or times one number a channel: inputs [C, H, W] and [C, H, W] or [C, 1, 1]. */
public record Multiply() implements Layer {

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape map = Inputs.exactly(2, inputs).get(0);
        Shape factor = inputs.get(1);
        if (!factor.equals(map) && !factor.equals(Shape.vector(map.channels()))) {
            throw new IllegalArgumentException("its second input must be " + map + " or " + map.channels()
                    + "×1×1, got " + factor + "; pool or project it");
        }
        return map;
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        boolean spread = input == 1
                && shapes.inputs().get(1).along(axis) == 1
                && shapes.output().along(axis) > 1;
        return spread && !wanted.isEmpty() ? Span.at(0) : wanted;
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return Ratio.ONE;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.multiply(this);
    }
}
