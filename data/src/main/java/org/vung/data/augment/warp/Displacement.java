package org.vung.data.augment.warp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.vung.image.Size;

/**
 * A smooth deformation: displacement vectors at the nodes of a coarse grid, and bicubic interpolation between. The outermost
 * nodes lie on the image's outermost pixels. Interpolation is Keys's cubic convolution with a = −½, which passes through the
 * nodes; beyond the grid its outermost values go on.
 */
public final class Displacement implements Mapping {

    private final int grid;
    private final double rowScale;
    private final double columnScale;
    private final double[] rowShifts;
    private final double[] columnShifts;

    private Displacement(Size size, int grid, double[] rowShifts, double[] columnShifts) {
        this.grid = grid;
        this.rowScale = size.height() > 1 ? (grid - 1.0) / (size.height() - 1) : 0;
        this.columnScale = size.width() > 1 ? (grid - 1.0) / (size.width() - 1) : 0;
        this.rowShifts = framed(rowShifts, grid);
        this.columnShifts = framed(columnShifts, grid);
    }

    /**
     * A deformation by given vectors.
     *
     * @param size of the old image, and of the new one
     * @param grid nodes along each side, at least 2
     * @param rowShifts pixels down, node by node [grid · grid]
     * @param columnShifts pixels to the right [grid · grid]
     * @return the map
     */
    public static Displacement of(Size size, int grid, double[] rowShifts, double[] columnShifts) {
        if (grid < 2 || rowShifts.length != grid * grid || columnShifts.length != grid * grid) {
            throw new IllegalArgumentException("grid must be at least 2 and have a vector for each node, got " + grid
                    + " with " + rowShifts.length + " and " + columnShifts.length);
        }
        return new Displacement(size, grid, rowShifts, columnShifts);
    }

    /**
     * A deformation by chance.
     *
     * @param size of the old image, and of the new one
     * @param grid nodes along each side, at least 2
     * @param sigma standard deviation of either coordinate of the vectors, in pixels
     * @param random where chance comes from: node by node, down before right
     * @return the map
     */
    public static Displacement random(Size size, int grid, double sigma, RandomGenerator random) {
        double[] rowShifts = new double[grid * grid];
        double[] columnShifts = new double[grid * grid];
        for (int node = 0; node < rowShifts.length; node++) {
            rowShifts[node] = sigma * random.nextGaussian();
            columnShifts[node] = sigma * random.nextGaussian();
        }
        return of(size, grid, rowShifts, columnShifts);
    }

    /** The grid with its outermost nodes repeated around it, so that every cell has four nodes along either side. */
    private static double[] framed(double[] nodes, int grid) {
        int side = grid + 2;
        double[] framed = new double[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                framed[row * side + column] = nodes[inside(row - 1, grid) * grid + inside(column - 1, grid)];
            }
        }
        return framed;
    }

    private static int inside(int node, int grid) {
        return Math.max(0, Math.min(grid - 1, node));
    }

    @Override
    public void move(double[] rows, double[] columns) {
        double[] down = new double[4];
        double[] across = new double[4];
        int side = grid + 2;
        for (int at = 0; at < rows.length; at++) {
            double rowNode = Math.max(0, Math.min(grid - 1, rows[at] * rowScale));
            double columnNode = Math.max(0, Math.min(grid - 1, columns[at] * columnScale));
            int row = Math.min(grid - 2, (int) rowNode);
            int column = Math.min(grid - 2, (int) columnNode);
            weigh(rowNode - row, down);
            weigh(columnNode - column, across);
            rows[at] += sum(rowShifts, row * side + column, down, across);
            columns[at] += sum(columnShifts, row * side + column, down, across);
        }
    }

    private double sum(double[] nodes, int first, double[] down, double[] across) {
        double sum = 0;
        for (int row = 0, at = first; row < 4; row++, at += grid + 2) {
            sum += down[row]
                    * (nodes[at] * across[0]
                            + nodes[at + 1] * across[1]
                            + nodes[at + 2] * across[2]
                            + nodes[at + 3] * across[3]);
        }
        return sum;
    }

    /** Keys's kernel at 1 + t, t, 1 − t and 2 − t for a place that lies t, 0 … 1, behind the second of four nodes. */
    private static void weigh(double t, double[] weights) {
        weights[0] = ((-0.5 * t + 1) * t - 0.5) * t;
        weights[1] = (1.5 * t - 2.5) * t * t + 1;
        weights[2] = ((-1.5 * t + 2) * t + 0.5) * t;
        weights[3] = (0.5 * t - 0.5) * t * t;
    }

    @Override
    public String toString() {
        return "displacement by " + Arrays.toString(rowShifts) + ", " + Arrays.toString(columnShifts);
    }
}
