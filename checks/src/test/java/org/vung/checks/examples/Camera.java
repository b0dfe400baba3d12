package org.vung.checks.examples;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** Takes colour pictures of scenes: a little noise, and 8 bits a channel. */
public final class Camera {

    private Camera() {}

    /** A scene, pixel by pixel; asked from several threads. */
    public interface Scene {

        /**
         * What is seen at a pixel.
         *
         * @param row from the top
         * @param column from the left
         * @return red, green and blue to be shown, 0 … 255; what lies outside is clipped
         */
        Vec at(int row, int column);
    }

    /**
     * Takes a picture.
     *
     * @param height in pixels
     * @param width in pixels
     * @param noise its deviation, in levels
     * @param scene what is seen
     * @return in colour
     */
    public static Image take(int height, int width, double noise, Scene scene) {
        byte[] samples = new byte[height * width * 3];
        RowBands.forEach(height, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    Vec light = scene.at(row, column);
                    int at = (row * width + column) * 3;
                    samples[at] = level(light.x() + noise * Noise.grain(row, column, 0));
                    samples[at + 1] = level(light.y() + noise * Noise.grain(row, column, 1));
                    samples[at + 2] = level(light.z() + noise * Noise.grain(row, column, 2));
                }
            }
        });
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }

    /** The nearest of 256 levels. */
    static byte level(double light) {
        return (byte) Math.max(0, Math.min(255, Math.round(light)));
    }
}
