package org.vung.nets.window;

import java.util.Arrays;

/**
 * Windows that overlap, blended: where several answer for a pixel, the mean of their scores, weighted with a Gaussian around each
 * window's middle. Held are as many rows as a window is high: rows that no later window reaches are taken out before the next
 * come in. Memory follows the width of the image, not its height.
 *
 * <p>Source: nnU-Net (Isensee et al. 2021, doi:10.1038/s41592-020-01008-z); σ is an eighth of the window along each side.
 */
public final class Blend {

    private static final double SIGMA = 0.125;

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
     * @param rows of a window
     * @param columns of a window
     * @param width of the image
     * @throws IllegalArgumentException if that is more than an array holds
     */
    public Blend(int planes, int rows, int columns, int width) {
        this.planes = planes;
        this.rows = rows;
        this.width = width;
        long numbers = (long) planes * rows * width;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("scores of a row of windows must be fewer than 2³¹, got " + planes
                    + " × " + rows + " × " + width + "; take a smaller tile, or \"size\" in a description");
        }
        this.down = weights(rows);
        this.across = weights(columns);
        sums = new float[(int) numbers];
        weights = new float[rows * width];
    }

    /**
     * How much each pixel along one side of a window counts.
     *
     * @param length of the side
     * @return one number a pixel, above 0, at most 1, the same from both ends
     */
    static float[] weights(int length) {
        float[] weights = new float[length];
        double middle = (length - 1) / 2.0;
        double sigma = length * SIGMA;
        for (int i = 0; i < length; i++) {
            weights[i] = (float) Math.exp(-0.5 * Math.pow((i - middle) / sigma, 2));
        }
        return weights;
    }

    /**
     * Adds a row of a window. Different rows may be added by different threads.
     *
     * @param top row of the image where the window begins
     * @param left column of the image where it begins; what reaches beyond the image is left out
     * @param i row of the window
     * @param scores of all planes
     * @param at where the row's scores of the first plane begin
     * @param step from one plane's to the next's
     */
    public void add(int top, int left, int i, float[] scores, int at, int step) {
        int columns = weigh(top, left, i);
        for (int plane = 0; plane < planes; plane++) {
            int to = at(plane, top + i) + left;
            int from = at + plane * step;
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
