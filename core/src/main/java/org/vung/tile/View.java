package org.vung.tile;

import org.vung.image.Size;
import org.vung.label.Box;

/**
 * One window and its edges. Where a window ends with the image, nothing is cut: that is no edge.
 *
 * @param window its number
 * @param box its pixels
 * @param image that was cut
 */
record View(int window, Box box, Size image) {

    private static final int FAR = Integer.MAX_VALUE / 2;

    /** Pixels between a box and the window's upper and lower edge, whichever is nearer. */
    int besideRows(Box inside) {
        return Math.min(above(inside), below(inside));
    }

    /** Pixels between a box and the window's left and right edge, whichever is nearer. */
    int besideColumns(Box inside) {
        return Math.min(before(inside), after(inside));
    }

    /** Whether a box lies altogether within so many pixels of one edge. */
    boolean isRim(Box inside, int pixels) {
        int rows = inside.height() + besideRows(inside);
        int columns = inside.width() + besideColumns(inside);
        return rows <= pixels || columns <= pixels;
    }

    private int above(Box inside) {
        return box.row() > 0 ? inside.row() - box.row() : FAR;
    }

    private int below(Box inside) {
        return box.bottom() < image.height() ? box.bottom() - inside.bottom() : FAR;
    }

    private int before(Box inside) {
        return box.column() > 0 ? inside.column() - box.column() : FAR;
    }

    private int after(Box inside) {
        return box.right() < image.width() ? box.right() - inside.right() : FAR;
    }
}
