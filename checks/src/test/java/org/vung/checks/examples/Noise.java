package org.vung.checks.examples;

/** Smooth value noise on a lattice, and white noise, both a pure function of place. */
public final class Noise {

    private Noise() {}

    /**
     * Smooth noise with features about one unit wide.
     *
     * @param x of the place
     * @param y of the place
     * @param z of the place
     * @return 0 … 1
     */
    public static double smooth(double x, double y, double z) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        int k = (int) Math.floor(z);
        double u = ease(x - i);
        double v = ease(y - j);
        double w = ease(z - k);
        double near = mix(mix(at(i, j, k), at(i + 1, j, k), u), mix(at(i, j + 1, k), at(i + 1, j + 1, k), u), v);
        double far = mix(
                mix(at(i, j, k + 1), at(i + 1, j, k + 1), u), mix(at(i, j + 1, k + 1), at(i + 1, j + 1, k + 1), u), v);
        return mix(near, far, w);
    }

    /**
     * Four octaves of {@link #smooth}.
     *
     * @param x of the place
     * @param y of the place
     * @param z of the place
     * @return 0 … 1
     */
    public static double cloudy(double x, double y, double z) {
        double sum = 0;
        for (int octave = 0, scale = 1; octave < 4; octave++, scale *= 2) {
            sum += smooth(x * scale, y * scale, z * scale) / scale;
        }
        return sum / 1.875;
    }

    /**
     * Roughly normal noise of deviation 1.
     *
     * @param row of the pixel
     * @param column of the pixel
     * @param channel of the pixel
     * @return about −3 … 3
     */
    public static double grain(int row, int column, int channel) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += at(row, column, channel * 7 + i + 1000);
        }
        return (sum - 3) * Math.sqrt(2);
    }

    /**
     * White noise on the lattice.
     *
     * @param i of the place
     * @param j of the place
     * @param k of the place
     * @return 0 … 1
     */
    public static double at(int i, int j, int k) {
        int h = i * 0x27d4eb2d ^ j * 0x165667b1 ^ k * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) >>> 8) / (double) (1 << 24);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
