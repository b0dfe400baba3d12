package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/** Where water springs when nobody says so. */
public final class Markers {

    private static final Neighbourhood AROUND = Neighbourhood.EIGHT;

    private Markers() {}

    /**
     * The minima of a relief: connected pixels of one height with nothing lower around them. All eight neighbours count.
     *
     * @param relief heights, row by row [height · width]; NaN is never a minimum
     * @param part true where minima may lie; what lies outside counts as higher [height · width]
     * @param size height and width
     * @return markers 1, 2, 3 … in the order of their first pixels, 0 elsewhere [height · width]
     */
    public static int[] minima(double[] relief, boolean[] part, Size size) {
        boolean[] lowest = new boolean[size.pixels()];
        RowBands.forEach(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < size.width(); column++) {
                    int pixel = size.index(row, column);
                    lowest[pixel] = part[pixel]
                            && !Double.isNaN(relief[pixel])
                            && !hasNeighbour(size, pixel, other -> part[other] && relief[other] < relief[pixel]);
                }
            }
        });
        clearSlopingPlateaus(relief, part, lowest, size);
        return numbered(lowest, size);
    }

    /** A plateau with a way down at one end is no minimum at the other. */
    private static void clearSlopingPlateaus(double[] relief, boolean[] part, boolean[] lowest, Size size) {
        int[] stack = new int[64];
        for (int start = 0; start < lowest.length; start++) {
            if (lowest[start] || !part[start]) {
                continue;
            }
            int height = 0;
            stack[height++] = start;
            while (height > 0) {
                int pixel = stack[--height];
                if (height + AROUND.count() > stack.length) {
                    stack = Arrays.copyOf(stack, 2 * stack.length);
                }
                for (int n = 0; n < AROUND.count(); n++) {
                    int other = neighbour(size, pixel, n);
                    if (other >= 0 && lowest[other] && relief[other] == relief[pixel]) {
                        lowest[other] = false;
                        stack[height++] = other;
                    }
                }
            }
        }
    }

    private static int[] numbered(boolean[] lowest, Size size) {
        int[] markers = new int[lowest.length];
        int[] components = Components.label(lowest, size.height(), size.width(), AROUND);
        int[] names = new int[components.length];
        int next = 0;
        for (int pixel = 0; pixel < markers.length; pixel++) {
            if (lowest[pixel]) {
                int component = components[pixel];
                names[component] = names[component] == 0 ? ++next : names[component];
                markers[pixel] = names[component];
            }
        }
        return markers;
    }

    private interface Test {
        boolean holds(int pixel);
    }

    private static boolean hasNeighbour(Size size, int pixel, Test test) {
        for (int n = 0; n < AROUND.count(); n++) {
            int other = neighbour(size, pixel, n);
            if (other >= 0 && test.holds(other)) {
                return true;
            }
        }
        return false;
    }

    /** The index of a neighbour, or −1 beyond the border. */
    static int neighbour(Size size, int pixel, int n) {
        int row = pixel / size.width() + AROUND.rowStep(n);
        int column = pixel % size.width() + AROUND.columnStep(n);
        boolean inside = row >= 0 && row < size.height() && column >= 0 && column < size.width();
        return inside ? size.index(row, column) : -1;
    }

    /**
     * Drops markers that lie too close to a lower one. From the lowest up, among equals from the first on, a marker stays
     * if its first pixel is at least so many rows or columns from the first pixel of every marker of the same island that
     * stayed; so every island keeps one.
     *
     * @param markers 1, 2, 3 … in the order of their first pixels, 0 elsewhere [height · width]
     * @param relief heights, one per marker [height · width]
     * @param islands a number per pixel; markers on different islands do not disturb each other [height · width]
     * @param size height and width
     * @param distance rows or columns, at least 1; 1 drops nothing
     * @return the markers that stay, under their numbers
     */
    public static int[] apart(int[] markers, double[] relief, int[] islands, Size size, int distance) {
        if (distance < 1) {
            throw new IllegalArgumentException("distance between markers must be at least 1 pixel, got " + distance);
        }
        return distance == 1 ? markers : new Spacing(islands, size, distance).thin(markers, relief);
    }

    /**
     * A regular grid of single pixels, as {@code skimage.segmentation.watershed} lays it for a number of markers.
     *
     * @param count how many are wanted, at least 1; the grid comes near it
     * @param part true where markers may lie [height · width]; the grid is made dense enough to put about {@code count}
     *     there
     * @param size height and width
     * @return markers above 0, 0 elsewhere [height · width]
     */
    public static int[] grid(int count, boolean[] part, Size size) {
        if (count < 1) {
            throw new IllegalArgumentException("markers must be at least 1, got " + count);
        }
        long inside = 0;
        for (boolean pixel : part) {
            inside += pixel ? 1 : 0;
        }
        int[] markers = new int[part.length];
        if (inside == 0) {
            return markers;
        }
        long dense = (long) (count / (inside / (double) part.length));
        double small = Math.min(size.height(), size.width());
        double large = Math.max(size.height(), size.width());
        double step = Math.max(1, Math.sqrt(small * large / dense));
        boolean oneLine = small < step;
        double alongSmall = oneLine ? small : step;
        double alongLarge = oneLine ? large / dense : step;
        boolean tall = size.height() > size.width();
        double rows = tall ? alongLarge : alongSmall;
        double columns = tall ? alongSmall : alongLarge;
        int next = 1;
        for (int row = (int) (rows / 2); row < size.height(); row += (int) Math.rint(rows)) {
            for (int column = (int) (columns / 2); column < size.width(); column += (int) Math.rint(columns)) {
                int pixel = size.index(row, column);
                markers[pixel] = part[pixel] ? next : 0;
                next++;
            }
        }
        return markers;
    }
}
