package org.vung.data.augment.warp;

/** From places of a new image to places of the old one, in pixels; whole numbers are centres of pixels. */
public sealed interface Mapping permits Affine, Displacement {

    /**
     * Moves places, in their arrays.
     *
     * @param rows of the new image; the old one's afterwards
     * @param columns of the new image; the old one's afterwards
     */
    void move(double[] rows, double[] columns);
}
