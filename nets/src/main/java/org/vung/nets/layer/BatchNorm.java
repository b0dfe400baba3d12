package org.vung.nets.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * Batch normalisation (Ioffe &amp; Szegedy 2015): per channel, minus the mean, over √(variance + ε), times γ, plus β. In
 * training mean and variance are the batch's; afterwards the gathered ones. A frozen norm has the gathered ones always, and nothing of it
 * is learned: what detectors do whose batches are too small to have a mean.
 *
 * @param channels of the input
 * @param epsilon ε, above 0; PyTorch 1e-5, Keras 1e-3
 * @param momentum weight of the newest batch in the gathered statistics, 0 … 1; PyTorch 0.1, Keras counts the other way
 * @param affine whether there are γ and β; without, γ is 1 and β 0
 * @param frozen whether training changes nothing
 */
public record BatchNorm(int channels, double epsilon, double momentum, boolean affine, boolean frozen)
        implements Layer {

    /** Checks every value. */
    public BatchNorm {
        Inputs.positive("channels", channels);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be above 0, got " + epsilon);
        }
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException("momentum must be 0 … 1, got " + momentum);
        }
    }

    /**
     * PyTorch's defaults: ε 1e-5, momentum 0.1, learned γ and β.
     *
     * @param channels of the input
     * @return the layer
     */
    public static BatchNorm of(int channels) {
        return new BatchNorm(channels, 1e-5, 0.1, true, false);
    }

    /**
     * The same, frozen.
     *
     * @return a copy
     */
    public BatchNorm asFrozen() {
        return new BatchNorm(channels, epsilon, momentum, affine, true);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.channels(channels, inputs);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (affine) {
            parameters.add(new Parameter("weight", List.of(channels), Start.ONE, !frozen));
            parameters.add(new Parameter("bias", List.of(channels), Start.ZERO, !frozen));
        }
        parameters.add(Parameter.statistic("running_mean", Start.ZERO, channels));
        parameters.add(Parameter.statistic("running_var", Start.ONE, channels));
        return parameters;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.batchNorm(this);
    }
}
