package org.vung.nets.layer;

import java.util.List;

/**
 * A leaky ReLU whose slope is learned (He et al. 2015).
 *
 * @param slopes 1 for all channels together, or one each
 */
public record PRelu(int slopes) implements Layer {

    /** Checks the number. */
    public PRelu {
        Inputs.positive("slopes", slopes);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return slopes == 1 ? Inputs.single(inputs) : Inputs.channels(slopes, inputs);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.trained("weight", Start.LEAK, slopes));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.pRelu(this);
    }
}
