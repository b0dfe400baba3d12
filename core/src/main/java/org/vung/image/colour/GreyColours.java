package org.vung.image.colour;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.SampleType;

/** Colours of 8-bit and 16-bit images with one colour channel, counted in a table of all values. */
final class GreyColours {

    private GreyColours() {}

    static Colours of(Image image) {
        int pixels = image.size().pixels();
        int[] table = image.type() == SampleType.UINT8
                ? histogram(image.sharedBytes(), image.channels(), pixels)
                : histogram(image.sharedShorts(), image.channels(), pixels);
        int distinct = 0;
        for (int count : table) {
            distinct += count > 0 ? 1 : 0;
        }
        float[] values = new float[distinct];
        int[] counts = new int[distinct];
        int colour = 0;
        for (int value = 0; value < table.length; value++) {
            if (table[value] > 0) {
                values[colour] = value;
                counts[colour] = table[value];
                table[value] = colour++;
            }
        }
        return new Colours(image.size(), 1, values, counts, naming(image, table));
    }

    private static Colours.Naming naming(Image image, int[] ranks) {
        int stride = image.channels();
        int width = image.width();
        return (perColour, out) -> RowBands.forEach(image.height(), (from, to) -> {
            if (image.type() == SampleType.UINT8) {
                byte[] samples = image.sharedBytes();
                for (int pixel = from * width; pixel < to * width; pixel++) {
                    out[pixel] = perColour[ranks[samples[pixel * stride] & 0xFF]];
                }
            } else {
                short[] samples = image.sharedShorts();
                for (int pixel = from * width; pixel < to * width; pixel++) {
                    out[pixel] = perColour[ranks[samples[pixel * stride] & 0xFFFF]];
                }
            }
        });
    }

    private static int[] histogram(byte[] samples, int stride, int pixels) {
        int[] table = new int[256];
        for (int pixel = 0; pixel < pixels; pixel++) {
            table[samples[pixel * stride] & 0xFF]++;
        }
        return table;
    }

    private static int[] histogram(short[] samples, int stride, int pixels) {
        int[] table = new int[65536];
        for (int pixel = 0; pixel < pixels; pixel++) {
            table[samples[pixel * stride] & 0xFFFF]++;
        }
        return table;
    }
}
