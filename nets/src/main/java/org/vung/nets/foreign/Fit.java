package org.vung.nets.foreign;

/** How an image is brought to the height and width that a network takes. */
public enum Fit {
    /** As it is, its last row and column repeated up to the multiple. */
    WHOLE,
    /** In overlapping windows of the network's size, whose scores are blended. */
    WINDOWS,
    /** Shrunk or enlarged to the network's size, its proportions given up. */
    RESIZE
}
