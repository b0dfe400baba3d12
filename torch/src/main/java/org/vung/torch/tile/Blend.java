package org.vung.torch.tile;

import java.util.Arrays;
import org.vung.grid.RowBands;
import org.vung.nets.graph.Tiles;

/**
 * Windows that overlap, blended: where several answer for a pixel, the mean of their probabilities, weighted with a Gaussian
 * around each window's middle.
 *
 * <p>Source: F. Isensee, P. F. Jaeger, S. A. A. Kohl, J. Petersen, K. H. Maier-Hein, "nnU-Net: a self-configuring method for deep
 * learning-based biomedical image segmentation", Nature Methods 18, 2021. σ is an eighth of the window along each side.
 *
 * <p>Only the rows that a window still reaches are held: classes × rows of a window × width of the image.
 */
public final class Blend {

    private static final double SIGMA = 1.0 / 8;

    private final int classes;
    private final int width;
    private final float[] sums;
    private final float[] weights;
    private int first;

    /**
     * Nothing yet.
     *
     * @param classes probabilities of a pixel
     * @param rows most rows of a window
     * @param width of the image
     * @throws IllegalArgumentException if they do not fit into an array; the message says the mend
     */
    public Blend(int classes, int rows, int width) {
        long numbers = (long) classes * rows * width;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("classes × rows of a window × width must be below 2^31 to blend, got "
                    + classes + " × " + rows + " × " + width + "; take a smaller tile");
        }
        this.classes = classes;
        this.width = width;
        this.sums = new float[(int) numbers];
        this.weights = new float[rows * width];
    }

    /**
     * The weight of the pixels along one side of a window.
     *
     * @param length of the side
     * @return above 0 up to 1, the same from both ends
     */
    public static float[] weights(int length) {
        double middle = (length - 1) / 2.0;
        double sigma = length * SIGMA;
        float[] weights = new float[length];
        for (int at = 0; at < length; at++) {
            double away = (at - middle) / sigma;
            weights[at] = (float) Math.exp(-away * away / 2);
        }
        return weights;
    }

    /**
     * Adds a window.
     *
     * @param probabilities [classes, kept rows, kept columns]
     * @param rows where it lies; its first row is at least {@link #first()}
     * @param columns where it lies
     */
    public void add(float[] probabilities, Tiles.Piece rows, Tiles.Piece columns) {
        float[] down = weights(rows.length());
        float[] along = weights(columns.length());
        RowBands.forEach(rows.kept(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int target = rows.place() + row - first;
                for (int column = 0; column < columns.kept(); column++) {
                    float weight = down[row] * along[column];
                    int at = columns.place() + column;
                    weights[target * width + at] += weight;
                    for (int k = 0; k < classes; k++) {
                        sums[(target * classes + k) * width + at] +=
                                weight * probabilities[(k * rows.kept() + row) * columns.kept() + column];
                    }
                }
            }
        });
    }

    /**
     * The first row of the image that is held.
     *
     * @return every row above is forgotten
     */
    public int first() {
        return first;
    }

    /**
     * The most likely class of every pixel of one row; of equal ones the first.
     *
     * @param row of the image, which no window to come reaches
     * @param into receives the classes
     * @param at where the first one goes
     */
    public void classes(int row, int[] into, int at) {
        int from = (row - first) * classes * width;
        Arrays.fill(into, at, at + width, 0);
        for (int k = 1; k < classes; k++) {
            for (int column = 0; column < width; column++) {
                if (sums[from + k * width + column] > sums[from + into[at + column] * width + column]) {
                    into[at + column] = k;
                }
            }
        }
    }

    /**
     * The probability of one class along one row.
     *
     * @param row as for {@link #classes(int, int[], int)}
     * @param k the class
     * @param into receives 0 … 1
     * @param at where the first one goes
     */
    public void probabilities(int row, int k, float[] into, int at) {
        int from = ((row - first) * classes + k) * width;
        int weight = (row - first) * width;
        for (int column = 0; column < width; column++) {
            into[at + column] = sums[from + column] / weights[weight + column];
        }
    }

    /**
     * Forgets rows.
     *
     * @param row the first that is still wanted
     */
    public void forget(int row) {
        int held = weights.length / width;
        int kept = Math.max(0, held - (row - first));
        int line = classes * width;
        System.arraycopy(sums, (held - kept) * line, sums, 0, kept * line);
        Arrays.fill(sums, kept * line, sums.length, 0);
        System.arraycopy(weights, (held - kept) * width, weights, 0, kept * width);
        Arrays.fill(weights, kept * width, weights.length, 0);
        first = row;
    }
}
