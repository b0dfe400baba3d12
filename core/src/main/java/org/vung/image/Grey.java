package org.vung.image;

import org.vung.grid.RowBands;

/**
 * How a colour image becomes grey: OpenCV's weighted sum of red, green and blue.
 *
 * <p>8 and 16 bits are exact to OpenCV 4.6: (9798 R + 19235 G + 3735 B + 16384) / 32768, rounded down. Floats are within one
 * unit of the last place of OpenCV's, whose own answer depends on where a vector register ends.
 */
public enum Grey {
    /** Red 0.299, green 0.587, blue 0.114, as Rec. 601 and {@code cv2.COLOR_RGB2GRAY} weigh them. */
    STANDARD(9798, 3735, 0.299f, 0.114f),
    /** Red and blue swapped: what comes out when pixels in blue-green-red order are said to be red-green-blue. */
    TUTORIAL(3735, 9798, 0.114f, 0.299f);

    private static final int GREEN = 19235;
    private static final float GREEN_SHARE = 0.587f;
    private static final int HALF = 1 << 14;
    private static final int BITS = 15;

    private final int red;
    private final int blue;
    private final float redShare;
    private final float blueShare;

    Grey(int red, int blue, float redShare, float blueShare) {
        this.red = red;
        this.blue = blue;
        this.redShare = redShare;
        this.blueShare = blueShare;
    }

    /**
     * Converts an image.
     *
     * @param image grey, RGB or a single band; opacity is ignored
     * @return a {@link Layout#GREY} image of the same size and sample type; the image itself if it is one already
     * @throws IllegalArgumentException if the image has several bands without a colour meaning
     */
    public Image of(Image image) {
        if (image.layout() == Layout.GREY) {
            return image;
        }
        if (image.layout() == Layout.GREY_ALPHA) {
            return image.withoutAlpha();
        }
        if (image.layout() == Layout.BANDS && image.channels() > 1) {
            throw new IllegalArgumentException(
                    "image must be grey or RGB to become grey, got " + image + "; choose one of its bands first");
        }
        return switch (image.type()) {
            case UINT8 -> Image.wrap(image.size(), Layout.GREY, bytes(image));
            case UINT16 -> Image.wrap(image.size(), Layout.GREY, shorts(image));
            case FLOAT32 -> Image.wrap(image.size(), Layout.GREY, floats(image));
        };
    }

    private byte[] bytes(Image image) {
        byte[] samples = image.sharedBytes();
        if (image.channels() == 1) {
            return samples;
        }
        byte[] grey = new byte[image.size().pixels()];
        int step = image.channels();
        eachRow(image, (from, to) -> {
            for (int pixel = from, at = from * step; pixel < to; pixel++, at += step) {
                grey[pixel] = (byte) whole(samples[at] & 0xFF, samples[at + 1] & 0xFF, samples[at + 2] & 0xFF);
            }
        });
        return grey;
    }

    private short[] shorts(Image image) {
        short[] samples = image.sharedShorts();
        if (image.channels() == 1) {
            return samples;
        }
        short[] grey = new short[image.size().pixels()];
        int step = image.channels();
        eachRow(image, (from, to) -> {
            for (int pixel = from, at = from * step; pixel < to; pixel++, at += step) {
                grey[pixel] = (short) whole(samples[at] & 0xFFFF, samples[at + 1] & 0xFFFF, samples[at + 2] & 0xFFFF);
            }
        });
        return grey;
    }

    private float[] floats(Image image) {
        float[] samples = image.sharedFloats();
        if (image.channels() == 1) {
            return samples;
        }
        float[] grey = new float[image.size().pixels()];
        int step = image.channels();
        eachRow(image, (from, to) -> {
            for (int pixel = from, at = from * step; pixel < to; pixel++, at += step) {
                float sum = Math.fma(samples[at + 1], GREEN_SHARE, samples[at] * redShare);
                grey[pixel] = Math.fma(samples[at + 2], blueShare, sum);
            }
        });
        return grey;
    }

    private int whole(int r, int g, int b) {
        return (r * red + g * GREEN + b * blue + HALF) >>> BITS;
    }

    /** Runs over pixels {@code from} … {@code to} − 1 of each band of rows. */
    private static void eachRow(Image image, RowBands.Task pixels) {
        RowBands.forEach(image.height(), (from, to) -> pixels.run(from * image.width(), to * image.width()));
    }
}
