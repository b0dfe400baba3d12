package org.vung;

import org.vung.image.Image;

/** Divides an image into regions. Implementations are immutable and safe to share between threads. */
public interface Segmenter {

    /**
     * Segments one image.
     *
     * @param image any size from 1×1; never changed
     * @return a segmentation of the image's size; the same image gives the same answer on any number of threads
     * @throws IllegalArgumentException if the method cannot work on this image's channels or size; the message names the
     *     mend
     */
    Segmentation segment(Image image);
}
