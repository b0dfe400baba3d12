package org.vung.nets.layer;

import java.util.List;

/**
 * Instance normalisation (Ulyanov et al. 2016): mean and variance over each channel of one image.
 *
 * @param channels of the input
 * @param epsilon added to the variance, above 0
 * @param affine whether a factor and a summand per channel are learned
 */
public record InstanceNorm(int channels, double epsilon, boolean affine) implements Layer {

    /** Checks every value. */
    public InstanceNorm {
        Inputs.positive("channels", channels);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be above 0, got " + epsilon);
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.channels(channels, inputs);
    }

    @Override
    public List<Parameter> parameters() {
        return affine
                ? List.of(
                        Parameter.trained("weight", Start.ONE, channels),
                        Parameter.trained("bias", Start.ZERO, channels))
                : List.of();
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return wanted.isEmpty() ? wanted : Span.ALL;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.instanceNorm(this);
    }
}
