package org.vung.nets.layer;

import java.util.List;

/** The channels of all inputs behind one another: inputs [C₁, H, W], [C₂, H, W] …, output [C₁ + C₂ + …, H, W]. */
public record Concatenate() implements Layer {

    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.sameSize(Inputs.atLeast(1, inputs));
        return inputs.get(0)
                .withChannels(inputs.stream().mapToInt(Shape::channels).reduce(0, Math::addExact));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.concatenate(this);
    }
}
