package org.vung.grid;

/** Which pixels touch which. */
public enum Neighbourhood {
    /** Pixels that share an edge. */
    FOUR(4),
    /** Pixels that share an edge or a corner. */
    EIGHT(8);

    private static final int[] ROW_STEPS = {-1, 0, 0, 1, -1, -1, 1, 1};
    private static final int[] COLUMN_STEPS = {0, -1, 1, 0, -1, 1, -1, 1};

    private final int count;

    Neighbourhood(int count) {
        this.count = count;
    }

    /**
     * The neighbourhood of so many pixels.
     *
     * @param count 4 or 8
     * @return the neighbourhood
     */
    public static Neighbourhood of(int count) {
        return switch (count) {
            case 4 -> FOUR;
            case 8 -> EIGHT;
            default -> throw new IllegalArgumentException("neighbourhood must be 4 or 8, got " + count);
        };
    }

    /**
     * The number of neighbours of a pixel inside the grid.
     *
     * @return 4 or 8
     */
    public int count() {
        return count;
    }

    /**
     * The row of a neighbour, relative to the pixel. The order is up, left, right, down, then the corners row by row.
     *
     * @param neighbour 0 … count − 1
     * @return −1, 0 or 1
     */
    public int rowStep(int neighbour) {
        return ROW_STEPS[neighbour];
    }

    /**
     * The column of a neighbour, relative to the pixel, in the order of {@link #rowStep}.
     *
     * @param neighbour 0 … count − 1
     * @return −1, 0 or 1
     */
    public int columnStep(int neighbour) {
        return COLUMN_STEPS[neighbour];
    }

    /**
     * The distances between a pixel and its neighbours in an array that holds the grid row by row.
     *
     * @param width columns of the grid
     * @return a step per neighbour, in the order of {@link #rowStep}
     */
    public int[] offsets(int width) {
        int[] offsets = new int[count];
        for (int neighbour = 0; neighbour < count; neighbour++) {
            offsets[neighbour] = ROW_STEPS[neighbour] * width + COLUMN_STEPS[neighbour];
        }
        return offsets;
    }
}
