package org.vung.nets.layer;

import java.util.List;

/**
 * Where an image enters.
 *
 * @param shape the nominal shape; most networks also take other heights and widths
 */
public record Input(Shape shape) implements Layer {

    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.exactly(0, inputs);
        return shape;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.input(this);
    }
}
