package org.vung.mask;

import java.util.Arrays;
import java.util.List;
import org.vung.image.Size;

/**
 * Pixels inside polygons, exactly as COCO's maskApi finds them: corners are rounded to a fifth of a pixel, every edge is walked in
 * steps of a fifth, and where it passes the middle of a column, the pixels of that column below change sides. A polygon that crosses
 * itself is therefore filled by the even-odd rule, and a bridge that is walked forth and back leaves no trace.
 */
public final class Polygons {

    private static final double SCALE = 5;
    /** A corner may lie outside the image by so many times its side: further away nobody drew it. */
    private static final int BEYOND = 4;

    private final Size size;
    /** Places in column order where sides change. */
    private int[] changes = new int[64];

    private int length;

    private Polygons(Size size) {
        this.size = size;
    }

    /**
     * Fills one polygon.
     *
     * @param size of the image
     * @param corners column, row, column, row …, at least three corners; (0, 0) is the upper left corner of the first pixel
     * @return the pixels inside
     * @throws IllegalArgumentException if it has too few corners, an odd number of coordinates, or corners far outside
     */
    public static RunLengths fill(Size size, double[] corners) {
        if (corners.length < 6 || corners.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "polygon must have an even number of coordinates, at least 6, got " + corners.length);
        }
        Polygons polygon = new Polygons(size);
        polygon.walk(corners);
        return polygon.mask();
    }

    /**
     * Fills polygons that together are one object.
     *
     * @param size of the image
     * @param polygons each as in {@link #fill(Size, double[])}
     * @return the pixels inside any of them
     */
    public static RunLengths fill(Size size, List<double[]> polygons) {
        RunLengths all = RunLengths.empty(size);
        for (double[] corners : polygons) {
            all = all.or(fill(size, corners));
        }
        return all;
    }

    private void walk(double[] corners) {
        int count = corners.length / 2;
        int firstU = 0;
        int firstV = 0;
        int u = 0;
        int v = 0;
        for (int corner = 0; corner <= count; corner++) {
            int nextU = corner == count ? firstU : scaled(corners[2 * corner], size.width());
            int nextV = corner == count ? firstV : scaled(corners[2 * corner + 1], size.height());
            if (corner == 0) {
                firstU = nextU;
                firstV = nextV;
            } else {
                edge(u, v, nextU, nextV);
            }
            u = nextU;
            v = nextV;
        }
    }

    private static int scaled(double place, int side) {
        if (!(Math.abs(place) <= (double) BEYOND * side + BEYOND)) {
            throw new IllegalArgumentException("corners must lie within " + BEYOND + " times the image's side of "
                    + side + ", got " + place + "; are they in pixels?");
        }
        return (int) (SCALE * place + .5);
    }

    /** Walks an edge always from the same end, so that both directions pass the same points. */
    private void edge(int fromU, int fromV, int toU, int toV) {
        int across = Math.abs(toU - fromU);
        int down = Math.abs(toV - fromV);
        boolean flat = across >= down;
        boolean turned = flat ? fromU > toU : fromV > toV;
        int startU = turned ? toU : fromU;
        int startV = turned ? toV : fromV;
        int endU = turned ? fromU : toU;
        int endV = turned ? fromV : toV;
        double slope = flat ? (double) (endV - startV) / across : (double) (endU - startU) / down;
        int u = startU;
        int v = startV;
        for (int step = 1; step <= Math.max(across, down); step++) {
            int nextU = flat ? startU + step : (int) (startU + slope * step + .5);
            int nextV = flat ? (int) (startV + slope * step + .5) : startV + step;
            if (nextU != u) {
                change(Math.min(u, nextU), Math.min(v, nextV));
            }
            u = nextU;
            v = nextV;
        }
    }

    /** Notes a crossing where it lies on the middle of a column. */
    private void change(int u, int v) {
        double column = (u + .5) / SCALE - .5;
        if (Math.floor(column) != column || column < 0 || column > size.width() - 1) {
            return;
        }
        double row = Math.ceil(Math.max(0, Math.min(size.height(), (v + .5) / SCALE - .5)));
        if (length == changes.length) {
            changes = Arrays.copyOf(changes, 2 * length);
        }
        changes[length++] = ((int) column) * size.height() + (int) row;
    }

    private RunLengths mask() {
        Arrays.sort(changes, 0, length);
        int[] counts = new int[length + 1];
        int before = 0;
        for (int run = 0; run < length; run++) {
            counts[run] = changes[run] - before;
            before = changes[run];
        }
        counts[length] = size.pixels() - before;
        return RunLengths.of(size, counts);
    }
}
