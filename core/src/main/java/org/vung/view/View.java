package org.vung.view;

import org.vung.image.Image;
import org.vung.image.Size;

/** A way to see an image: turned by quarters, then perhaps mirrored left to right. These are all eight, in the order {@link Views} takes them. */
enum View {
    PLAIN(0, false),
    MIRRORED(0, true),
    HALF_TURNED(2, false),
    HALF_TURNED_MIRRORED(2, true),
    TURNED(1, false),
    TURNED_MIRRORED(1, true),
    TURNED_BACK(3, false),
    TURNED_BACK_MIRRORED(3, true);

    private final int quarters;
    private final boolean mirrored;

    View(int quarters, boolean mirrored) {
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    /** The size of the view of an image. */
    private Size size(Size of) {
        return quarters % 2 == 0 ? of : new Size(/* height= */ of.width(), /* width= */ of.height());
    }

    /** Which pixel of the image is seen at a place of the view. */
    private int source(Size of, int row, int column) {
        int across = mirrored ? size(of).width() - 1 - column : column;
        return switch (quarters) {
            case 0 -> of.index(row, across);
            case 1 -> of.index(across, of.width() - 1 - row); // turned left: its first row is the last column
            case 2 -> of.index(of.height() - 1 - row, of.width() - 1 - across);
            default -> of.index(of.height() - 1 - across, row);
        };
    }

    /** The image seen in this way. */
    Image of(Image image) {
        if (this == PLAIN) {
            return image;
        }
        Size size = size(image.size());
        Image seen = image.blank(size);
        int channels = image.channels();
        Object from = image.sharedSamples();
        Object to = seen.sharedSamples();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                System.arraycopy(
                        from,
                        source(image.size(), row, column) * channels,
                        to,
                        size.index(row, column) * channels,
                        channels);
            }
        }
        return seen;
    }

    /**
     * Adds what was said of the view to the places of the image it was said of.
     *
     * @param planes [classes, height, width] of the view
     * @param of size of the image
     * @param sums [classes, height, width] of the image
     */
    void addBack(float[] planes, Size of, float[] sums) {
        Size size = size(of);
        int pixels = of.pixels();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int target = source(of, row, column);
                int place = size.index(row, column);
                for (int plane = 0; plane < planes.length; plane += pixels) {
                    sums[plane + target] += planes[plane + place];
                }
            }
        }
    }
}
