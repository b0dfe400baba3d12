package org.vung.nets.layer;

import java.util.List;

/**
 * Resizing to the height and width of a second input, of which only the size is used: inputs [C, H, W] and [any, H', W'],
 * output [C, H', W'].
 *
 * @param interpolation between the pixels
 */
public record Resize(Interpolation interpolation) implements Layer {

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape model = Inputs.exactly(2, inputs).get(1);
        return inputs.get(0).sized(model.height(), model.width());
    }

    /** A map of one pixel is spread over everything; factors that are not whole leave no grid for tiles to lie on. */
    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        if (input == 1) {
            return Span.NONE;
        }
        int in = shapes.input().along(axis);
        int out = shapes.output().along(axis);
        return interpolation.isLocal(in, out) ? interpolation.reach(wanted, in, out) : Span.ALL;
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(shapes.input().along(axis), shapes.output().along(axis));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.resize(this);
    }
}
