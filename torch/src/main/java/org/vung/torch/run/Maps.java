package org.vung.torch.run;

import org.vung.nets.layer.Shape;

/** A batch of feature maps in plain memory: [count, channels, height, width], the last fastest. */
public final class Maps {

    private final int count;
    private final Shape shape;
    private final float[] numbers;

    /**
     * A batch over an array, which is shared, not copied.
     *
     * @param count maps in the batch, at least 1
     * @param shape of each
     * @param numbers [count, channels, height, width], the last fastest
     * @throws IllegalArgumentException if the array has another length
     */
    public Maps(int count, Shape shape, float[] numbers) {
        if (count < 1 || numbers.length != count * shape.numbers()) {
            throw new IllegalArgumentException("numbers must fill " + count + " × " + shape + " = "
                    + count * shape.numbers() + ", got " + numbers.length);
        }
        this.count = count;
        this.shape = shape;
        this.numbers = numbers;
    }

    /**
     * One map.
     *
     * @param shape its shape
     * @param numbers [channels, height, width], the last fastest; shared
     * @return a batch of one
     */
    public static Maps of(Shape shape, float... numbers) {
        return new Maps(1, shape, numbers);
    }

    /**
     * Maps in the batch.
     *
     * @return at least 1
     */
    public int count() {
        return count;
    }

    /**
     * The shape of each.
     *
     * @return channels × height × width
     */
    public Shape shape() {
        return shape;
    }

    /**
     * All numbers.
     *
     * @return [count, channels, height, width], the last fastest; shared, for reading
     */
    public float[] numbers() {
        return numbers;
    }

    @Override
    public String toString() {
        return count + " × " + shape;
    }
}
