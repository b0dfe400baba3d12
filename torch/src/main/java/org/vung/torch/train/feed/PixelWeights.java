package org.vung.torch.train.feed;

import org.vung.label.LabelMap;

/** What each pixel counts in the loss. */
public interface PixelWeights {

    /**
     * The weights of a mask.
     *
     * @param truth classes by pixel
     * @return one a pixel, row by row, at least 0
     */
    float[] of(LabelMap truth);
}
