package org.vung.classic.quickshift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/**
 * The search for each pixel's nearest neighbour of higher density. Offsets are tried from near to far and the search ends
 * when the place alone is farther than the best neighbour yet: some tens of tries instead of 961 at kernel 5.
 */
final class Links {

    private final WeightedColours colours;
    private final double[] density;
    private final Size size;
    private final int[] rows;
    private final int[] columns;
    private final double[] squares;
    private final double limit;

    Links(WeightedColours colours, double[] density, int reach, double longest) {
        this.colours = colours;
        this.density = density;
        this.size = colours.size();
        // a hair more than the square, so that a link as long as the limit is never lost to rounding
        this.limit = Math.min(Double.MAX_VALUE, longest * longest * (1 + 1e-12));
        List<int[]> offsets = offsets(reach);
        rows = offsets.stream().mapToInt(offset -> offset[0]).toArray();
        columns = offsets.stream().mapToInt(offset -> offset[1]).toArray();
        squares = offsets.stream()
                .mapToDouble(offset -> offset[0] * offset[0] + offset[1] * offset[1])
                .toArray();
    }

    private List<int[]> offsets(int reach) {
        List<int[]> offsets = new ArrayList<>();
        int down = Math.min(reach, size.height() - 1);
        int across = Math.min(reach, size.width() - 1);
        for (int row = -down; row <= down; row++) {
            for (int column = -across; column <= across; column++) {
                int square = row * row + column * column;
                if (square > 0 && square <= limit) {
                    offsets.add(new int[] {row, column});
                }
            }
        }
        offsets.sort(Comparator.comparingInt(offset -> offset[0] * offset[0] + offset[1] * offset[1]));
        return offsets;
    }

    LinkTree nearest() {
        int[] parents = new int[size.pixels()];
        double[] lengths = new double[size.pixels()];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < size.width(); column++) {
                    link(row, column, parents, lengths);
                }
            }
        });
        return new LinkTree(size, parents, lengths);
    }

    /** Among neighbours at the very same distance the first in raster order wins. */
    private void link(int row, int column, int[] parents, double[] lengths) {
        int pixel = size.index(row, column);
        double own = density[pixel];
        double closest = limit;
        int parent = Integer.MAX_VALUE;
        for (int i = 0; i < squares.length && squares[i] <= closest; i++) {
            int r = row + rows[i];
            int c = column + columns[i];
            if (r < 0 || c < 0 || r >= size.height() || c >= size.width()) {
                continue;
            }
            int other = size.index(r, c);
            if (density[other] > own) {
                double square = colours.square(pixel, other) + rows[i] * rows[i] + columns[i] * columns[i];
                if (square < closest || (square == closest && other < parent)) {
                    closest = square;
                    parent = other;
                }
            }
        }
        boolean found = parent != Integer.MAX_VALUE;
        parents[pixel] = found ? parent : pixel;
        lengths[pixel] = found ? Math.sqrt(closest) : Double.POSITIVE_INFINITY;
    }
}
