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

    /**
     * Segments one image and tells how far it is, where the method works piece by piece.
     *
     * @param image as for {@link #segment(Image)}
     * @param progress told of the pieces
     * @return the answer of {@link #segment(Image)}
     */
    default Segmentation segment(Image image, Progress progress) {
        return segment(image);
    }

    /**
     * Frees what a method holds, such as a network's memory.
     *
     * @param method any; one that holds nothing is left as it is
     * @throws Exception if it cannot be freed
     */
    static void close(Segmenter method) throws Exception {
        if (method instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
