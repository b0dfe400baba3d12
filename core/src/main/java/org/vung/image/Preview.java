package org.vung.image;

import java.io.IOException;
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
    private static final int ROWS = 64;
    private static final Range EIGHT_BITS = new Range(0, 255);

    private Preview() {}

    /**
     * The picture.
     *
     * @param image any image; opacity is dropped
     * @return red, green, blue, 8 bits each, of the same size
     */
    public static Image rgb(Image image) {
        return rgb(image, range(image));
    }

    /**
     * The picture of a part of an image.
     *
     * @param image rows of an image; opacity is dropped
     * @param range of the whole image
     * @return red, green, blue, 8 bits each, of the part's size
     */
    public static Image rgb(Image image, Range range) {
        if (image.type() == SampleType.UINT8 && image.layout() == Layout.RGB) {
            return image;
        }
        int colours = colours(image);
        float scale = range.white() > range.black() ? 255 / (range.white() - range.black()) : 0;
        int width = image.width();
        byte[] rgb = new byte[Math.multiplyExact(image.size().pixels(), 3)];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    int at = (row * width + column) * 3;
                    for (int channel = 0; channel < 3; channel++) {
                        float sample = image.sample(row, column, Math.min(channel, colours - 1));
                        rgb[at + channel] =
                                (byte) Math.max(0, Math.min(255, Math.round((sample - range.black()) * scale)));
                    }
                }
            }
        });
        return Image.wrap(image.size(), Layout.RGB, rgb);
    }

    private static int colours(Image image) {
        return image.colourChannels() >= 3 ? 3 : 1;
    }

    /**
     * The samples that become black and white.
     *
     * @param black and everything below
     * @param white and everything above
     */
    public record Range(float black, float white) {}

    /**
     * What becomes black and white of an image.
     *
     * @param image any image
     * @return 0 and 255 for 8-bit pictures, else the thousandths at both ends
     */
    public static Range range(Image image) {
        Probes probes = new Probes(image.size());
        return probes.add(image) ? probes.range() : EIGHT_BITS;
    }

    /**
     * What becomes black and white of an image that is read from the top, as {@link #range(Image)} would say of it at once.
     *
     * @param rows from the first on; read to the last, but for 8-bit pictures
     * @return the range
     * @throws IOException if they cannot be read
     */
    public static Range range(ImageRows rows) throws IOException {
        Probes probes = new Probes(rows.size());
        for (int done = 0; done < rows.size().height(); ) {
            Image band = rows.next(ROWS);
            if (!probes.add(band)) {
                return EIGHT_BITS;
            }
            done += band.height();
        }
        return probes.range();
    }

    /** Every so many pixels of an image, from the first to the last. */
    private static final class Probes {

        private final int step;
        private final long most;
        private float[] probes = new float[0];
        private int count;
        private int next;
        private int first;
        private float white;

        Probes(Size size) {
            step = Math.max(1, size.pixels() / MOST_PROBES);
            most = ((long) size.pixels() + step - 1) / step;
        }

        /** Takes the next rows; false for pictures that are shown as they are. */
        boolean add(Image rows) {
            if (rows.type() == SampleType.UINT8 && rows.layout() != Layout.BANDS) {
                return false;
            }
            int colours = colours(rows);
            if (probes.length == 0) {
                probes = new float[(int) most * colours];
                white = rows.type().white();
            }
            int end = first + rows.size().pixels();
            for (; next < end && next >= first; next += step) {
                int pixel = next - first;
                for (int channel = 0; channel < colours; channel++) {
                    float sample = rows.sample(pixel / rows.width(), pixel % rows.width(), channel);
                    if (Float.isFinite(sample)) {
                        probes[count++] = sample;
                    }
                }
            }
            first = end;
            return true;
        }

        Range range() {
            if (count == 0) {
                return new Range(0, 0);
            }
            Arrays.sort(probes, 0, count);
            int cut = count / 1000;
            float dark = probes[cut];
            float bright = probes[count - 1 - cut];
            return bright > dark ? new Range(dark, bright) : new Range(Math.min(0, dark), white);
        }
    }
}
