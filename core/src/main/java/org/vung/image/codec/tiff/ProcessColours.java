package org.vung.image.codec.tiff;

import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.Layout;
import org.vung.image.codec.ImageException;

/** Colours that are no RGB: CMYK, YCbCr, CIELAB. Extra samples are left out. */
final class ProcessColours {

    private static final int COEFFICIENTS = 529;
    private static final int REFERENCE = 532;
    private static final int JPEG = 7;

    private final Page page;
    private final int channels;
    private final int white;
    private final boolean bytes;

    ProcessColours(Page page) {
        this.page = page;
        this.channels = page.channels();
        this.white = page.sample().white();
        this.bytes = page.sample().bits() <= 8;
    }

    /** One pixel of a kind to red, green, blue of 0 … white. */
    @FunctionalInterface
    private interface Conversion {
        void convert(double[] stored, double[] rgb);
    }

    /** Inks on white paper: what one ink lets through times what black lets through. */
    Image cmyk(Samples samples) {
        return rgb(samples, (inks, rgb) -> {
            for (int i = 0; i < 3; i++) {
                rgb[i] = (white - inks[i]) * (white - inks[3]) / white;
            }
        });
    }

    /** Luminance and two colour differences (TIFF 6.0, section 21), by the page's own weights and reference values. */
    Image ycbcr(Samples samples) throws ImageException {
        double[] weights = page.tags().rationals(COEFFICIENTS, 0.299, 0.587, 0.114);
        double half = (white + 1) / 2.0;
        double[] usual = {0, white, half, white, half, white};
        // In a JPEG stream the full range is used, whatever the tag says.
        double[] reference = page.compression() == JPEG ? usual : page.tags().rationals(REFERENCE, usual);
        double green = weights[1] == 0 ? 1 : weights[1];
        return rgb(samples, (stored, rgb) -> {
            double y = (stored[0] - reference[0]) * white / span(reference[0], reference[1]);
            double cb = (stored[1] - reference[2]) * (white - half) / span(reference[2], reference[3]);
            double cr = (stored[2] - reference[4]) * (white - half) / span(reference[4], reference[5]);
            rgb[0] = y + cr * (2 - 2 * weights[0]);
            rgb[2] = y + cb * (2 - 2 * weights[2]);
            rgb[1] = (y - weights[0] * rgb[0] - weights[2] * rgb[2]) / green;
        });
    }

    private static double span(double from, double to) {
        return to == from ? 1 : to - from;
    }

    /**
     * CIELAB (TIFF 6.0, section 23): a and b in two's complement, or from a middle where an ICC profile says so. The page's
     * white becomes white.
     */
    Image lab(Samples samples) throws ImageException {
        if (channels < 3) {
            throw page.tags().source().bad("CIELAB must have 3 channels, got " + channels + "; save as grey");
        }
        double unit = bytes ? 1 : 256;
        boolean signed = page.photometric() == Page.LAB;
        return rgb(samples, (stored, rgb) -> {
            double a = signed ? signed(stored[1]) : stored[1] - 128 * unit;
            double b = signed ? signed(stored[2]) : stored[2] - 128 * unit;
            Lab.toRgb(stored[0] * 100 / white, a / unit, b / unit, rgb);
            for (int i = 0; i < 3; i++) {
                rgb[i] *= white;
            }
        });
    }

    private double signed(double stored) {
        return stored > white / 2.0 ? stored - white - 1 : stored;
    }

    private Image rgb(Samples samples, Conversion conversion) {
        int pixels = page.size().pixels();
        double[] stored = new double[channels];
        double[] rgb = new double[3];
        byte[] narrow = new byte[bytes ? pixels * 3 : 0];
        short[] wide = new short[bytes ? 0 : pixels * 3];
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                int at = pixel * channels + channel;
                stored[channel] = bytes ? samples.bytes()[at] & 0xFF : samples.shorts()[at] & 0xFFFF;
            }
            conversion.convert(stored, rgb);
            for (int i = 0; i < 3; i++) {
                int value = (int) Math.max(0, Math.min(white, Math.round(rgb[i])));
                if (bytes) {
                    narrow[pixel * 3 + i] = (byte) value;
                } else {
                    wide[pixel * 3 + i] = (short) value;
                }
            }
        }
        return bytes ? Image.wrap(page.size(), Layout.RGB, narrow) : Image.wrap(page.size(), Layout.RGB, wide);
    }
}
