package org.vung.image.codec.tiff;

import org.vung.image.codec.ImageException;

/** What is filled, tile by tile, with the samples of a page. */
interface Grid {

    /**
     * Where unpacked rows belong.
     *
     * @param top first row in the image
     * @param left first column in the image
     * @param rows rows inside the image
     * @param columns columns inside the image
     * @param plane first channel
     * @param channels channels that lie side by side
     * @param rowBytes bytes from one unpacked row to the next
     */
    record Area(int top, int left, int rows, int columns, int plane, int channels, int rowBytes) {

        /** The same place in a grid that begins with the first of its rows. */
        Area atTop() {
            return new Area(0, left, rows, columns, plane, channels, rowBytes);
        }
    }

    /** Takes the samples of a tile over. */
    void put(byte[] raw, Area area) throws ImageException;
}
