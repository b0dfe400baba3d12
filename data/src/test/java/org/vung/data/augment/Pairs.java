package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.order.SplitMix64;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/** Pairs for tests. */
final class Pairs {

    private Pairs() {}

    /** Grey 8-bit samples and labels that are the same numbers, row by row. */
    static Pair numbered(int height, int width, int... numbers) {
        byte[] samples = new byte[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            samples[at] = (byte) numbers[at];
        }
        Size size = new Size(height, width);
        return new Pair(Image.wrap(size, Layout.GREY, samples), LabelMap.wrap(size, numbers.clone()));
    }

    /** Chance samples of any kind, and chance labels out of those given. */
    static Pair chance(Size size, Layout layout, SampleType type, long seed, int... labels) {
        RandomGenerator random = new SplitMix64(seed);
        int channels = switch (layout) {
            case GREY -> 1;
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            case RGBA -> 4;
            case BANDS -> 5;
        };
        int length = size.pixels() * channels;
        byte[] bytes = new byte[length];
        short[] shorts = new short[length];
        float[] floats = new float[length];
        for (int at = 0; at < length; at++) {
            int number = random.nextInt(65536);
            bytes[at] = (byte) number;
            shorts[at] = (short) number;
            floats[at] = number / 65536f;
        }
        int[] truth = new int[size.pixels()];
        for (int at = 0; at < truth.length; at++) {
            truth[at] = labels[random.nextInt(labels.length)];
        }
        Image image = switch (type) {
            case UINT8 -> Image.wrap(size, layout, bytes);
            case UINT16 -> Image.wrap(size, layout, shorts);
            case FLOAT32 -> Image.wrap(size, layout, floats);
        };
        return new Pair(image, LabelMap.wrap(size, truth));
    }
}
