package org.vung.image;

/** Choosing channels of an image by number, as satellites and microscopes need. */
public final class Bands {

    private Bands() {}

    /**
     * The chosen channels in the chosen order.
     *
     * @param image any image; opacity is a channel here
     * @param chosen channel numbers from 0, at least one; a channel may come twice
     * @return grey for one channel, RGB for three, {@link Layout#BANDS} otherwise; samples as stored
     * @throws IllegalArgumentException if the image has no such channel
     */
    public static Image select(Image image, int... chosen) {
        if (chosen.length == 0) {
            throw new IllegalArgumentException("bands must name at least 1 channel, got none");
        }
        for (int band : chosen) {
            if (band < 0 || band >= image.channels()) {
                throw new IllegalArgumentException("band must be 0 … " + (image.channels() - 1) + " for an image of "
                        + image.channels() + " channels, got " + band);
            }
        }
        Layout layout = switch (chosen.length) {
            case 1 -> Layout.GREY;
            case 3 -> Layout.RGB;
            default -> Layout.BANDS;
        };
        int length = Math.multiplyExact(image.size().pixels(), chosen.length);
        return switch (image.type()) {
            case UINT8 -> Image.wrap(image.size(), layout, bytes(image, chosen, length));
            case UINT16 -> Image.wrap(image.size(), layout, shorts(image, chosen, length));
            case FLOAT32 -> Image.wrap(image.size(), layout, floats(image, chosen, length));
        };
    }

    private static byte[] bytes(Image image, int[] chosen, int length) {
        byte[] from = image.sharedBytes();
        byte[] to = new byte[length];
        for (int at = 0, pixel = 0; at < length; pixel += image.channels()) {
            for (int band : chosen) {
                to[at++] = from[pixel + band];
            }
        }
        return to;
    }

    private static short[] shorts(Image image, int[] chosen, int length) {
        short[] from = image.sharedShorts();
        short[] to = new short[length];
        for (int at = 0, pixel = 0; at < length; pixel += image.channels()) {
            for (int band : chosen) {
                to[at++] = from[pixel + band];
            }
        }
        return to;
    }

    private static float[] floats(Image image, int[] chosen, int length) {
        float[] from = image.sharedFloats();
        float[] to = new float[length];
        for (int at = 0, pixel = 0; at < length; pixel += image.channels()) {
            for (int band : chosen) {
                to[at++] = from[pixel + band];
            }
        }
        return to;
    }
}
