package org.vung.nets.layer;

import java.util.List;

/**
 * Adds channels of zeros: output [before + C + after, H, W].
 *
 * @param before channels in front, at least 0
 * @param after channels behind, at least 0
 */
public record PadChannels(int before, int after) implements Layer {

    /** Checks both. */
    public PadChannels {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("padded channels must be at least 0 on both ends, got " + before
                    + " and " + after + "; use a 1×1 convolution to have fewer");
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return input.withChannels(Math.addExact(Math.addExact(before, input.channels()), after));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.padChannels(this);
    }
}
