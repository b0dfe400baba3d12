package org.vung.image.codec.jpeg;

import org.vung.grid.RowBands;

/**
 * Adobe's YCCK, and the CMYK that it stores with 0 as full ink, to RGB. The fixed-point arithmetic is that of libjpeg, so
 * that pixels equal those of the readers built on it.
 */
final class Colours {

    private static final int HALF = 1 << 15;
    private static final int CR_TO_RED = 91881;
    private static final int CB_TO_BLUE = 116130;
    private static final int CR_TO_GREEN = 46802;
    private static final int CB_TO_GREEN = 22554;

    private Colours() {}

    /** Adobe's YCCK hides the complement of CMY in YCbCr: undoes both, in place. */
    static void cmykFromYcck(byte[] samples, int rows) {
        int stride = samples.length / rows;
        RowBands.forEach(rows, (from, to) -> {
            for (int at = from * stride; at < to * stride; at += 4) {
                int luma = samples[at] & 0xFF;
                int cb = (samples[at + 1] & 0xFF) - 128;
                int cr = (samples[at + 2] & 0xFF) - 128;
                samples[at] = (byte) ~clamp(luma + ((CR_TO_RED * cr + HALF) >> 16));
                samples[at + 1] = (byte) ~clamp(luma + ((HALF - CB_TO_GREEN * cb - CR_TO_GREEN * cr) >> 16));
                samples[at + 2] = (byte) ~clamp(luma + ((CB_TO_BLUE * cb + HALF) >> 16));
            }
        });
    }

    /** Multiplies each complement of ink by that of black. */
    static byte[] rgbFromCmyk(byte[] samples) {
        byte[] rgb = new byte[samples.length / 4 * 3];
        for (int in = 0, out = 0; in < samples.length; in += 4, out += 3) {
            int light = samples[in + 3] & 0xFF;
            for (int channel = 0; channel < 3; channel++) {
                rgb[out + channel] = shaded(light, 255 - (samples[in + channel] & 0xFF));
            }
        }
        return rgb;
    }

    private static byte shaded(int light, int ink) {
        int product = light * ink + 128;
        return clamp(light - (((product >> 8) + product) >> 8));
    }

    /** Nearest byte; this form is twice as fast here as {@code min} and {@code max}. */
    private static byte clamp(int value) {
        return (byte) ((value & ~255) == 0 ? value : ~(value >> 31));
    }
}
