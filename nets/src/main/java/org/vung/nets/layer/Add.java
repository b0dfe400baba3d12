package org.vung.nets.layer;

import java.util.List;

/** The sum of all inputs, which have one shape. */
public record Add() implements Layer {

    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.sameSize(Inputs.atLeast(2, inputs));
        for (Shape input : inputs) {
            if (input.channels() != inputs.get(0).channels()) {
                throw new IllegalArgumentException("its inputs must have as many channels, got " + inputs
                        + "; project one with a 1×1 convolution");
            }
        }
        return inputs.get(0);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.add(this);
    }
}
