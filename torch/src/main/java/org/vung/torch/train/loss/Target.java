package org.vung.torch.train.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * What a batch should have become.
 *
 * @param labels the class of each pixel, [N, H, W] of int64; 255 where nobody knows
 * @param weights what each pixel counts, [N, H, W] of float32, at least 0; 1 is usual
 */
public record Target(Tensor labels, Tensor weights) {

    /** The label of pixels that neither teach nor count. */
    public static final long IGNORE = 255;
}
