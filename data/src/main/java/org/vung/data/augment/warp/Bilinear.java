package org.vung.data.augment.warp;

import org.vung.grid.Mirror;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Fills an image row by row with samples between those of another. Where the four pixels around each place lie is worked out
 * once for all channels; only the mixing knows the sample type.
 */
final class Bilinear {

    private final Image from;
    private final Image to;
    private final boolean whole;
    private final int[] upperLeft;
    private final int[] upperRight;
    private final int[] lowerLeft;
    private final int[] lowerRight;
    private final float[] down;
    private final float[] across;

    /** With {@code whole} the nearest pixel is taken as it is. */
    Bilinear(Image from, Size size, boolean whole) {
        this.from = from;
        this.to = from.blank(size);
        this.whole = whole;
        this.upperLeft = new int[size.width()];
        this.upperRight = new int[size.width()];
        this.lowerLeft = new int[size.width()];
        this.lowerRight = new int[size.width()];
        this.down = new float[size.width()];
        this.across = new float[size.width()];
    }

    Image image() {
        return to;
    }

    void row(int row, double[] rows, double[] columns) {
        if (whole) {
            copy(row, rows, columns);
            return;
        }
        for (int at = 0; at < rows.length; at++) {
            find(at, rows[at], columns[at]);
        }
        int first = row * rows.length * from.channels();
        switch (from.type()) {
            case UINT8 -> mix(from.sharedBytes(), to.sharedBytes(), first);
            case UINT16 -> mix(from.sharedShorts(), to.sharedShorts(), first);
            case FLOAT32 -> mix(from.sharedFloats(), to.sharedFloats(), first);
        }
    }

    private void copy(int row, double[] rows, double[] columns) {
        int channels = from.channels();
        for (int at = 0; at < rows.length; at++) {
            int oldRow = Mirror.fold(View.nearest(rows[at]), from.height());
            int oldColumn = Mirror.fold(View.nearest(columns[at]), from.width());
            int old = from.size().index(oldRow, oldColumn) * channels;
            int now = to.size().index(row, at) * channels;
            System.arraycopy(from.sharedSamples(), old, to.sharedSamples(), now, channels);
        }
    }

    /** A place right on a row or column has no neighbour: a missing sample (NaN) beside it must not reach it. */
    private void find(int at, double row, double column) {
        int height = from.height();
        int width = from.width();
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        down[at] = (float) (row - top);
        across[at] = (float) (column - left);
        int upper = Mirror.fold(top, height) * width;
        int lower = down[at] == 0 ? upper : Mirror.fold(top + 1, height) * width;
        int first = Mirror.fold(left, width);
        int second = across[at] == 0 ? first : Mirror.fold(left + 1, width);
        upperLeft[at] = (upper + first) * from.channels();
        upperRight[at] = (upper + second) * from.channels();
        lowerLeft[at] = (lower + first) * from.channels();
        lowerRight[at] = (lower + second) * from.channels();
    }

    private void mix(byte[] old, byte[] now, int first) {
        int channels = from.channels();
        for (int at = 0, sample = first; at < down.length; at++) {
            for (int channel = 0; channel < channels; channel++, sample++) {
                float mixed = mixed(
                        old[upperLeft[at] + channel] & 0xFF,
                        old[upperRight[at] + channel] & 0xFF,
                        old[lowerLeft[at] + channel] & 0xFF,
                        old[lowerRight[at] + channel] & 0xFF,
                        at);
                now[sample] = (byte) (int) (mixed + 0.5f);
            }
        }
    }

    private void mix(short[] old, short[] now, int first) {
        int channels = from.channels();
        for (int at = 0, sample = first; at < down.length; at++) {
            for (int channel = 0; channel < channels; channel++, sample++) {
                float mixed = mixed(
                        old[upperLeft[at] + channel] & 0xFFFF,
                        old[upperRight[at] + channel] & 0xFFFF,
                        old[lowerLeft[at] + channel] & 0xFFFF,
                        old[lowerRight[at] + channel] & 0xFFFF,
                        at);
                now[sample] = (short) (int) (mixed + 0.5f);
            }
        }
    }

    private void mix(float[] old, float[] now, int first) {
        int channels = from.channels();
        for (int at = 0, sample = first; at < down.length; at++) {
            for (int channel = 0; channel < channels; channel++, sample++) {
                now[sample] = mixed(
                        old[upperLeft[at] + channel],
                        old[upperRight[at] + channel],
                        old[lowerLeft[at] + channel],
                        old[lowerRight[at] + channel],
                        at);
            }
        }
    }

    private float mixed(float topLeft, float topRight, float bottomLeft, float bottomRight, int at) {
        float top = topLeft + across[at] * (topRight - topLeft);
        float bottom = bottomLeft + across[at] * (bottomRight - bottomLeft);
        return top + down[at] * (bottom - top);
    }
}
