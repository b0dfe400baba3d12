package org.vung.score.object;

import java.util.Arrays;

/**
 * Gives every row another column, or every column another row where there are fewer, at the least sum of costs.
 *
 * <p>The Hungarian method by shortest augmenting paths with potentials: H. W. Kuhn 1955, R. Jonker and A. Volgenant 1987. Time
 * grows with rows² · columns at worst.
 */
final class Assignment {

    private static final int FREE = -1;

    private final double[][] costs;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private Assignment(double[][] costs, int columns) {
        this.costs = costs;
        this.columns = columns;
        this.rowPotential = new double[costs.length];
        this.columnPotential = new double[columns];
        this.rowOf = new int[columns];
        Arrays.fill(rowOf, FREE);
    }

    /**
     * Solves it.
     *
     * @param costs [rows][columns], finite
     * @return the column of every row, −1 for none
     */
    static int[] solve(double[][] costs) {
        int rows = costs.length;
        int columns = rows == 0 ? 0 : costs[0].length;
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, FREE);
        if (rows > columns) {
            int[] turned = columns == 0 ? new int[0] : solve(turned(costs, columns));
            for (int column = 0; column < columns; column++) {
                columnOf[turned[column]] = column;
            }
            return columnOf;
        }
        Assignment assignment = new Assignment(costs, columns);
        for (int row = 0; row < rows; row++) {
            assignment.augment(row);
        }
        for (int column = 0; column < columns; column++) {
            if (assignment.rowOf[column] != FREE) {
                columnOf[assignment.rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    private static double[][] turned(double[][] costs, int columns) {
        double[][] turned = new double[columns][costs.length];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column][row] = costs[row][column];
            }
        }
        return turned;
    }

    /** Finds the shortest path from a free row to a free column and turns the pairs along it. */
    private void augment(int start) {
        double[] distance = new double[columns];
        int[] from = new int[columns];
        boolean[] done = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(from, FREE);
        int row = start;
        int last = FREE;
        double reached = 0;
        while (true) {
            int nearest = FREE;
            for (int column = 0; column < columns; column++) {
                if (done[column]) {
                    continue;
                }
                double length = reached + costs[row][column] - rowPotential[row] - columnPotential[column];
                if (length < distance[column]) {
                    distance[column] = length;
                    from[column] = last;
                }
                if (nearest == FREE || distance[column] < distance[nearest]) {
                    nearest = column;
                }
            }
            done[nearest] = true;
            reached = distance[nearest];
            last = nearest;
            if (rowOf[nearest] == FREE) {
                break;
            }
            row = rowOf[nearest];
        }
        settle(start, reached, distance, done);
        turn(start, last, from);
    }

    private void settle(int start, double reached, double[] distance, boolean[] done) {
        rowPotential[start] += reached;
        for (int column = 0; column < columns; column++) {
            if (done[column] && distance[column] < reached) {
                rowPotential[rowOf[column]] += reached - distance[column];
                columnPotential[column] -= reached - distance[column];
            }
        }
    }

    private void turn(int start, int end, int[] from) {
        int column = end;
        while (from[column] != FREE) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
        rowOf[column] = start;
    }
}
