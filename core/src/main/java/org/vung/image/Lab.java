package org.vung.image;

import org.vung.grid.RowBands;

/**
 * CIELAB as scikit-image computes it: sRGB made linear, D65 white for the 2° observer, L 0 … 100, a and b about −128 …
 * 127, so that a distance of 1 is about one just noticeable difference (ΔE 1976).
 */
public final class Lab {

    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double[] LINEAR_OF_BYTE = linearOfByte();

    private Lab() {}

    /**
     * Converts an RGB image.
     *
     * @param image {@link Layout#RGB} or {@link Layout#RGBA}; opacity is ignored
     * @return L, a, b interleaved, row by row [height · width · 3]
     * @throws IllegalArgumentException if the image has no colour
     */
    public static double[] of(Image image) {
        if (image.colourChannels() != 3 || image.layout() == Layout.BANDS) {
            throw new IllegalArgumentException(
                    "image must be RGB to become CIELAB, got " + image + "; convert it first or use a method on RGB");
        }
        int width = image.width();
        double[] lab = new double[image.size().pixels() * 3];
        boolean bytes = image.type() == SampleType.UINT8;
        double white = image.type().white();
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    int at = image.size().index(row, column) * 3;
                    double red = image.sample(row, column, 0);
                    double green = image.sample(row, column, 1);
                    double blue = image.sample(row, column, 2);
                    if (bytes) {
                        put(
                                LINEAR_OF_BYTE[(int) red],
                                LINEAR_OF_BYTE[(int) green],
                                LINEAR_OF_BYTE[(int) blue],
                                lab,
                                at);
                    } else {
                        put(linear(red / white), linear(green / white), linear(blue / white), lab, at);
                    }
                }
            }
        });
        return lab;
    }

    /**
     * Converts one colour.
     *
     * @param red sRGB, 0 … 1
     * @param green sRGB, 0 … 1
     * @param blue sRGB, 0 … 1
     * @return L, a, b
     */
    public static double[] of(double red, double green, double blue) {
        double[] lab = new double[3];
        put(linear(red), linear(green), linear(blue), lab, 0);
        return lab;
    }

    /**
     * Converts one colour back.
     *
     * @param l lightness, 0 … 100
     * @param a green to red
     * @param b blue to yellow
     * @param rgb filled with sRGB [3], 0 … 1; beyond for colours that sRGB has not
     */
    public static void toRgb(double l, double a, double b, double[] rgb) {
        double middle = (l + 16) / 116;
        double x = WHITE_X * unbend(middle + a / 500);
        double y = unbend(middle);
        double z = WHITE_Z * unbend(Math.max(0, middle - b / 200));
        rgb[0] = gamma(3.24048134 * x - 1.53715152 * y - 0.49853633 * z);
        rgb[1] = gamma(-0.96925495 * x + 1.87599000 * y + 0.04155593 * z);
        rgb[2] = gamma(0.05564664 * x - 0.20404134 * y + 1.05731107 * z);
    }

    private static double unbend(double value) {
        return value > 0.2068966 ? value * value * value : (value - 16.0 / 116) / 7.787;
    }

    private static double gamma(double linear) {
        return linear > 0.0031308 ? 1.055 * Math.pow(linear, 1 / 2.4) - 0.055 : linear * 12.92;
    }

    /**
     * Converts one colour that is linear already.
     *
     * @param red light, 0 … 1, see {@link #linear}
     * @param green light, 0 … 1
     * @param blue light, 0 … 1
     * @param lab receives L, a, b
     * @param at where L goes
     */
    public static void put(double red, double green, double blue, double[] lab, int at) {
        double x = bend((0.412453 * red + 0.357580 * green + 0.180423 * blue) / WHITE_X);
        double y = bend(0.212671 * red + 0.715160 * green + 0.072169 * blue);
        double z = bend((0.019334 * red + 0.119193 * green + 0.950227 * blue) / WHITE_Z);
        lab[at] = 116 * y - 16;
        lab[at + 1] = 500 * (x - y);
        lab[at + 2] = 200 * (y - z);
    }

    /**
     * Takes the sRGB curve out of a sample.
     *
     * @param sample sRGB, 0 … 1
     * @return light, 0 … 1
     */
    public static double linear(double sample) {
        return sample > 0.04045 ? Math.pow((sample + 0.055) / 1.055, 2.4) : sample / 12.92;
    }

    private static double bend(double ratio) {
        return ratio > 0.008856 ? Math.cbrt(ratio) : 7.787 * ratio + 16.0 / 116;
    }

    private static double[] linearOfByte() {
        double[] linear = new double[256];
        for (int sample = 0; sample < 256; sample++) {
            linear[sample] = linear(sample / 255.0);
        }
        return linear;
    }
}
