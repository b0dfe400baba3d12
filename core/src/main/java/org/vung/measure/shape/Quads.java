package org.vung.measure.shape;

import org.vung.measure.LabelRuns;

/**
 * How often each pattern of 2 × 2 pixels occurs over a region and its surroundings. A pattern is 1 for the lower right pixel
 * + 2 for the upper right + 4 for the lower left + 8 for the upper left.
 *
 * <p>Source of the weights: S. Rivollier, "Analyse d'image géométrique et morphométrique par diagrammes de forme et
 * voisinages adaptatifs généraux" (2010), and J. Ohser, W. Nagel and K. Schladitz, "The Euler Number of Discretized Sets"
 * (2002).
 */
final class Quads {

    private static final double SLANTING = Math.PI / (4 * Math.sqrt(2));
    private static final double STRAIGHT = Math.PI / 4;
    private static final double CORNER = STRAIGHT * (1 + 1 / Math.sqrt(2));

    /** Length of border that a pattern stands for. */
    private static final double[] CROFTON = {
        0,
        CORNER,
        SLANTING,
        2 * SLANTING,
        0,
        CORNER,
        0,
        SLANTING,
        STRAIGHT,
        2 * STRAIGHT,
        SLANTING,
        SLANTING,
        STRAIGHT,
        2 * STRAIGHT,
        0,
        0
    };

    private final LabelRuns runs;
    private final int[] counts = new int[16];

    private Quads(LabelRuns runs) {
        this.runs = runs;
    }

    static Quads of(LabelRuns runs, int label) {
        Quads quads = new Quads(runs);
        int above = runs.from(label);
        int to = runs.to(label);
        int here = above;
        while (here < to) {
            int row = runs.row(here);
            if (here > above && runs.row(above) != row - 1) {
                quads.count(above, here, here, here);
                above = here;
            }
            int next = here;
            while (next < to && runs.row(next) == row) {
                next++;
            }
            quads.count(above, here, here, next);
            above = here;
            here = next;
        }
        quads.count(above, to, to, to);
        return quads;
    }

    /**
     * Counts the patterns of two rows, of which the upper one holds the runs {@code above} … {@code aboveTo} − 1 and the lower
     * one {@code here} … {@code hereTo} − 1, from one column where either changes to the next.
     */
    private void count(int above, int aboveTo, int here, int hereTo) {
        int upper = 0;
        int lower = 0;
        int column = 0;
        while (above < aboveTo || here < hereTo) {
            int upperEdge = edge(above, aboveTo, upper);
            int lowerEdge = edge(here, hereTo, lower);
            int edge = Math.min(upperEdge, lowerEdge);
            counts[10 * upper + 5 * lower] += edge - column - 1;
            int left = 8 * upper + 4 * lower;
            if (upperEdge == edge) {
                above += upper;
                upper ^= 1;
            }
            if (lowerEdge == edge) {
                here += lower;
                lower ^= 1;
            }
            counts[left + 2 * upper + lower]++;
            column = edge;
        }
    }

    /** Where a run begins, or ends if the row is inside it. */
    private int edge(int run, int to, int inside) {
        if (run == to) {
            return Integer.MAX_VALUE;
        }
        return inside == 1 ? runs.end(run) : runs.start(run);
    }

    int eulerNumber() {
        return counts[8] - counts[14] - counts[6];
    }

    double croftonPerimeter() {
        double length = 0;
        for (int pattern = 0; pattern < counts.length; pattern++) {
            length += CROFTON[pattern] * counts[pattern];
        }
        return length;
    }
}
