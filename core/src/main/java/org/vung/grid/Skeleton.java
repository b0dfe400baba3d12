package org.vung.grid;

/**
 * A mask worn down to lines one pixel wide that hang together as it did.
 *
 * <p>Source: T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for thinning digital patterns", Communications of the ACM 27, 1984.
 */
public final class Skeleton {

    /** Rows and columns of the neighbours P2 … P9 of the paper, clockwise from above. */
    private static final int[][] NEIGHBOURS = {{-1, 0}, {-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}};

    private final boolean[] mask;
    private final int height;
    private final int width;

    private Skeleton(boolean[] mask, int height, int width) {
        this.mask = mask.clone();
        this.height = height;
        this.width = width;
    }

    /**
     * Thins a mask.
     *
     * @param inside row by row [height · width]; not changed
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return the lines, row by row
     */
    public static boolean[] of(boolean[] inside, int height, int width) {
        if ((long) height * width != inside.length) {
            throw new IllegalArgumentException(
                    "inside must fill " + height + "x" + width + " pixels, got " + inside.length);
        }
        Skeleton skeleton = new Skeleton(inside, height, width);
        boolean changed = true;
        while (changed) {
            boolean worn = skeleton.wear(true);
            changed = skeleton.wear(false) || worn;
        }
        return skeleton.mask;
    }

    /**
     * How long lines are: every pixel reaches half-way to its neighbours, and diagonally only where no straight step leads there.
     *
     * @param lines row by row, such as a skeleton
     * @param height rows
     * @param width columns
     * @return length in pixels
     */
    public static double length(boolean[] lines, int height, int width) {
        double length = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (!lines[row * width + column]) {
                    continue;
                }
                boolean right = column + 1 < width && lines[row * width + column + 1];
                boolean below = row + 1 < height && lines[(row + 1) * width + column];
                boolean left = column > 0 && lines[row * width + column - 1];
                length += (right ? 1 : 0) + (below ? 1 : 0);
                if (row + 1 < height && !below) {
                    boolean belowRight = column + 1 < width && lines[(row + 1) * width + column + 1];
                    boolean belowLeft = column > 0 && lines[(row + 1) * width + column - 1];
                    length += Math.sqrt(2) * ((belowRight && !right ? 1 : 0) + (belowLeft && !left ? 1 : 0));
                }
            }
        }
        return length;
    }

    /** One of the two passes of an iteration; whether it took anything away. */
    private boolean wear(boolean first) {
        boolean[] worn = new boolean[mask.length];
        boolean any = false;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int pixel = row * width + column;
                if (mask[pixel] && goes(row, column, first)) {
                    worn[pixel] = true;
                    any = true;
                }
            }
        }
        for (int pixel = 0; pixel < mask.length; pixel++) {
            mask[pixel] &= !worn[pixel];
        }
        return any;
    }

    private boolean goes(int row, int column, boolean first) {
        int neighbours = 0;
        int changes = 0;
        boolean before = at(row, column, 7);
        for (int place = 0; place < 8; place++) {
            boolean now = at(row, column, place);
            neighbours += now ? 1 : 0;
            changes += now && !before ? 1 : 0;
            before = now;
        }
        boolean above = at(row, column, 0);
        boolean right = at(row, column, 2);
        boolean below = at(row, column, 4);
        boolean left = at(row, column, 6);
        boolean side = first
                ? !(above && right && below) && !(right && below && left)
                : !(above && right && left) && !(above && below && left);
        return neighbours >= 2 && neighbours <= 6 && changes == 1 && side;
    }

    private boolean at(int row, int column, int place) {
        int r = row + NEIGHBOURS[place][0];
        int c = column + NEIGHBOURS[place][1];
        return r >= 0 && r < height && c >= 0 && c < width && mask[r * width + c];
    }
}
