package org.vung.image.codec;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Turns a stored picture upright, as TIFF and Exif number the ways: 1 as it is, 2 mirrored left to right, 3 upside down,
 * 4 mirrored top to bottom, 5 transposed, 6 to be turned a quarter clockwise, 7 transposed along the other diagonal, 8 to be
 * turned a quarter counter-clockwise.
 */
final class Orientation {

    private final Size from;
    private final Size to;
    private final boolean transposed;
    private final boolean rowsBackward;
    private final boolean columnsBackward;

    private Orientation(Size from, int orientation) {
        this.from = from;
        this.transposed = orientation >= 5;
        this.to = transposed ? new Size(/* height= */ from.width(), /* width= */ from.height()) : from;
        this.rowsBackward = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        this.columnsBackward = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    }

    /** The picture upright; the picture itself for 1. */
    static Image upright(Image image, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return image;
        }
        Orientation way = new Orientation(image.size(), orientation);
        int channels = image.channels();
        int length = image.size().pixels() * channels;
        switch (image.type()) {
            case UINT8 -> {
                byte[] turned = new byte[length];
                way.copy(image.sharedBytes(), turned, channels);
                return Image.wrap(way.to, image.layout(), turned);
            }
            case UINT16 -> {
                short[] turned = new short[length];
                way.copy(image.sharedShorts(), turned, channels);
                return Image.wrap(way.to, image.layout(), turned);
            }
            case FLOAT32 -> {
                float[] turned = new float[length];
                way.copy(image.sharedFloats(), turned, channels);
                return Image.wrap(way.to, image.layout(), turned);
            }
        }
        throw new AssertionError(image.type());
    }

    /** Fills the upright picture in strips of columns, so that a transposed read stays within the cache. */
    private void copy(Object samples, Object turned, int channels) {
        int strip = 64;
        RowBands.forEach(to.height(), (first, last) -> {
            for (int column = 0; column < to.width(); column += strip) {
                for (int row = first; row < last; row++) {
                    line(samples, turned, row, column, Math.min(column + strip, to.width()), channels);
                }
            }
        });
    }

    private void line(Object samples, Object turned, int row, int first, int last, int channels) {
        int at = stored(row, first) * channels;
        int step = (stored(row, first + 1) - stored(row, first)) * channels;
        int start = to.index(row, first) * channels;
        int end = start + (last - first) * channels;
        if (samples instanceof byte[] bytes) {
            byte[] out = (byte[]) turned;
            for (int to = start; to < end; at += step - channels) {
                for (int channel = 0; channel < channels; channel++) {
                    out[to++] = bytes[at++];
                }
            }
        } else {
            for (int to = start; to < end; to += channels, at += step) {
                System.arraycopy(samples, at, turned, to, channels);
            }
        }
    }

    /** The stored pixel that shows at a place of the upright picture. */
    private int stored(int row, int column) {
        int storedRow = transposed ? column : row;
        int storedColumn = transposed ? row : column;
        return (rowsBackward ? from.height() - 1 - storedRow : storedRow) * from.width()
                + (columnsBackward ? from.width() - 1 - storedColumn : storedColumn);
    }
}
