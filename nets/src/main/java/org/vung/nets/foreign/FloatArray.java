package org.vung.nets.foreign;

import java.util.List;

/** Numbers with their dimensions, the last fastest. */
public final class FloatArray {

    private final List<Integer> dimensions;
    private final float[] numbers;

    /**
     * Numbers over an array, which is shared, not copied.
     *
     * @param dimensions each at least 0
     * @param numbers as many as the product of the dimensions
     * @throws IllegalArgumentException if the array has another length
     */
    public FloatArray(List<Integer> dimensions, float[] numbers) {
        long product = 1;
        for (int dimension : dimensions) {
            product = Math.multiplyExact(product, dimension);
        }
        if (product != numbers.length) {
            throw new IllegalArgumentException(
                    "numbers must fill " + dimensions + " = " + product + ", got " + numbers.length);
        }
        this.dimensions = List.copyOf(dimensions);
        this.numbers = numbers;
    }

    /** From [pixels, planes] to [planes, pixels]. */
    static float[] planar(float[] interleaved, int planes) {
        int pixels = interleaved.length / planes;
        float[] numbers = new float[interleaved.length];
        for (int plane = 0; plane < planes; plane++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                numbers[plane * pixels + pixel] = interleaved[pixel * planes + plane];
            }
        }
        return numbers;
    }

    /**
     * The dimensions.
     *
     * @return outermost first
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

    @Override
    public String toString() {
        return "numbers of " + dimensions;
    }
}
