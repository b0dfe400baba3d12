package org.vung.nets.layer;

import java.util.List;

/**
 * A function of every number by itself; the softmax is one of all channels of a pixel.
 *
 * @param function which
 * @param slope below 0, for {@code LEAKY_RELU} only; else 0
 */
public record Activation(Function function, double slope) implements Layer {

    /** Its kinds. */
    public enum Function {
        /** max(x, 0). */
        RELU,
        /** max(x, 0) + slope · min(x, 0). */
        LEAKY_RELU,
        /** min(max(x, 0), 6). */
        RELU6,
        /** 1 ÷ (1 + e⁻ˣ). */
        SIGMOID,
        /** Hyperbolic tangent, −1 … 1. */
        TANH,
        /** min(max(x + 3, 0), 6) ÷ 6. */
        HARD_SIGMOID,
        /** x · hard sigmoid of x. */
        HARD_SWISH,
        /** eˣ over its sum along the channels. */
        SOFTMAX
    }

    /** Checks the slope. */
    public Activation {
        if (function == Function.LEAKY_RELU ? !(slope > 0 && slope < 1) : slope != 0) {
            throw new IllegalArgumentException("slope must be above 0 and below 1 for LEAKY_RELU and 0 for others, got "
                    + slope + " for " + function);
        }
    }

    /**
     * A function without slope.
     *
     * @param function any but {@code LEAKY_RELU}
     * @return the layer
     */
    public static Activation of(Function function) {
        return new Activation(function, 0);
    }

    /**
     * The usual one.
     *
     * @return max(x, 0)
     */
    public static Activation relu() {
        return of(Function.RELU);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.activation(this);
    }
}
