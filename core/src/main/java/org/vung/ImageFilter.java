package org.vung;

import org.vung.image.Image;

/** A method that also answers with a picture: a thresholded grey image, a mean-shift filtered photo. */
public interface ImageFilter {

    /**
     * Filters one image.
     *
     * @param image any size from 1×1; never changed
     * @return an image of the same size
     */
    Image filter(Image image);
}
