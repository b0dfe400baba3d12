package org.vung.image;

import org.vung.grid.RowBands;

/**
 * An image's samples as doubles where 1 is full brightness: what scikit-image calls {@code img_as_float64}, rounding
 * included. Missing samples (NaN or infinite) take the least finite value of the image, or 0 if there is none.
 */
public final class UnitSamples {

    private UnitSamples() {}

    /**
     * Converts an image; opacity is dropped.
     *
     * @param image 8-bit and 16-bit samples are multiplied by 1/255 and 1/65535, floats stay as they are
     * @return interleaved samples, row by row [height · width · colourChannels], all finite
     * @throws IllegalArgumentException if there are 2<sup>31</sup> samples or more
     */
    public static double[] of(Image image) {
        int colours = image.colourChannels();
        int width = image.width();
        double scale = 1.0 / image.type().white();
        double missing = image.type() == SampleType.FLOAT32 ? leastFinite(image) : 0;
        double[] samples = new double[length(image)];
        RowBands.forEach(image.height(), (from, to) -> {
            int at = from * width * colours;
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    for (int channel = 0; channel < colours; channel++) {
                        double sample = image.sample(row, column, channel);
                        samples[at++] = Double.isFinite(sample) ? sample * scale : missing;
                    }
                }
            }
        });
        return samples;
    }

    private static int length(Image image) {
        long length = (long) image.size().pixels() * image.colourChannels();
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "image must have below 2^31 samples, got " + length + " in " + image + "; cut it into tiles");
        }
        return (int) length;
    }

    private static double leastFinite(Image image) {
        double least = Double.POSITIVE_INFINITY;
        float[] samples = image.sharedFloats();
        int channels = image.channels();
        for (int at = 0; at < samples.length; at++) {
            if (at % channels < image.colourChannels() && Float.isFinite(samples[at])) {
                least = Math.min(least, samples[at]);
            }
        }
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }
}
