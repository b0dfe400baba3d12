package org.vung.measure.shape;

/**
 * The side of a convex hull that bulges towards low columns. Coordinates are doubled, so that the middles of pixel edges are
 * whole numbers and every comparison is exact. The other side is that of the mirrored picture.
 */
final class HullSide {

    /** A row without a pixel. */
    static final int NONE = Integer.MAX_VALUE;

    private final long[] rows;
    private final long[] columns;
    private int corners;

    private HullSide(int most) {
        rows = new long[most];
        columns = new long[most];
    }

    /**
     * The side around the middles of the edges of the first pixel of every row.
     *
     * @param first its column per row, or {@link #NONE}; the first row and the last have one
     */
    static HullSide around(int[] first) {
        HullSide side = new HullSide(3 * first.length);
        for (int row = 0; row < first.length; row++) {
            if (first[row] != NONE) {
                long column = 2L * first[row];
                side.add(2L * row - 1, column);
                side.add(2L * row, column - 1);
                side.add(2L * row + 1, column);
            }
        }
        return side;
    }

    /** Rows come in order; of two points in one row the lower column stays. */
    private void add(long row, long column) {
        if (corners > 0 && rows[corners - 1] == row) {
            if (columns[corners - 1] <= column) {
                return;
            }
            corners--;
        }
        while (corners > 1 && !lastBulgesBefore(row, column)) {
            corners--;
        }
        rows[corners] = row;
        columns[corners++] = column;
    }

    private boolean lastBulgesBefore(long row, long column) {
        int last = corners - 1;
        long height = row - rows[last - 1];
        long width = column - columns[last - 1];
        return (columns[last] - columns[last - 1]) * height < width * (rows[last] - rows[last - 1]);
    }

    int corners() {
        return corners;
    }

    long row(int corner) {
        return rows[corner];
    }

    long column(int corner) {
        return columns[corner];
    }

    /** The lowest column of a pixel whose middle is on the side or within, per row. */
    int[] firstColumns() {
        int[] first = new int[(int) (rows[corners - 1] + 1) / 2];
        int corner = 0;
        for (int row = 0; row < first.length; row++) {
            while (rows[corner + 1] < 2L * row) {
                corner++;
            }
            long height = rows[corner + 1] - rows[corner];
            long width = columns[corner + 1] - columns[corner];
            long scaled = columns[corner] * height + width * (2L * row - rows[corner]);
            first[row] = (int) -Math.floorDiv(-scaled, 2 * height);
        }
        return first;
    }
}
