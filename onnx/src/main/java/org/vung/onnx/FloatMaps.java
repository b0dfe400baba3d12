package org.vung.onnx;

import java.util.List;
import org.vung.nets.layer.Shape;

/** An array of numbers in plain memory with its dimensions, the last fastest; of images and feature maps [N, C, H, W]. */
public final class FloatMaps {

    private final List<Integer> dimensions;
    private final float[] numbers;

    /**
     * Numbers over an array, which is shared, not copied.
     *
     * @param dimensions each at least 0; none for a single number
     * @param numbers as many as the product of the dimensions
     * @throws IllegalArgumentException if the array has another length
     */
    public FloatMaps(List<Integer> dimensions, float[] numbers) {
        long product = 1;
        for (int dimension : dimensions) {
            if (dimension < 0) {
                throw new IllegalArgumentException("dimensions must be at least 0, got " + dimensions);
            }
            product = Math.multiplyExact(product, dimension);
        }
        if (product != numbers.length) {
            throw new IllegalArgumentException(
                    "numbers must fill " + dimensions + " = " + product + ", got " + numbers.length);
        }
        this.dimensions = List.copyOf(dimensions);
        this.numbers = numbers;
    }

    /**
     * A batch of maps.
     *
     * @param count maps in the batch
     * @param shape of each
     * @param numbers [count, channels, height, width], the last fastest; shared
     * @return the batch
     * @throws IllegalArgumentException if the array has another length
     */
    public static FloatMaps of(int count, Shape shape, float... numbers) {
        return new FloatMaps(List.of(count, shape.channels(), shape.height(), shape.width()), numbers);
    }

    /**
     * The dimensions.
     *
     * @return N, C, H, W for maps
     */
    public List<Integer> dimensions() {
        return dimensions;
    }

    /**
     * All numbers.
     *
     * @return the last dimension fastest; shared, for reading
     */
    public float[] numbers() {
        return numbers;
    }

    /** From [N, C, H, W] to [N, H, W, C]. */
    FloatMaps channelsLast() {
        int channels = dimensions.get(1);
        int pixels = dimensions.get(2) * dimensions.get(3);
        float[] turned = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int image = i / (channels * pixels);
            int channel = i / pixels % channels;
            turned[(image * pixels + i % pixels) * channels + channel] = numbers[i];
        }
        return new FloatMaps(List.of(dimensions.get(0), dimensions.get(2), dimensions.get(3), channels), turned);
    }

    @Override
    public String toString() {
        return "numbers of " + dimensions;
    }
}
