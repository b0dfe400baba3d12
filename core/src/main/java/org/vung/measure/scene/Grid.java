package org.vung.measure.scene;

import java.util.List;
import org.vung.label.LabelMap;
import org.vung.measure.share.CellShares;
import org.vung.measure.share.Shares;

/**
 * Cells over an image: so many rows and columns of them, or squares of one side.
 *
 * @param rows of cells; 0 where they have a side
 * @param columns of cells; 0 where they have a side
 * @param side of a cell in pixels; 0 where they are counted
 */
public record Grid(int rows, int columns, int side) {

    private static final int MOST_CELLS = 1_000_000;

    /**
     * So many rows and columns, as even as the image allows.
     *
     * @param rows of cells, at least 1
     * @param columns of cells, at least 1
     * @return the grid
     */
    public static Grid of(int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST_CELLS) {
            throw new IllegalArgumentException("grid must have at least 1x1 and at most " + MOST_CELLS + " cells, got "
                    + rows + "x" + columns);
        }
        return new Grid(rows, columns, 0);
    }

    /**
     * Squares from the upper left corner on; the image cuts those at its right and lower border.
     *
     * @param side pixels, at least 1
     * @return the grid
     */
    public static Grid squares(int side) {
        if (side < 1) {
            throw new IllegalArgumentException("side of a cell must be at least 1 pixel, got " + side);
        }
        return new Grid(0, 0, side);
    }

    List<CellShares> shares(LabelMap labels) {
        if (side == 0) {
            return Shares.grid(labels, rows, columns);
        }
        long cells = (labels.size().height() + side - 1L) / side * ((labels.size().width() + side - 1L) / side);
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("grid must have at most " + MOST_CELLS + " cells, got " + cells
                    + " of " + side + " pixels over " + labels.size() + "; make them larger");
        }
        return Shares.cells(labels, side);
    }
}
