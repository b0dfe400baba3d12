package org.vung.nets.layer;

/**
 * One method for each kind of layer, so that a new kind cannot be forgotten anywhere.
 *
 * @param <R> what it answers
 */
public interface LayerVisitor<R> {

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R input(Input layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R convolution(Convolution layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R transposedConvolution(TransposedConvolution layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R inputDilation(InputDilation layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R bedOfNails(BedOfNails layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R upsample(Upsample layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R resize(Resize layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R maxPool(MaxPool layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R maxUnpool(MaxUnpool layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R averagePool(AveragePool layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R adaptiveAveragePool(AdaptiveAveragePool layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R batchNorm(BatchNorm layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R groupNorm(GroupNorm layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R instanceNorm(InstanceNorm layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R activation(Activation layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R pRelu(PRelu layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R dropout(Dropout layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R linear(Linear layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R flatten(Flatten layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R concatenate(Concatenate layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R add(Add layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R multiply(Multiply layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R crop(Crop layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R cropLike(CropLike layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R pad(Pad layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R padChannels(PadChannels layer);

    /**
     * Visits a layer of this kind.
     *
     * @param layer the layer
     * @return the answer
     */
    R pixelShuffle(PixelShuffle layer);
}
