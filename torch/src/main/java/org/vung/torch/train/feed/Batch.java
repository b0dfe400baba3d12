package org.vung.torch.train.feed;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.torch.train.loss.Target;

/**
 * What a network sees at once, in plain memory.
 *
 * @param shape of the images and labels
 * @param images [N, H, W, C], the channels of a pixel side by side
 * @param labels [N, H', W'] of what the network answers
 * @param weights [N, H', W']
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Batch(Form shape, float[] images, int[] labels, float[] weights) {

    /**
     * Sizes.
     *
     * @param count N
     * @param height H
     * @param width W
     * @param channels C
     * @param answerHeight H', at most H
     * @param answerWidth W', at most W
     */
    public record Form(int count, int height, int width, int channels, int answerHeight, int answerWidth) {}

    /**
     * The images for a network.
     *
     * @return [N, C, H, W], the channels of a pixel side by side
     */
    public Tensor input() {
        return Tensor.create(images, shape.count, shape.height, shape.width, shape.channels)
                .permute(0, 3, 1, 2);
    }

    /**
     * The truth for a loss.
     *
     * @return [N, H', W']
     */
    public Target target() {
        long[] sizes = {shape.count, shape.answerHeight, shape.answerWidth};
        return new Target(Tensor.create(labels, sizes).to(torch.ScalarType.Long), Tensor.create(weights, sizes));
    }
}
