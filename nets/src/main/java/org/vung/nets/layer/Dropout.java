package org.vung.nets.layer;

import java.util.List;

/**
 * In training, sets numbers to 0 by chance and scales the others up (Srivastava et al. 2014); afterwards does nothing.
 *
 * @param share of what becomes 0, at least 0 and below 1
 * @param channels whether whole channels fall together
 */
public record Dropout(double share, boolean channels) implements Layer {

    /** Checks the share. */
    public Dropout {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share must be at least 0 and below 1, got " + share);
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.dropout(this);
    }
}
