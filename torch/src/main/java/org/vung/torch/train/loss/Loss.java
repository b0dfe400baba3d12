package org.vung.torch.train.loss;

import org.bytedeco.pytorch.Tensor;

/** How far an answer is from the truth. */
public interface Loss {

    /**
     * The loss of a batch, connected to the scores for the backward pass; 0, and still connected, where nothing counts.
     *
     * @param scores one a class before any softmax, [N, K, H, W] of float32
     * @param target of the same N, H and W
     * @return one number, finite unless the scores are not
     */
    Tensor of(Tensor scores, Target target);
}
