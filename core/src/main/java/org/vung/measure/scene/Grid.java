package org.vung.measure.scene;

import java.util.List;
import org.vung.label.LabelMap;
import org.vung.measure.share.CellShares;
import org.vung.measure.share.Shares;

/**
 * Cells over an image: so many rows and columns of them, or cells of one size.
 *
 * @param rows of cells; 0 where they have a size
 * @param columns of cells; 0 where they have a size
 * @param height of a cell in pixels; 0 where they are counted
 * @param width of a cell in pixels; 0 where they are counted
 */
public record Grid(int rows, int columns, int height, int width) {

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
            throw new IllegalArgumentException(
                    "grid must have at least 1x1 and at most " + MOST_CELLS + " cells, got " + rows + "x" + columns);
        }
        return new Grid(rows, columns, 0, 0);
    }

    /**
     * Squares from the upper left corner on; the image cuts those at its right and lower border.
     *
     * @param side pixels, at least 1
     * @return the grid
     */
    public static Grid squares(int side) {
        return cells(side, side);
    }

    /**
     * Cells from the upper left corner on; the image cuts those at its right and lower border.
     *
     * @param height pixels, at least 1
     * @param width pixels, at least 1
     * @return the grid
     */
    public static Grid cells(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "cell must be at least 1x1 pixels, got " + height + "x" + width + "; make it larger");
        }
        return new Grid(0, 0, height, width);
    }

    List<CellShares> shares(LabelMap labels) {
        if (rows > 0) {
            return Shares.grid(labels, rows, columns);
        }
        long cells = count(labels.size().height(), height) * count(labels.size().width(), width);
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("grid must have at most " + MOST_CELLS + " cells, got " + cells + " of "
                    + height + "x" + width + " pixels over " + labels.size() + "; make them larger");
        }
        return Shares.cells(labels, height, width);
    }

    private static long count(int length, int side) {
        return (length + side - 1L) / side;
    }
}
