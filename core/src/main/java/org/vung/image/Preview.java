package org.vung.image;

import java.util.Arrays;
import org.vung.grid.RowBands;

/**
 * Any image as a picture a screen can show: 8-bit RGB.
 *
 * <p>8-bit pictures stay as they are. Of bands, the first three are shown as red, green and blue (one or two bands as grey).
 * Deep and float samples, and bands, are stretched so that a thousandth of them turn black and a thousandth white; NaN is
 * black.
 */
public final class Preview {

    private static final int MOST_PROBES = 1 << 16;

    private Preview() {}

    /**
     * The picture.
     *
     * @param image any image; opacity is dropped
     * @return red, green, blue, 8 bits each, of the same size
     */
    public static Image rgb(Image image) {
        if (image.type() == SampleType.UINT8 && image.layout() == Layout.RGB) {
            return image;
        }
        int colours = image.colourChannels() >= 3 ? 3 : 1;
        float[] range = image.type() == SampleType.UINT8 && image.layout() != Layout.BANDS
                ? new float[] {0, 255}
                : stretch(image, colours);
        float scale = range[1] > range[0] ? 255 / (range[1] - range[0]) : 0;
        int width = image.width();
        byte[] rgb = new byte[Math.multiplyExact(image.size().pixels(), 3)];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    int at = (row * width + column) * 3;
                    for (int channel = 0; channel < 3; channel++) {
                        float sample = image.sample(row, column, Math.min(channel, colours - 1));
                        rgb[at + channel] = (byte) Math.max(0, Math.min(255, Math.round((sample - range[0]) * scale)));
                    }
                }
            }
        });
        return Image.wrap(image.size(), Layout.RGB, rgb);
    }

    /** The samples that become black and white. */
    private static float[] stretch(Image image, int colours) {
        int pixels = image.size().pixels();
        int step = Math.max(1, pixels / MOST_PROBES);
        float[] probes = new float[(pixels + step - 1) / step * colours];
        int count = 0;
        for (int pixel = 0; pixel < pixels; pixel += step) {
            for (int channel = 0; channel < colours; channel++) {
                float sample = image.sample(pixel / image.width(), pixel % image.width(), channel);
                if (Float.isFinite(sample)) {
                    probes[count++] = sample;
                }
            }
        }
        if (count == 0) {
            return new float[] {0, 0};
        }
        Arrays.sort(probes, 0, count);
        int cut = count / 1000;
        float black = probes[cut];
        float white = probes[count - 1 - cut];
        return white > black
                ? new float[] {black, white}
                : new float[] {Math.min(0, black), image.type().white()};
    }
}
