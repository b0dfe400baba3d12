package org.vung.torch.tile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Size;

/**
 * The rows of an image that are at work: a window that only moves down. The rows of an image in memory are a window of their own;
 * those of an image that is read are kept in one array, so that a long image costs no more than a short one.
 */
public final class RowWindow {

    private static final int READ_AT_ONCE = 64;

    private final Size size;
    private final int most;
    private final @Nullable ImageRows rows;
    private @Nullable Image window;
    private int first;
    private int end;

    private RowWindow(Size size, int most, @Nullable ImageRows rows, @Nullable Image window) {
        this.size = size;
        this.most = most;
        this.rows = rows;
        this.window = window;
    }

    /**
     * A window on an image in memory.
     *
     * @param image all rows
     * @return a window that always shows all of it
     */
    public static RowWindow of(Image image) {
        return new RowWindow(image.size(), image.height(), null, image);
    }

    /**
     * A window on an image that is read.
     *
     * @param rows from the first on; stays open
     * @param most rows that are asked for together, 1 … height
     * @return the window
     */
    public static RowWindow of(ImageRows rows, int most) {
        return new RowWindow(rows.size(), most, rows, null);
    }

    /**
     * The whole image's size.
     *
     * @return height and width
     */
    public Size size() {
        return size;
    }

    /**
     * The row of the image that is the window's first.
     *
     * @return 0 for an image in memory
     */
    public int first() {
        return first;
    }

    /**
     * Moves down.
     *
     * @param from first row wanted, never above one wanted before
     * @param to one past the last row wanted
     * @return an image whose row 0 is the row {@link #first()}; holds the wanted rows until the next move
     * @throws IOException if they cannot be read
     */
    public Image show(int from, int to) throws IOException {
        if (rows == null) {
            return shown();
        }
        if (from < first || to - from > most) {
            throw new IllegalArgumentException(
                    "rows must be at most " + most + " from " + first + " on, got " + from + " … " + (to - 1));
        }
        if (window != null && from > first) {
            int kept = Math.max(0, end - from);
            int row = window.width() * window.channels();
            Object samples = window.sharedSamples();
            System.arraycopy(samples, (Math.min(from, end) - first) * row, samples, 0, kept * row);
        }
        first = from;
        while (end < to) {
            Image band = rows.next(Math.min(READ_AT_ONCE, end < from ? from - end : to - end));
            int row = band.width() * band.channels();
            if (window == null) {
                window = band.blank(new Size(most, size.width()));
            }
            if (end >= from) {
                int length = band.height() * row;
                System.arraycopy(band.sharedSamples(), 0, window.sharedSamples(), (end - from) * row, length);
            }
            end += band.height();
        }
        return shown();
    }

    private Image shown() {
        if (window == null) {
            throw new IllegalStateException("rows must be shown first");
        }
        return window;
    }
}
