package org.vung.applications.satellite;

import java.util.Arrays;
import org.vung.image.Image;
import org.vung.image.Layout;

/**
 * A chip of Sentinel-2 in its 13 bands (B1 … B8, B8A, B9 … B12), reflectance times 10,000, all at 10 m a pixel.
 *
 * @param bands the image as stored
 */
public record Sentinel2(Image bands) {

    /** The bands by their places. */
    public enum Band {
        /** 490 nm. */
        BLUE(1),
        /** 560 nm. */
        GREEN(2),
        /** 665 nm. */
        RED(3),
        /** 842 nm. */
        NEAR_INFRARED(7),
        /** 1610 nm. */
        SHORT_WAVE(11);

        private final int place;

        Band(int place) {
            this.place = place;
        }
    }

    private static final int COUNT = 13;
    private static final double GAMMA = 1.35;
    private static final double DARKEST = 0.005;
    private static final double BRIGHTEST = 0.995;

    /** Checks that there are 13 bands. */
    public Sentinel2 {
        if (bands.channels() != COUNT) {
            throw new IllegalArgumentException("a chip of Sentinel-2 must have 13 bands, got " + bands.channels()
                    + "; stack B1 … B8, B8A, B9 … B12 in one GeoTIFF");
        }
    }

    /**
     * The normalised difference of two bands, (a − b) / (a + b).
     *
     * @param a any band
     * @param b any other
     * @return grey, −1 … 1, NaN where both are 0
     */
    public Image index(Band a, Band b) {
        float[] index = new float[bands.size().pixels()];
        for (int row = 0, pixel = 0; row < bands.height(); row++) {
            for (int column = 0; column < bands.width(); column++, pixel++) {
                float one = bands.sample(row, column, a.place);
                float other = bands.sample(row, column, b.place);
                index[pixel] = (one - other) / (one + other);
            }
        }
        return Image.wrap(bands.size(), Layout.GREY, index);
    }

    /**
     * The chip in natural colours. Haze is taken off: in every band the darkest half percent becomes black, and the brightest white.
     *
     * @return 8-bit RGB
     */
    public Image picture() {
        Band[] colours = {Band.RED, Band.GREEN, Band.BLUE};
        byte[] rgb = new byte[bands.size().pixels() * 3];
        for (int channel = 0; channel < 3; channel++) {
            float[] samples = samples(colours[channel]);
            float[] sorted = samples.clone();
            Arrays.sort(sorted);
            float black = sorted[(int) (DARKEST * (sorted.length - 1))];
            float white = sorted[(int) (BRIGHTEST * (sorted.length - 1))];
            for (int pixel = 0; pixel < samples.length; pixel++) {
                double level = Math.max(0, Math.min(1, (samples[pixel] - black) / Math.max(1, white - black)));
                rgb[pixel * 3 + channel] = (byte) Math.round(255 * Math.pow(level, 1 / GAMMA));
            }
        }
        return Image.wrap(bands.size(), Layout.RGB, rgb);
    }

    private float[] samples(Band band) {
        float[] samples = new float[bands.size().pixels()];
        for (int row = 0, pixel = 0; row < bands.height(); row++) {
            for (int column = 0; column < bands.width(); column++, pixel++) {
                samples[pixel] = bands.sample(row, column, band.place);
            }
        }
        return samples;
    }
}
