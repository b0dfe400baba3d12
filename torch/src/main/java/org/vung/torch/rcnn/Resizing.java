package org.vung.torch.rcnn;

import org.vung.image.Size;
import org.vung.nets.layer.Extent;

/**
 * The size at which the network sees an image: its shorter side has so many pixels, unless the longer one would have too many.
 *
 * @param shorter pixels of the shorter side, at least 1
 * @param longer pixels the longer side has at most
 * @param multiple of which both sides of a batch are made by zeros below and to the right, so that every level halves evenly
 */
public record Resizing(int shorter, int longer, int multiple) {

    /** That of the papers: 800, at most 1,333. */
    public static final Resizing USUAL = new Resizing(800, 1333, 32);

    /** Checks the numbers. */
    public Resizing {
        if (shorter < 1 || longer < shorter || multiple < 1) {
            throw new IllegalArgumentException("sides must be at least 1 and rise, their multiple at least 1, got "
                    + shorter + ", " + longer + " and " + multiple);
        }
    }

    /**
     * The size of an image as the network sees it, before zeros; to the pixel torchvision's, whose factor is a float32 inverse times
     * the wanted side.
     *
     * @param image its own size
     * @return height and width
     */
    public Extent of(Size image) {
        float up = Math.min(
                1f / Math.min(image.height(), image.width()) * shorter,
                1f / Math.max(image.height(), image.width()) * longer);
        return new Extent((int) Math.max(1, Math.floor(image.height() * (double) up)), (int)
                Math.max(1, Math.floor(image.width() * (double) up)));
    }

    /**
     * The size with zeros.
     *
     * @param seen sizes of the images of a batch
     * @return the least that holds all and divides evenly
     */
    public Extent filled(Iterable<Extent> seen) {
        int rows = 1;
        int columns = 1;
        for (Extent one : seen) {
            rows = Math.max(rows, one.rows());
            columns = Math.max(columns, one.columns());
        }
        return new Extent((rows + multiple - 1) / multiple * multiple, (columns + multiple - 1) / multiple * multiple);
    }
}
