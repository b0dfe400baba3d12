package org.vung.image.codec;

import org.vung.image.Image;

/** Pictures whose colours are stored multiplied by their opacity. */
public final class Opacity {

    private Opacity() {}

    /**
     * Divides the colours by their opacity again, rounded.
     *
     * @param image its last channel is opacity
     * @return a new image, black where nothing is to be seen
     */
    public static Image divided(Image image) {
        int channels = image.channels();
        int length = image.size().pixels() * channels;
        switch (image.type()) {
            case UINT8 -> {
                byte[] from = image.sharedBytes();
                byte[] to = from.clone();
                for (int i = 0; i < length; i++) {
                    int alpha = from[i / channels * channels + channels - 1] & 0xFF;
                    to[i] = i % channels == channels - 1 ? from[i] : (byte) divided(from[i] & 0xFF, alpha, 255);
                }
                return Image.wrap(image.size(), image.layout(), to);
            }
            case UINT16 -> {
                short[] from = image.sharedShorts();
                short[] to = from.clone();
                for (int i = 0; i < length; i++) {
                    int alpha = from[i / channels * channels + channels - 1] & 0xFFFF;
                    to[i] = i % channels == channels - 1 ? from[i] : (short) divided(from[i] & 0xFFFF, alpha, 65535);
                }
                return Image.wrap(image.size(), image.layout(), to);
            }
            default -> {
                float[] from = image.sharedFloats();
                float[] to = from.clone();
                for (int i = 0; i < length; i++) {
                    float alpha = from[i / channels * channels + channels - 1];
                    to[i] = i % channels == channels - 1 ? from[i] : alpha == 0 ? 0 : from[i] / alpha;
                }
                return Image.wrap(image.size(), image.layout(), to);
            }
        }
    }

    private static int divided(int colour, int alpha, int white) {
        return alpha == 0 ? 0 : (int) Math.min(white, ((long) colour * white * 2 + alpha) / (2L * alpha));
    }
}
