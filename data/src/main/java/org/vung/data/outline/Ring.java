package org.vung.data.outline;

import java.util.Arrays;

/**
 * A closed line from corner to corner of pixels, which meets itself nowhere. Row 0 and column 0 are the upper and left edges of the
 * image, so a pixel lies between its row and the next. Immutable.
 */
public final class Ring {

    private final int[] corners;

    private Ring(int[] corners) {
        this.corners = corners;
    }

    /**
     * A ring.
     *
     * @param corners column, row, column, row …, each once, at least 3 corners; copied
     * @return the ring
     * @throws IllegalArgumentException if it has too few corners or an odd number of coordinates
     */
    public static Ring of(int... corners) {
        if (corners.length < 6 || corners.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "ring must have an even number of coordinates, at least 6, got " + corners.length);
        }
        return new Ring(corners.clone());
    }

    /**
     * How many corners it has.
     *
     * @return at least 3
     */
    public int size() {
        return corners.length / 2;
    }

    /**
     * The column of a corner.
     *
     * @param corner 0 … size − 1
     * @return pixels from the left edge of the image
     */
    public int column(int corner) {
        return corners[2 * corner];
    }

    /**
     * The row of a corner.
     *
     * @param corner 0 … size − 1
     * @return pixels from the upper edge of the image
     */
    public int row(int corner) {
        return corners[2 * corner + 1];
    }

    /**
     * The corners.
     *
     * @return column, row, column, row …; a copy
     */
    public int[] corners() {
        return corners.clone();
    }

    /**
     * What the ring encloses.
     *
     * @return square pixels; positive where it runs as a clock's hand on the screen, as the outer edge of a region does, negative where
     *     it runs the other way, as a hole does
     */
    public double area() {
        long twice = 0;
        for (int corner = 0, before = size() - 1; corner < size(); before = corner++) {
            twice += (long) column(before) * row(corner) - (long) column(corner) * row(before);
        }
        return twice / 2.0;
    }

    /**
     * The ring walked the other way.
     *
     * @return begins with the same corner
     */
    public Ring reversed() {
        int[] turned = new int[corners.length];
        for (int corner = 0; corner < size(); corner++) {
            int from = (size() - corner) % size();
            turned[2 * corner] = column(from);
            turned[2 * corner + 1] = row(from);
        }
        return new Ring(turned);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ring that && Arrays.equals(corners, that.corners);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(corners);
    }

    @Override
    public String toString() {
        return Arrays.toString(corners);
    }
}
