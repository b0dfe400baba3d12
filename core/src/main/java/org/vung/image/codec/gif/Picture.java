package org.vung.image.codec.gif;

/**
 * One image of a GIF as it is stored, before it is laid on the canvas.
 *
 * @param top first row on the canvas
 * @param left first column on the canvas
 * @param height rows
 * @param width columns
 * @param indices row by row, interlacing undone
 * @param palette colours 0xAARRGGBB; empty if neither the picture nor the file has one
 * @param clear the transparent index, or −1
 * @param disposal what happens to the canvas afterwards: 0 and 1 nothing, 2 cleared, 3 restored
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Picture(int top, int left, int height, int width, byte[] indices, int[] palette, int clear, int disposal) {

    static final int CLEAR = 2;
    static final int RESTORE = 3;

    /** The colour of a pixel, 0 where it is transparent. */
    int colour(int index) {
        return index == clear ? 0 : index < palette.length ? palette[index] : 0xFF000000;
    }

    /** Rows of an interlaced picture come in four passes; puts them in their place. */
    static byte[] deinterlaced(byte[] stored, int height, int width) {
        int[][] passes = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
        byte[] indices = new byte[stored.length];
        int from = 0;
        for (int[] pass : passes) {
            for (int row = pass[0]; row < height; row += pass[1]) {
                System.arraycopy(stored, from, indices, row * width, width);
                from += width;
            }
        }
        return indices;
    }
}
