package org.vung.nets.window;

import java.util.Arrays;

/**
 * Weighted means of the scores of overlapping windows, for as many rows as a window is high: rows that no later window reaches are
 * taken out before the next come in. Memory follows the width of the image, not its height.
 */
public final class Blend {

    private final int planes;
    private final int rows;
    private final int width;
    private final float[] down;
    private final float[] across;
    private final float[] sums; // [planes, rows, width], image row r at r mod rows
    private final float[] weights; // [rows, width]

    /**
     * An empty blend.
     *
     * @param planes scores a pixel
     * @param down windows along the rows
     * @param across windows along the columns
     * @param width of the image
     * @throws IllegalArgumentException if that is more than an array holds
     */
    public Blend(int planes, WindowAxis down, WindowAxis across, int width) {
        this.planes = planes;
        this.rows = down.window();
        this.width = width;
        long numbers = (long) planes * rows * width;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("scores of a row of windows must be fewer than 2³¹, got " + planes
                    + " × " + rows + " × " + width + "; give the network smaller windows");
        }
        this.down = down.weights();
        this.across = across.weights();
        sums = new float[(int) numbers];
        weights = new float[rows * width];
    }

    /**
     * Adds a row of a window.
     *
     * @param top row of the image where the window begins
     * @param left column of the image where it begins; what reaches beyond the image is left out
     * @param i row of the window
     * @param scores [planes, window's width]
     */
    public void add(int top, int left, int i, float[] scores) {
        int columns = weigh(top, left, i);
        for (int plane = 0; plane < planes; plane++) {
            int to = at(plane, top + i) + left;
            int from = plane * across.length;
            for (int j = 0; j < columns; j++) {
                sums[to + j] += down[i] * across[j] * scores[from + j];
            }
        }
    }

    /**
     * Adds a row of a window's labels, each a vote for its plane.
     *
     * @param top row of the image where the window begins
     * @param left column of the image where it begins; what reaches beyond the image is left out
     * @param i row of the window
     * @param labels [window's width], whole numbers 0 … planes − 1
     */
    public void vote(int top, int left, int i, float[] labels) {
        int columns = weigh(top, left, i);
        for (int j = 0; j < columns; j++) {
            sums[at((int) labels[j], top + i) + left + j] += down[i] * across[j];
        }
    }

    /** Adds the weights of a row of a window; how many of its columns lie in the image. */
    private int weigh(int top, int left, int i) {
        int columns = Math.min(across.length, width - left);
        int to = (top + i) % rows * width + left;
        for (int j = 0; j < columns; j++) {
            weights[to + j] += down[i] * across[j];
        }
        return columns;
    }

    /**
     * Takes a row out; its place is empty then.
     *
     * @param row of the image, all of whose windows were added
     * @param means gets the weighted means, [planes, width]
     */
    public void take(int row, float[] means) {
        int weight = row % rows * width;
        for (int plane = 0; plane < planes; plane++) {
            int from = at(plane, row);
            for (int column = 0; column < width; column++) {
                means[plane * width + column] = sums[from + column] / weights[weight + column];
            }
            Arrays.fill(sums, from, from + width, 0);
        }
        Arrays.fill(weights, weight, weight + width, 0);
    }

    private int at(int plane, int row) {
        return (plane * rows + row % rows) * width;
    }
}
