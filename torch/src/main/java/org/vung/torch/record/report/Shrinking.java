package org.vung.torch.record.report;

import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/**
 * An image made small enough for a page.
 *
 * @param from its size
 * @param to its size on the page, not larger on either side
 */
record Shrinking(Size from, Size to) {

    private static final int MOST = 320;

    /** Keeps the sides' ratio; the longer one gets at most 320 pixels. */
    static Shrinking of(Size size) {
        double factor = Math.min(1, (double) MOST / Math.max(size.height(), size.width()));
        return new Shrinking(size, new Size(side(size.height(), factor), side(size.width(), factor)));
    }

    private static int side(int pixels, double factor) {
        return Math.max(1, (int) Math.round(pixels * factor));
    }

    /** A number for each pixel of an image. */
    @FunctionalInterface
    interface Samples {
        int at(int pixel);
    }

    /** The means under each pixel of the small picture. */
    float[] means(Samples samples) {
        float[] means = new float[to.pixels()];
        for (int row = 0; row < to.height(); row++) {
            int top = start(row, to.height(), from.height());
            int bottom = start(row + 1, to.height(), from.height());
            for (int column = 0; column < to.width(); column++) {
                int left = start(column, to.width(), from.width());
                int right = start(column + 1, to.width(), from.width());
                long sum = 0;
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        sum += samples.at(from.index(y, x));
                    }
                }
                means[to.index(row, column)] = (float) ((double) sum / ((bottom - top) * (right - left)));
            }
        }
        return means;
    }

    /** A picture of 8-bit RGB, averaged. */
    Image picture(Image rgb) {
        byte[] samples = rgb.sharedBytes();
        byte[] small = new byte[to.pixels() * 3];
        for (int channel = 0; channel < 3; channel++) {
            int offset = channel;
            float[] means = means(pixel -> samples[pixel * 3 + offset] & 0xFF);
            for (int pixel = 0; pixel < means.length; pixel++) {
                small[pixel * 3 + channel] = (byte) Math.round(means[pixel]);
            }
        }
        return Image.wrap(to, Layout.RGB, small);
    }

    private static int start(int place, int places, int pixels) {
        return (int) ((long) place * pixels / places);
    }
}
