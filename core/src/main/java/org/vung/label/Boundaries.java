package org.vung.label;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/**
 * The lines between regions, found and drawn as scikit-image 0.19.3 does with {@code find_boundaries} and
 * {@code mark_boundaries}. There as here the ground is label 0: give regions without a ground labels from 1 to have every
 * border drawn on both sides.
 *
 * <p>Differs from scikit-image 0.19.3 where its labels have 64 bits: there a sum too large makes the outer line two pixels
 * wide on the left and right of the ground. With labels of up to 32 bits every pixel is equal.
 */
public final class Boundaries {

    /** The yellow of {@code mark_boundaries}, as 0xRRGGBB. */
    public static final int YELLOW = 0xFFFF00;

    private static final int GROUND = 0;

    /** Which pixels make the line. */
    public enum Mode {
        /** Every pixel with another label above, below, left or right: lines two pixels wide. */
        THICK,
        /** Those of them that are not ground. */
        INNER,
        /**
         * Those of them that are ground, and those that have pixels of two regions other than the ground within one step
         * in any direction.
         */
        OUTER
    }

    private Boundaries() {}

    /**
     * Finds the boundary pixels.
     *
     * @param labels a region per pixel; label 0 is ground
     * @param mode which pixels make the line
     * @return true on the line, row by row [height · width]
     */
    public static boolean[] find(LabelMap labels, Mode mode) {
        Size size = labels.size();
        boolean[] line = new boolean[size.pixels()];
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < size.width(); column++) {
                    line[size.index(row, column)] = isOnLine(labels, row, column, mode);
                }
            }
        });
        return line;
    }

    /**
     * Draws the outer boundaries in yellow, as {@code mark_boundaries(image, labels)} does.
     *
     * @param image grey or colour of any sample type; opacity is dropped
     * @param labels of the image's size; label 0 is ground
     * @return an 8-bit RGB image
     */
    public static Image mark(Image image, LabelMap labels) {
        return mark(image, labels, YELLOW, Mode.OUTER);
    }

    /**
     * Draws the boundaries.
     *
     * @param image grey or colour of any sample type; opacity is dropped
     * @param labels of the image's size; label 0 is ground
     * @param rgb colour of the line, 0xRRGGBB
     * @param mode which pixels make the line
     * @return an 8-bit RGB image
     * @throws IllegalArgumentException if the sizes differ or the image has bands without a colour meaning
     */
    public static Image mark(Image image, LabelMap labels, int rgb, Mode mode) {
        if (!image.size().equals(labels.size())) {
            throw new IllegalArgumentException(
                    "labels must have the image's size " + image.size() + ", got " + labels.size());
        }
        if (image.layout() == Layout.BANDS) {
            throw new IllegalArgumentException(
                    "image must be grey or colour to be drawn on, got " + image + "; select three bands first");
        }
        Image eight = image.to8Bit();
        byte[] samples = eight.sharedBytes();
        int channels = eight.channels();
        int step = eight.colourChannels() == 3 ? 1 : 0;
        Size size = image.size();
        byte[] marked = new byte[size.pixels() * 3];
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < size.width(); column++) {
                    int pixel = size.index(row, column);
                    boolean line = isOnLine(labels, row, column, mode);
                    int source = pixel * channels;
                    marked[3 * pixel] = line ? (byte) (rgb >> 16) : samples[source];
                    marked[3 * pixel + 1] = line ? (byte) (rgb >> 8) : samples[source + step];
                    marked[3 * pixel + 2] = line ? (byte) rgb : samples[source + 2 * step];
                }
            }
        });
        return Image.wrap(size, Layout.RGB, marked);
    }

    private static boolean isOnLine(LabelMap map, int row, int column, Mode mode) {
        Size size = map.size();
        int[] labels = map.sharedLabels();
        int pixel = size.index(row, column);
        int label = labels[pixel];
        boolean differs = (column > 0 && labels[pixel - 1] != label)
                || (column + 1 < size.width() && labels[pixel + 1] != label)
                || (row > 0 && labels[pixel - size.width()] != label)
                || (row + 1 < size.height() && labels[pixel + size.width()] != label);
        if (!differs || mode == Mode.THICK) {
            return differs;
        }
        if (mode == Mode.INNER) {
            return label != GROUND;
        }
        return label == GROUND || touchesAnother(labels, size, row, column);
    }

    /** Whether a region other than the pixel's and other than ground lies within one step in any direction. */
    private static boolean touchesAnother(int[] labels, Size size, int row, int column) {
        int label = labels[size.index(row, column)];
        for (int y = Math.max(0, row - 1); y <= Math.min(size.height() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(size.width() - 1, column + 1); x++) {
                int other = labels[size.index(y, x)];
                if (other != label && other != GROUND) {
                    return true;
                }
            }
        }
        return false;
    }
}
