package org.vung.measure.share;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** How much every label covers: of the whole image, of a part of it, of every cell of a grid. */
public final class Shares {

    private Shares() {}

    /**
     * Shares of the whole image.
     *
     * @param labels a label per pixel
     * @return the labels that occur, in their order; their shares add up to 1
     */
    public static List<Share> of(LabelMap labels) {
        Size size = labels.size();
        return cell(labels, new Tally(labels.count()), new Box(0, 0, size.height(), size.width()))
                .shares();
    }

    /**
     * Shares of a region of interest.
     *
     * @param labels a label per pixel
     * @param part of the image, of the labels' size
     * @return the labels that occur in it, in their order; their shares add up to 1; none where the part has no pixel
     * @throws IllegalArgumentException if the sizes differ
     */
    public static List<Share> within(LabelMap labels, RunLengths part) {
        if (!part.size().equals(labels.size())) {
            throw new IllegalArgumentException(
                    "part must have the labels' size " + labels.size() + ", got " + part.size());
        }
        Tally tally = new Tally(labels.count());
        int[] names = labels.sharedLabels();
        part.forEachPixel(pixel -> tally.add(names[pixel]));
        return tally.shares();
    }

    /**
     * Shares of every cell of a grid over the image. Cells differ by a row or column at most where the image cannot be divided
     * evenly.
     *
     * @param labels a label per pixel
     * @param rows of cells, 1 … height
     * @param columns of cells, 1 … width
     * @return the cells row by row
     */
    public static List<CellShares> grid(LabelMap labels, int rows, int columns) {
        Size size = labels.size();
        check("rows", rows, size.height());
        check("columns", columns, size.width());
        int[] rowEdges = new int[rows + 1];
        for (int row = 0; row <= rows; row++) {
            rowEdges[row] = (int) ((long) size.height() * row / rows);
        }
        int[] columnEdges = new int[columns + 1];
        for (int column = 0; column <= columns; column++) {
            columnEdges[column] = (int) ((long) size.width() * column / columns);
        }
        return cells(labels, rowEdges, columnEdges);
    }

    private static void check(String name, int cells, int most) {
        if (cells < 1 || cells > most) {
            throw new IllegalArgumentException(name + " of the grid must be 1 … " + most + ", got " + cells);
        }
    }

    /**
     * Shares of square cells that begin in the upper left corner. The image cuts those at its right and lower border.
     *
     * @param labels a label per pixel
     * @param side of a cell in pixels, at least 1
     * @return the cells row by row
     */
    public static List<CellShares> cells(LabelMap labels, int side) {
        return cells(labels, side, side);
    }

    /**
     * Shares of cells that begin in the upper left corner. The image cuts those at its right and lower border.
     *
     * @param labels a label per pixel
     * @param height of a cell in pixels, at least 1
     * @param width of a cell in pixels, at least 1
     * @return the cells row by row
     */
    public static List<CellShares> cells(LabelMap labels, int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "side of a cell must be at least 1, got " + (height == width ? height : height + "x" + width));
        }
        return cells(
                labels,
                edges(height, labels.size().height()),
                edges(width, labels.size().width()));
    }

    private static int[] edges(int side, int length) {
        int[] edges = new int[(length - 1) / side + 2];
        for (int at = 0; at < edges.length; at++) {
            edges[at] = (int) Math.min((long) at * side, length);
        }
        return edges;
    }

    private static List<CellShares> cells(LabelMap labels, int[] rows, int[] columns) {
        Tally tally = new Tally(labels.count());
        List<CellShares> cells = new ArrayList<>();
        for (int row = 1; row < rows.length; row++) {
            for (int column = 1; column < columns.length; column++) {
                Box cell = new Box(
                        rows[row - 1],
                        columns[column - 1],
                        rows[row] - rows[row - 1],
                        columns[column] - columns[column - 1]);
                cells.add(cell(labels, tally, cell));
            }
        }
        return Collections.unmodifiableList(cells);
    }

    private static CellShares cell(LabelMap labels, Tally tally, Box cell) {
        int[] names = labels.sharedLabels();
        for (int row = cell.row(); row < cell.bottom(); row++) {
            int first = labels.size().index(row, cell.column());
            for (int pixel = first; pixel < first + cell.width(); pixel++) {
                tally.add(names[pixel]);
            }
        }
        return new CellShares(cell, tally.shares());
    }
}
