package org.vung.nets.layer;

import java.util.List;

/**
 * One operation of a network: an immutable record that knows its shapes and parameters, and computes nothing.
 *
 * <p>Messages of its errors do not name the layer; the graph that asks adds the name.
 */
public sealed interface Layer
        permits Input,
                Convolution,
                TransposedConvolution,
                InputDilation,
                BedOfNails,
                Upsample,
                Resize,
                MaxPool,
                MaxUnpool,
                AveragePool,
                AdaptiveAveragePool,
                BatchNorm,
                GroupNorm,
                InstanceNorm,
                Activation,
                PRelu,
                Dropout,
                Linear,
                Flatten,
                Concatenate,
                Add,
                Multiply,
                Crop,
                CropLike,
                Pad,
                PadChannels,
                PixelShuffle {

    /**
     * The shape it gives.
     *
     * @param inputs the shapes it takes, in order
     * @return the output's shape, without batch
     * @throws IllegalArgumentException if these inputs do not fit; the message holds the shapes and the mend
     */
    Shape shape(List<Shape> inputs);

    /**
     * Calls the method of a visitor that is meant for this kind of layer.
     *
     * @param visitor one method a kind
     * @param <R> what it answers
     * @return the visitor's answer
     */
    <R> R accept(LayerVisitor<R> visitor);

    /**
     * The numbers it owns.
     *
     * @return in PyTorch's order: weight, bias, statistics; empty for most layers
     */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Multiply-adds of its products with weights; all else (norms, activations, pooling) counts 0.
     *
     * @param shapes what goes in and comes out, for a batch of one
     * @return at least 0
     */
    default long multiplyAdds(Shapes shapes) {
        return 0;
    }

    /**
     * Which places of an input decide about some places of the output.
     *
     * @param input which input, from 0
     * @param wanted places of the output
     * @param axis rows or columns
     * @param shapes what goes in and comes out
     * @return the hull of the places looked at, also beyond the border; {@link Span#ALL} where a place depends on the whole map
     */
    default Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        return wanted;
    }

    /**
     * Input places per output place.
     *
     * @param axis rows or columns
     * @param shapes what goes in and comes out
     * @return 2 for a step of 2, ½ for an upsampling by 2
     */
    default Ratio step(Axis axis, Shapes shapes) {
        return Ratio.ONE;
    }
}
