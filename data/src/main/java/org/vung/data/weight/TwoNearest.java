package org.vung.data.weight;

import java.util.Arrays;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/**
 * The squared distances of every pixel to the nearest object and to the nearest other object, exact, in time linear in the pixels.
 *
 * <p>As in Felzenszwalb and Huttenlocher ("Distance Transforms of Sampled Functions", 2012), the first pass measures along the columns
 * and the second takes lower envelopes of parabolas along every row. Here the first keeps the two nearest objects of each column: an
 * object behind both cannot be one of the pixel's two. The second takes the envelope of all nearest, which cuts the row into stretches of
 * one nearest object each, and for every stretch another envelope without that object. The object next door, whose distance at the end
 * of the stretch is known, bounds how far away the parabolas of that one can stand.
 */
final class TwoNearest {

    private static final int NONE = -1;

    private final Size size;
    /** The nearest object of the pixel's column and how many rows away it is, then those of the nearest other. */
    private final int[] nearest;

    private final int[] nearestRows;
    private final int[] other;
    private final int[] otherRows;

    private TwoNearest(Size size) {
        this.size = size;
        nearest = new int[size.pixels()];
        nearestRows = new int[size.pixels()];
        other = new int[size.pixels()];
        otherRows = new int[size.pixels()];
        Arrays.fill(nearest, NONE);
        Arrays.fill(other, NONE);
    }

    /**
     * Measures along the columns.
     *
     * @param objects one a pixel, below 0 for none
     * @param size height and width
     * @return to be asked row by row
     */
    static TwoNearest of(int[] objects, Size size) {
        TwoNearest measured = new TwoNearest(size);
        RowBands.forEach(size.width(), (from, to) -> {
            measured.along(objects, from, to, true);
            measured.along(objects, from, to, false);
        });
        return measured;
    }

    /** Walks down or up a band of columns, row by row as memory lies, with the two objects each has met last. */
    private void along(int[] objects, int from, int to, boolean down) {
        int height = size.height();
        Met met = new Met(to - from);
        for (int step = 0; step < height; step++) {
            int row = down ? step : height - 1 - step;
            for (int column = from; column < to; column++) {
                int pixel = row * size.width() + column;
                int at = column - from;
                if (objects[pixel] >= 0) {
                    met.at(at, objects[pixel], row);
                }
                offer(pixel, met.last[at], Math.abs(row - met.lastRow[at]));
                offer(pixel, met.before[at], Math.abs(row - met.beforeRow[at]));
            }
        }
    }

    /** For every column the object met last and the other one met before it, each with the row it was last seen in. */
    private static final class Met {

        private final int[] last;
        private final int[] lastRow;
        private final int[] before;
        private final int[] beforeRow;

        Met(int columns) {
            last = new int[columns];
            lastRow = new int[columns];
            before = new int[columns];
            beforeRow = new int[columns];
            Arrays.fill(last, NONE);
            Arrays.fill(before, NONE);
        }

        void at(int column, int object, int row) {
            if (object != last[column]) {
                before[column] = last[column];
                beforeRow[column] = lastRow[column];
                last[column] = object;
            }
            lastRow[column] = row;
        }
    }

    private void offer(int pixel, int object, int rows) {
        if (object == NONE) {
            return;
        }
        if (nearest[pixel] == NONE || nearest[pixel] == object) {
            nearestRows[pixel] = nearest[pixel] == NONE ? rows : Math.min(rows, nearestRows[pixel]);
            nearest[pixel] = object;
        } else if (rows < nearestRows[pixel]) {
            other[pixel] = nearest[pixel];
            otherRows[pixel] = nearestRows[pixel];
            nearest[pixel] = object;
            nearestRows[pixel] = rows;
        } else if (other[pixel] == NONE || rows < otherRows[pixel]) {
            other[pixel] = object;
            otherRows[pixel] = rows;
        }
    }

    /** Room to measure one row at a time. */
    Row row() {
        return new Row();
    }

    /** Measures along a row. */
    final class Row {

        private final int width = size.width();
        private final double[] first = new double[width];
        private final double[] second = new double[width];
        private final int[] owner = new int[width];
        private final int[] apex = new int[width];
        private final double[] foot = new double[width];
        private final double[] start = new double[width];
        private int parabolas;

        /** Squared distance to the nearest object, infinite where there is none. */
        double first(int column) {
            return first[column];
        }

        /** Squared distance to the nearest other object, infinite where there is none. */
        double second(int column) {
            return second[column];
        }

        void measure(int row) {
            int begin = row * width;
            envelope(begin, 0, width, NONE);
            read(first, 0, width);
            own(begin);
            for (int from = 0; from < width; ) {
                int to = from + 1;
                while (to < width && owner[to] == owner[from]) {
                    to++;
                }
                int reach = reach(from, to);
                envelope(begin, Math.max(0, from - reach), Math.min(width, to + reach), owner[from]);
                read(second, from, to);
                from = to;
            }
        }

        /** Whose parabola is lowest at each column, after the envelope of all. */
        private void own(int begin) {
            int at = 0;
            for (int column = 0; column < width; column++) {
                while (at + 1 < parabolas && start[at + 1] <= column) {
                    at++;
                }
                owner[column] = parabolas == 0 ? NONE : nearest[begin + apex[at]];
            }
        }

        /** How many columns outside a stretch of one owner its nearest other object can be. */
        private int reach(int from, int to) {
            double left = from == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(first[from - 1]) + 1;
            double right = to == width ? Double.POSITIVE_INFINITY : Math.sqrt(first[to]) + 1;
            return (int) Math.min(width, Math.ceil(Math.min(left, right)) + (to - from));
        }

        /** The lower envelope of what stands from one column to another, without an object. */
        private void envelope(int begin, int from, int to, int without) {
            parabolas = 0;
            for (int column = from; column < to; column++) {
                int pixel = begin + column;
                boolean spare = nearest[pixel] == without;
                if ((spare ? other[pixel] : nearest[pixel]) == NONE) {
                    continue;
                }
                double rows = spare ? otherRows[pixel] : nearestRows[pixel];
                add(column, rows * rows);
            }
        }

        private void add(int column, double height) {
            double meets = Double.NEGATIVE_INFINITY;
            while (parabolas > 0) {
                double left = apex[parabolas - 1];
                meets = (height - foot[parabolas - 1] + (double) column * column - left * left) / (2 * (column - left));
                if (meets > start[parabolas - 1]) {
                    break;
                }
                parabolas--;
                meets = Double.NEGATIVE_INFINITY;
            }
            apex[parabolas] = column;
            foot[parabolas] = height;
            start[parabolas++] = meets;
        }

        private void read(double[] squares, int from, int to) {
            int at = 0;
            for (int column = from; column < to; column++) {
                while (at + 1 < parabolas && start[at + 1] <= column) {
                    at++;
                }
                double step = parabolas == 0 ? 0 : column - apex[at];
                squares[column] = parabolas == 0 ? Double.POSITIVE_INFINITY : step * step + foot[at];
            }
        }
    }
}
