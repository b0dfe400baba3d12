package org.vung.classic.adaptive;

import java.util.Arrays;
import org.vung.image.Image;

/**
 * Equal weights, for a band of rows: a running sum down each column, and of these a running sum along the row.
 *
 * <p>A pixel is above its threshold if the sum of its square is at most a bound that depends only on its own value, so nothing
 * is divided per pixel. The bounds repeat OpenCV's single-precision rounding of the mean.
 */
final class BoxBand {

    private final byte[] samples;
    private final int height;
    private final int width;
    private final int block;
    private final int reach;
    private final int[] bounds = new int[256];
    /** The sum of each column over the rows of the square; before and behind it the border columns, repeated. */
    private final int[] columns;

    BoxBand(Image grey, int block, int levels) {
        samples = grey.sharedBytes();
        height = grey.height();
        width = grey.width();
        this.block = block;
        reach = block / 2;
        columns = new int[width + block];
        for (int value = 0; value < 256; value++) {
            bounds[value] = sumTooLarge(value + levels - 1, block * block);
        }
    }

    /** The smallest sum whose mean is above {@code most}. */
    private static int sumTooLarge(int most, int area) {
        if (most < 0) {
            return 0;
        }
        if (most >= 255) {
            return Integer.MAX_VALUE;
        }
        float scale = (float) (1.0 / area);
        int sum = (int) ((most + 0.5) * area);
        while (Math.rint(sum * scale) > most) {
            sum--;
        }
        while (Math.rint(sum * scale) <= most) {
            sum++;
        }
        return sum;
    }

    void paint(byte[] target, byte above, byte below, int from, int to) {
        for (int row = from - reach - 1; row < from + reach; row++) {
            addRow(clamp(row) * width);
        }
        for (int row = from; row < to; row++) {
            moveDown(clamp(row + reach) * width, clamp(row - reach - 1) * width);
            Arrays.fill(columns, 0, reach + 1, columns[reach + 1]);
            Arrays.fill(columns, reach + 1 + width, columns.length, columns[reach + width]);
            paintRow(target, row * width, above ^ below, below);
        }
    }

    private void addRow(int start) {
        for (int column = 0; column < width; column++) {
            columns[reach + 1 + column] += samples[start + column] & 0xFF;
        }
    }

    private void moveDown(int entering, int leaving) {
        for (int column = 0; column < width; column++) {
            columns[reach + 1 + column] += (samples[entering + column] & 0xFF) - (samples[leaving + column] & 0xFF);
        }
    }

    private void paintRow(byte[] target, int start, int flip, int below) {
        int sum = 0;
        for (int column = 0; column < block; column++) {
            sum += columns[column];
        }
        for (int column = 0; column < width; column++) {
            sum += columns[column + block] - columns[column];
            int isAbove = (sum - bounds[samples[start + column] & 0xFF]) >> 31;
            target[start + column] = (byte) ((isAbove & flip) ^ below);
        }
    }

    private int clamp(int row) {
        return Math.max(0, Math.min(height - 1, row));
    }
}
