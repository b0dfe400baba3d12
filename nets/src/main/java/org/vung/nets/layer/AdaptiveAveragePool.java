package org.vung.nets.layer;

import java.util.List;

/**
 * Means over a fixed number of about equal cells, whatever the input's size: output [C, rows, columns]. 1×1 is global average
 * pooling. Cell i covers ⌊i · in ÷ out⌋ … ⌈(i + 1) · in ÷ out⌉ − 1.
 *
 * @param size cells along both axes
 */
public record AdaptiveAveragePool(Extent size) implements Layer {

    /** Checks the size. */
    public AdaptiveAveragePool {
        size.positive("size");
    }

    /**
     * The mean of every channel.
     *
     * @return the layer
     */
    public static AdaptiveAveragePool global() {
        return new AdaptiveAveragePool(Extent.square(1));
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(inputs).sized(size.rows(), size.columns());
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return wanted.isEmpty() || shapes.input().along(axis) == size.along(axis) ? wanted : Span.ALL;
    }

    @Override
    public Ratio step(Axis axis, Shapes shapes) {
        return new Ratio(shapes.input().along(axis), size.along(axis));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.adaptiveAveragePool(this);
    }
}
