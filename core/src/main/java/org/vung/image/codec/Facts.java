package org.vung.image.codec;

import org.vung.image.Size;

/**
 * What a file's header tells before pixels are decoded.
 *
 * @param size of the first picture, upright
 * @param orientation 1 … 8 as Exif and TIFF number it: 1 where the stored pixels are upright already
 * @param pages pictures in the file; 1 for formats of which only the first frame counts
 */
public record Facts(Size size, int orientation, int pages) {

    /**
     * Facts of stored pixels.
     *
     * @param stored height and width in the file
     * @param orientation 1 … 8; from 5 on, rows become columns
     * @param pages pictures in the file
     * @return the facts with the upright size
     */
    public static Facts of(Size stored, int orientation, int pages) {
        Size upright = orientation < 5 ? stored : new Size(/* height= */ stored.width(), /* width= */ stored.height());
        return new Facts(upright, orientation, pages);
    }
}
