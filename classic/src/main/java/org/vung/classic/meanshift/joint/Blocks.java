package org.vung.classic.meanshift.joint;

import java.util.Arrays;
import org.vung.grid.RowBands;

/** The least and the greatest sample of every square block of pixels, per channel. */
final class Blocks {

    private final int across;
    /** Least and greatest of each of three channels, side by side. */
    private final int[] bounds;

    /**
     * Looks at every pixel once.
     *
     * @param samples three to a pixel, row by row
     * @param height rows
     * @param width columns
     * @param side of a block in pixels
     */
    Blocks(int[] samples, int height, int width, int side) {
        this.across = (width + side - 1) / side;
        int down = (height + side - 1) / side;
        bounds = new int[down * across * 6];
        RowBands.forEach(down, (from, to) -> {
            Arrays.fill(bounds, from * across * 6, to * across * 6, -1);
            for (int row = from * side; row < Math.min(height, to * side); row++) {
                for (int column = 0; column < width; column++) {
                    widen((row / side * across + column / side) * 6, samples, (row * width + column) * 3);
                }
            }
        });
    }

    private void widen(int block, int[] samples, int pixel) {
        boolean first = bounds[block] < 0;
        for (int channel = 0; channel < 3; channel++) {
            int sample = samples[pixel + channel];
            int low = block + 2 * channel;
            bounds[low] = first ? sample : Math.min(bounds[low], sample);
            bounds[low + 1] = Math.max(bounds[low + 1], sample);
        }
    }

    /**
     * How a block lies to a ball of colours.
     *
     * @return −1 wholly outside, 1 wholly inside, 0 undecided
     */
    int side(int row, int column, int first, int second, int third, int square) {
        int at = (row * across + column) * 6;
        int below0 = bounds[at] - first;
        int above0 = first - bounds[at + 1];
        int below1 = bounds[at + 2] - second;
        int above1 = second - bounds[at + 3];
        int below2 = bounds[at + 4] - third;
        int above2 = third - bounds[at + 5];
        int out0 = Math.max(0, Math.max(below0, above0));
        int out1 = Math.max(0, Math.max(below1, above1));
        int out2 = Math.max(0, Math.max(below2, above2));
        if (out0 * out0 + out1 * out1 + out2 * out2 > square) {
            return -1;
        }
        int in0 = Math.min(below0, above0);
        int in1 = Math.min(below1, above1);
        int in2 = Math.min(below2, above2);
        return in0 * in0 + in1 * in1 + in2 * in2 <= square ? 1 : 0;
    }
}
