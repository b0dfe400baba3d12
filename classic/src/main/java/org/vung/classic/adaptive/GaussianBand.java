package org.vung.classic.adaptive;

import org.vung.image.Image;

/**
 * Gaussian weights, for a band of rows: each row is blurred along itself once and kept while the square needs it, then the
 * kept rows are blurred across.
 *
 * <p>Sums are single precision with fused multiply-adds, in OpenCV's order (left to right along, middle to ends across), so
 * that a mean near half a grey level is rounded as there. A pixel is above its threshold if the blurred value is at most a
 * bound that depends only on its own value.
 *
 * <p>The compiler of JDK 17 vectorises a sum of two arrays only where both are read at the same index. So the row is copied,
 * shifted, for every weight: 2 ms a weight for 4096×4096 pixels on one core instead of 5.
 */
final class GaussianBand {

    private final byte[] samples;
    private final int height;
    private final int width;
    private final int reach;
    private final float[] weights;
    private final float[] bounds = new float[256];
    private final float[] ofByte = new float[256];
    private final float[] line;
    private final float[] shifted;
    private final float[] shiftedTwice;
    private final float[][] along;
    private final float[] across;

    GaussianBand(Image grey, int block, int levels) {
        samples = grey.sharedBytes();
        height = grey.height();
        width = grey.width();
        reach = block / 2;
        weights = GaussianWeights.of(block);
        line = new float[width + block - 1];
        shifted = new float[width];
        shiftedTwice = new float[width];
        along = new float[block][width];
        across = new float[width];
        for (int value = 0; value < 256; value++) {
            bounds[value] = largestMean(value + levels - 1);
            ofByte[value] = value;
        }
    }

    /** The largest float that rounds to at most {@code most}; halves go to the even neighbour. */
    private static float largestMean(int most) {
        if (most < 0) {
            return Float.NEGATIVE_INFINITY;
        }
        if (most >= 255) {
            return Float.POSITIVE_INFINITY;
        }
        return most % 2 == 0 ? most + 0.5f : Math.nextDown(most + 0.5f);
    }

    void paint(byte[] target, byte above, byte below, int from, int to) {
        for (int row = from - reach; row < from + reach; row++) {
            blurAlong(row);
        }
        for (int row = from; row < to; row++) {
            blurAlong(row + reach);
            blurAcross(row);
            int start = row * width;
            for (int column = 0; column < width; column++) {
                boolean isAbove = across[column] <= bounds[samples[start + column] & 0xFF];
                target[start + column] = isAbove ? above : below;
            }
        }
    }

    private float[] kept(int row) {
        return along[Math.floorMod(row, along.length)];
    }

    private void blurAlong(int row) {
        read(Math.max(0, Math.min(height - 1, row)) * width);
        float[] sum = kept(row);
        float first = weights[0];
        for (int column = 0; column < width; column++) {
            sum[column] = line[column] * first;
        }
        for (int tap = 1; tap < weights.length; tap += 2) {
            System.arraycopy(line, tap, shifted, 0, width);
            System.arraycopy(line, tap + 1, shiftedTwice, 0, width);
            addTwo(sum, shifted, weights[tap], shiftedTwice, weights[tap + 1]);
        }
    }

    private void read(int start) {
        for (int column = 0; column < width; column++) {
            line[reach + column] = ofByte[samples[start + column] & 0xFF];
        }
        for (int at = 0; at < reach; at++) {
            line[at] = line[reach];
            line[reach + width + at] = line[reach + width - 1];
        }
    }

    private static void addTwo(float[] sum, float[] one, float weight, float[] two, float nextWeight) {
        for (int column = 0; column < sum.length; column++) {
            sum[column] = Math.fma(two[column], nextWeight, Math.fma(one[column], weight, sum[column]));
        }
    }

    private void blurAcross(int row) {
        float[] middle = kept(row);
        float weight = weights[reach];
        for (int column = 0; column < across.length; column++) {
            across[column] = middle[column] * weight;
        }
        for (int off = 1; off <= reach; off++) {
            addPair(across, kept(row - off), kept(row + off), weights[reach + off]);
        }
    }

    private static void addPair(float[] sum, float[] upper, float[] lower, float weight) {
        for (int column = 0; column < sum.length; column++) {
            sum[column] = Math.fma(upper[column] + lower[column], weight, sum[column]);
        }
    }
}
