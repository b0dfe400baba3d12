package org.vung.nets.layer;

import java.util.List;

/** All numbers in one vector, channel by channel, row by row: output [C · H · W, 1, 1]. */
public record Flatten() implements Layer {

    @Override
    public Shape shape(List<Shape> inputs) {
        return Shape.vector(Math.toIntExact(Inputs.single(inputs).numbers()));
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return wanted.isEmpty() || shapes.input().along(axis) == 1 ? wanted : Span.ALL;
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(shapes.input().along(axis), 1);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.flatten(this);
    }
}
