package org.vung.classic.meanshift.joint;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * An image prepared for means over windows: samples as whole numbers, their running sums over rectangles from the corner,
 * and the bounds of square blocks.
 */
final class JointSpace {

    /** Steps to a level of white = 255. */
    static final int STEPS = 16;

    /** Pixels along the side of a block. */
    static final int COARSE_SIDE = 8;

    static final int FINE_SIDE = 4;

    private final Size size;
    private final int[] samples;
    private final long[] packed;
    private final int[] corners;
    private final Blocks coarse;
    private final Blocks fine;

    private JointSpace(Size size, int[] samples) {
        this.size = size;
        this.samples = samples;
        this.packed = packed(size, samples);
        this.corners = corners(size, samples);
        this.coarse = new Blocks(samples, size.height(), size.width(), COARSE_SIDE);
        this.fine = new Blocks(samples, size.height(), size.width(), FINE_SIDE);
    }

    /** Up to three channels; those that are missing are 0. */
    static JointSpace of(Image image) {
        int channels = image.colourChannels();
        if (channels > 3) {
            throw new IllegalArgumentException(
                    "image must have at most 3 channels for joint mean shift, got " + image + "; choose three of them");
        }
        int[] samples = new int[image.size().pixels() * 3];
        float scale = 255f * STEPS / image.type().white();
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < image.width(); column++) {
                    int at = image.size().index(row, column) * 3;
                    for (int channel = 0; channel < channels; channel++) {
                        float level = image.sample(row, column, channel) * scale;
                        samples[at + channel] = Math.max(0, Math.min(255 * STEPS, Math.round(level)));
                    }
                }
            }
        });
        return new JointSpace(image.size(), samples);
    }

    /** Three samples in a long, 21 bits apart, so that one addition adds all three. */
    private static long[] packed(Size size, int[] samples) {
        long[] packed = new long[size.pixels()];
        for (int pixel = 0; pixel < packed.length; pixel++) {
            packed[pixel] =
                    samples[pixel * 3] | ((long) samples[pixel * 3 + 1] << 21) | ((long) samples[pixel * 3 + 2] << 42);
        }
        return packed;
    }

    /** Sums may pass 2^31 and wrap; differences between corners of a window do not. */
    private static int[] corners(Size size, int[] samples) {
        int stride = (size.width() + 1) * 3;
        int[] corners = new int[(size.height() + 1) * stride];
        for (int row = 0; row < size.height(); row++) {
            int[] sum = new int[3];
            for (int column = 0; column < size.width(); column++) {
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += samples[(row * size.width() + column) * 3 + channel];
                    int at = (row + 1) * stride + (column + 1) * 3 + channel;
                    corners[at] = corners[at - stride] + sum[channel];
                }
            }
        }
        return corners;
    }

    Size size() {
        return size;
    }

    int[] samples() {
        return samples;
    }

    /** The samples of a pixel in one long: bits 0 … 20, 21 … 41, 42 … 62. */
    long[] packed() {
        return packed;
    }

    int[] corners() {
        return corners;
    }

    Blocks coarse() {
        return coarse;
    }

    Blocks fine() {
        return fine;
    }
}
