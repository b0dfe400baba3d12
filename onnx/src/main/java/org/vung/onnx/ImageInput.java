package org.vung.onnx;

import java.util.List;

/**
 * Where images enter a model.
 *
 * @param name of the input
 * @param layout whether channels come before or after the pixels
 * @param count images in a batch, or {@link #ANY}
 * @param channels of an image, or {@link #ANY}
 * @param height rows, or {@link #ANY}
 * @param width columns, or {@link #ANY}
 */
public record ImageInput(String name, Layout layout, int count, int channels, int height, int width) {

    /** The model takes any length here. */
    public static final int ANY = -1;

    private static final int MOST_COLOURS = 4;

    /** The order of the dimensions. */
    public enum Layout {
        /** [N, C, H, W], PyTorch's. */
        NCHW,
        /** [N, H, W, C], TensorFlow's. */
        NHWC
    }

    /**
     * Reads four dimensions. Channels come last where the last length is a fixed 1 … 4 and the second is not; else second.
     *
     * @param name of the input
     * @param dimensions four, −1 where free
     */
    static ImageInput of(String name, long[] dimensions) {
        int[] d = new int[dimensions.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = dimensions[i] < 0 ? ANY : Math.toIntExact(dimensions[i]);
        }
        return isColours(d[3]) && !isColours(d[1])
                ? new ImageInput(name, Layout.NHWC, d[0], d[3], d[1], d[2])
                : new ImageInput(name, Layout.NCHW, d[0], d[1], d[2], d[3]);
    }

    private static boolean isColours(int length) {
        return length >= 1 && length <= MOST_COLOURS;
    }

    /**
     * Checks a batch.
     *
     * @param dimensions [N, C, H, W]
     * @throws IllegalArgumentException if the model takes no such batch
     */
    void check(List<Integer> dimensions) {
        if (dimensions.size() != 4 || dimensions.contains(0)) {
            throw new IllegalArgumentException(
                    "images must have 4 dimensions N, C, H, W of at least 1, got " + dimensions);
        }
        check("images in a batch", count, dimensions.get(0), "split or fill the batch");
        check("channels", channels, dimensions.get(1), "convert the image first");
        check("rows", height, dimensions.get(2), "resize or tile the image first");
        check("columns", width, dimensions.get(3), "resize or tile the image first");
    }

    private void check(String what, int wanted, int got, String mend) {
        if (wanted != ANY && wanted != got) {
            throw new IllegalArgumentException(
                    what + " must be " + wanted + " for input '" + name + "', got " + got + "; " + mend);
        }
    }
}
