package org.vung;

import org.vung.image.Size;
import org.vung.label.LabelMap;

/** The answer of a {@link Segmenter}. */
public sealed interface Segmentation permits Partition, Semantic, Instances {

    /**
     * One label per pixel.
     *
     * @return labels 0 … count − 1 of the image's size
     */
    LabelMap labels();

    /**
     * What the method found on its way: the threshold it chose, the inertia, whether it converged.
     *
     * @return findings in the order the method reported them
     */
    Findings findings();

    /**
     * The size of the image that was segmented.
     *
     * @return height and width in pixels
     */
    default Size size() {
        return labels().size();
    }
}
