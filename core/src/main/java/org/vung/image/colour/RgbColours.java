package org.vung.image.colour;

import java.util.stream.IntStream;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Colours of 8-bit images with three colour channels. Blocks of pixels are radix-sorted by Morton code and merged, so the
 * work stays within the cache and both memory and time stay small for large images.
 */
final class RgbColours implements Colours.Naming {

    private static final int SMALLEST_BLOCK = 1 << 17;
    private static final int LARGEST_BLOCK = 1 << 20;
    /** Codes that agree but for their lower bits lie in one cell of 8×8×8 colours. */
    private static final int CELL_BITS = 9;

    private static final int CELLS = 1 << (24 - CELL_BITS);
    /** Bit i of a byte moved to bit 3i. */
    private static final int[] SPREAD = spread();

    private static final int MIXED = Integer.MIN_VALUE;

    private final Size size;
    private final byte[] samples;
    private final int stride;
    private final int[] codes;
    /** The first colour of each cell, and at the end the number of colours. */
    private final int[] starts;

    private RgbColours(Image image, int[] codes) {
        size = image.size();
        samples = image.sharedBytes();
        stride = image.channels();
        this.codes = codes;
        starts = new int[CELLS + 1];
        int colour = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            starts[cell] = colour;
            while (colour < codes.length && codes[colour] >>> CELL_BITS == cell) {
                colour++;
            }
        }
        starts[CELLS] = codes.length;
    }

    static Colours of(Image image) {
        CodeCounts counts =
                count(image.sharedBytes(), image.channels(), image.size().pixels());
        float[] values = new float[counts.codes().length * 3];
        for (int colour = 0, at = 0; at < values.length; colour++) {
            int code = counts.codes()[colour];
            values[at++] = gather(code >> 2);
            values[at++] = gather(code >> 1);
            values[at++] = gather(code);
        }
        return new Colours(image.size(), 3, values, counts.counts(), new RgbColours(image, counts.codes()));
    }

    private static CodeCounts count(byte[] samples, int stride, int pixels) {
        int block = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, pixels / 8));
        int blocks = (int) (((long) pixels + block - 1) / block);
        return IntStream.range(0, blocks)
                .parallel()
                .mapToObj(number -> {
                    int from = number * block;
                    int to = (int) Math.min(pixels, (long) from + block);
                    int[] codes = new int[to - from];
                    for (int pixel = from; pixel < to; pixel++) {
                        codes[pixel - from] = code(samples, pixel * stride);
                    }
                    return CodeCounts.of(codes);
                })
                .reduce(CodeCounts::plus)
                .orElseThrow();
    }

    /** Most cells hold one number only, such as the label of a cluster, and need no search: 4 × faster for 3 labels. */
    @Override
    public void spread(int[] perColour, int[] out) {
        int[] agreed = agreed(perColour);
        RowBands.forEach(size.height(), (from, to) -> {
            for (int pixel = from * size.width(); pixel < to * size.width(); pixel++) {
                int code = code(samples, pixel * stride);
                int number = agreed[code >>> CELL_BITS];
                out[pixel] = number == MIXED ? perColour[colour(code)] : number;
            }
        });
    }

    /** The number that all colours of a cell have, or {@link #MIXED}. */
    private int[] agreed(int[] perColour) {
        int[] agreed = new int[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            int from = starts[cell];
            int to = starts[cell + 1];
            int number = from < to ? perColour[from] : MIXED;
            for (int colour = from + 1; colour < to && number != MIXED; colour++) {
                number = perColour[colour] == number ? number : MIXED;
            }
            agreed[cell] = number;
        }
        return agreed;
    }

    private int colour(int code) {
        int cell = code >>> CELL_BITS;
        int low = starts[cell];
        int high = starts[cell + 1] - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codes[middle] < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int code(byte[] samples, int at) {
        return (SPREAD[samples[at] & 0xFF] << 2)
                | (SPREAD[samples[at + 1] & 0xFF] << 1)
                | SPREAD[samples[at + 2] & 0xFF];
    }

    private static int[] spread() {
        int[] spread = new int[256];
        for (int value = 0; value < 256; value++) {
            for (int bit = 0; bit < 8; bit++) {
                spread[value] |= ((value >> bit) & 1) << (3 * bit);
            }
        }
        return spread;
    }

    /** Bits 0, 3 … 21 moved to 0, 1 … 7, by halving the gaps. */
    private static int gather(int code) {
        int bits = code & 0x249249;
        bits = (bits | (bits >> 2)) & 0xC30C3;
        bits = (bits | (bits >> 4)) & 0xF00F;
        return (bits | (bits >> 8)) & 0xFF;
    }
}
