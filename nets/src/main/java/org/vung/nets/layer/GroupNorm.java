package org.vung.nets.layer;

import java.util.List;

/**
 * Group normalisation (Wu &amp; He 2018): mean and variance over each group of channels of one image, at any batch size.
 *
 * @param groups of channels, divides the channels; 1 is layer normalisation
 * @param channels of the input
 * @param epsilon added to the variance, above 0
 */
public record GroupNorm(int groups, int channels, double epsilon) implements Layer {

    /** Checks every value. */
    public GroupNorm {
        Inputs.positive("channels", channels);
        if (groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException("groups must divide the " + channels + " channels, got " + groups);
        }
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
        return List.of(
                Parameter.trained("weight", Start.ONE, channels), Parameter.trained("bias", Start.ZERO, channels));
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return wanted.isEmpty() ? wanted : Span.ALL;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.groupNorm(this);
    }
}
