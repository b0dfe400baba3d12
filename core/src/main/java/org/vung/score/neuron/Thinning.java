package org.vung.score.neuron;

import java.util.Arrays;

/**
 * Borders shrunk to lines, so that a wide membrane is no worse than a thin one: a watershed of the two heights cell and border,
 * whose floods meet on lines.
 *
 * <p>Source: P. Soille and L. Vincent, "Determining watersheds in digital pictures via flooding simulations" (1990), as the
 * challenge's program has it: four neighbours, taken left, up, right, down; pixels enter column by column; whether a line may still
 * turn into a basin is remembered from pixel to pixel. Other orders move lines by a pixel.
 */
final class Thinning {

    private static final int LINE = 0;
    private static final int NOT_YET = -1;
    private static final int DRY = -2;
    private static final int WAITING = -3;

    private final int height;
    private final int width;
    private final int[] labels;
    private final int[] queue;
    private int head;
    private int tail;
    /** Whether the line last drawn came from a line beside it, not from two basins. */
    private boolean turnable;

    private Thinning(int height, int width) {
        this.height = height;
        this.width = width;
        this.labels = new int[height * width];
        this.queue = new int[height * width];
    }

    /**
     * Cells that fill the slice up to lines between them.
     *
     * @param inside where cells are thought to be, row by row; the rest is border
     * @param height rows
     * @param width columns
     * @return 1, 2 … for cells, 0 for lines. All border counts as one cell.
     */
    static int[] label(boolean[] inside, int height, int width) {
        Thinning thinning = new Thinning(height, width);
        Arrays.fill(thinning.labels, NOT_YET);
        int basins = thinning.basins(inside, true, 0);
        if (basins == 0) {
            thinning.basins(inside, false, 0);
        } else {
            thinning.flood(inside);
        }
        return thinning.labels;
    }

    /** Numbers the connected parts of one height. */
    private int basins(boolean[] inside, boolean height0, int before) {
        int basins = before;
        for (int column = 0; column < width; column++) {
            for (int pixel = column; pixel < labels.length; pixel += width) {
                if (inside[pixel] == height0 && labels[pixel] == NOT_YET) {
                    fill(inside, pixel, ++basins);
                }
            }
        }
        return basins;
    }

    private void fill(boolean[] inside, int start, int basin) {
        labels[start] = basin;
        push(start);
        while (head < tail) {
            int pixel = queue[head++];
            for (int side = 0; side < 4; side++) {
                int beside = beside(pixel, side);
                if (beside >= 0 && labels[beside] == NOT_YET && inside[beside] == inside[start]) {
                    labels[beside] = basin;
                    push(beside);
                }
            }
        }
        head = 0;
        tail = 0;
    }

    private void flood(boolean[] inside) {
        for (int column = 0; column < width; column++) {
            for (int pixel = column; pixel < labels.length; pixel += width) {
                if (!inside[pixel]) {
                    labels[pixel] = isShore(pixel) ? WAITING : DRY;
                    if (labels[pixel] == WAITING) {
                        push(pixel);
                    }
                }
            }
        }
        while (head < tail) {
            int pixel = queue[head++];
            for (int side = 0; side < 4; side++) {
                int beside = beside(pixel, side);
                if (beside >= 0) {
                    meet(pixel, beside);
                }
            }
        }
    }

    private boolean isShore(int pixel) {
        for (int side = 0; side < 4; side++) {
            int beside = beside(pixel, side);
            if (beside >= 0 && labels[beside] >= LINE) {
                return true;
            }
        }
        return false;
    }

    private void meet(int pixel, int beside) {
        int own = labels[pixel];
        int other = labels[beside];
        if (other > LINE) {
            if (own == WAITING || (own == LINE && turnable)) {
                labels[pixel] = other;
            } else if (own > LINE && own != other) {
                labels[pixel] = LINE;
                turnable = false;
            }
        } else if (other == LINE && own == WAITING) {
            labels[pixel] = LINE;
            turnable = true;
        } else if (other == DRY) {
            labels[beside] = WAITING;
            push(beside);
        }
    }

    private void push(int pixel) {
        queue[tail++] = pixel;
    }

    /** Left, up, right, down; −1 beyond the edge. */
    private int beside(int pixel, int side) {
        int column = pixel % width;
        return switch (side) {
            case 0 -> column > 0 ? pixel - 1 : -1;
            case 1 -> pixel - width; // below 0 beyond the edge
            case 2 -> column + 1 < width ? pixel + 1 : -1;
            default -> pixel + width < height * width ? pixel + width : -1;
        };
    }
}
