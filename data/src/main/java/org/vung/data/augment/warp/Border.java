package org.vung.data.augment.warp;

/** What the truth says of pixels that come from outside the image. The image itself is always continued by its mirror image. */
public enum Border {
    /** The mirror image of the truth. */
    MIRROR,
    /** Nothing: such pixels neither teach nor count. */
    IGNORE
}
