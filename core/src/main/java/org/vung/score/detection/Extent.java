package org.vung.score.detection;

/** Where an object is: a box or the pixels of a mask. Boxes overlap with boxes and masks with masks, so the two are scored apart. */
public sealed interface Extent permits BoundingBox, ObjectMask {

    /**
     * How large it is; tells small objects from large ones.
     *
     * @return in pixels, at least 0
     */
    double area();

    /**
     * Intersection over union with a true object.
     *
     * @param truth of the same kind, in the same image
     * @param crowd whether the truth is a crowd: then what lies inside it is right in full, and this area alone stands for the union
     * @return 0 … 1; 0 where nothing is shared
     * @throws IllegalArgumentException if one is a box and the other a mask, or the masks are of different images
     */
    double iou(Extent truth, boolean crowd);
}
