package org.vung.image.codec.webp;

import org.vung.image.codec.ImageException;

/**
 * One of the four transforms of VP8L (RFC 9649, section 4), to be undone after the pixels are read.
 *
 * @param kind 0 prediction, 1 between colours, 2 green subtracted, 3 palette
 * @param height rows of the picture
 * @param width columns of the picture
 * @param bits of a block's side; of pixels packed into one, for a palette
 * @param data an inner picture: modes, factors or colours
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one picture, never compared
record Transform(int kind, int height, int width, int bits, int[] data) {

    private static final int PREDICTION = 0;
    private static final int BETWEEN_COLOURS = 1;
    private static final int GREEN = 2;
    private static final int PALETTE = 3;

    static Transform read(Bits bits, Lossless decoder, int height, int width) throws ImageException {
        int kind = bits.read(2);
        if (kind == PREDICTION || kind == BETWEEN_COLOURS) {
            int side = 2 + bits.read(3);
            return new Transform(kind, height, width, side, decoder.inner(blocks(height, side), blocks(width, side)));
        } else if (kind == GREEN) {
            return new Transform(kind, height, width, 0, new int[0]);
        }
        int colours = 1 + bits.read(8);
        int packing = colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3;
        int[] palette = decoder.inner(1, colours);
        for (int i = 1; i < colours; i++) {
            palette[i] = Prediction.sum(palette[i], palette[i - 1]);
        }
        return new Transform(kind, height, width, packing, palette);
    }

    /** Blocks of 2^bits pixels that cover a length. */
    static int blocks(int length, int bits) {
        return (length + (1 << bits) - 1) >> bits;
    }

    /** Columns that are stored. */
    int packedWidth() {
        return kind == PALETTE ? blocks(width, bits) : width;
    }

    /** Gives back what was before the transform; may reuse the array. */
    int[] undone(int[] pixels) {
        switch (kind) {
            case PREDICTION -> Prediction.undo(pixels, width, bits, data);
            case BETWEEN_COLOURS -> undoBetweenColours(pixels);
            case GREEN -> undoGreen(pixels);
            default -> {
                return unpacked(pixels);
            }
        }
        return pixels;
    }

    private static void undoGreen(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int green = (pixels[i] >> 8) & 0xFF;
            int redAndBlue = (pixels[i] & 0xFF00FF) + (green << 16 | green);
            pixels[i] = (pixels[i] & 0xFF00FF00) | (redAndBlue & 0xFF00FF);
        }
    }

    private void undoBetweenColours(int[] pixels) {
        int across = blocks(width, bits);
        for (int row = 0, at = 0; row < height; row++) {
            for (int column = 0; column < width; column++, at++) {
                int factors = data[(row >> bits) * across + (column >> bits)];
                int pixel = pixels[at];
                int green = pixel >> 8;
                int red = ((pixel >> 16) + part(factors, green)) & 0xFF;
                int blue = (pixel + part(factors >> 8, green) + part(factors >> 16, red)) & 0xFF;
                pixels[at] = (pixel & 0xFF00FF00) | red << 16 | blue;
            }
        }
    }

    /** Signed bytes in fixed point with five bits behind the point. */
    private static int part(int factor, int colour) {
        return ((byte) factor * (byte) colour) >> 5;
    }

    private int[] unpacked(int[] packed) {
        int[] pixels = new int[height * width];
        int across = packedWidth();
        int depth = 8 >> bits;
        int mask = (1 << depth) - 1;
        int slots = (1 << bits) - 1;
        for (int row = 0, at = 0; row < height; row++) {
            for (int column = 0; column < width; column++, at++) {
                int green = (packed[row * across + (column >> bits)] >> 8) & 0xFF;
                int index = (green >> ((column & slots) * depth)) & mask;
                pixels[at] = index < data.length ? data[index] : 0;
            }
        }
        return pixels;
    }
}
