package org.vung.nets.layer;

/**
 * The shape of one feature map without its batch: channels × height × width. A vector of n numbers is n × 1 × 1.
 *
 * @param channels at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Shape(int channels, int height, int width) {

    /** Checks the three. */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "shape must be at least 1×1×1, got " + channels + "×" + height + "×" + width);
        }
    }

    /**
     * A vector.
     *
     * @param numbers its length, at least 1
     * @return numbers × 1 × 1
     */
    public static Shape vector(int numbers) {
        return new Shape(numbers, 1, 1);
    }

    /**
     * Height or width.
     *
     * @param axis which
     * @return its length
     */
    public int along(Axis axis) {
        return axis == Axis.ROWS ? height : width;
    }

    /**
     * Height and width.
     *
     * @return the extent
     */
    public Extent size() {
        return new Extent(height, width);
    }

    /**
     * All numbers of the map.
     *
     * @return channels · height · width
     */
    public long numbers() {
        return Math.multiplyExact((long) channels * height, (long) width);
    }

    /**
     * Another size of the same channels.
     *
     * @param rows the new height
     * @param columns the new width
     * @return a copy
     */
    public Shape sized(int rows, int columns) {
        return new Shape(channels, rows, columns);
    }

    /**
     * Other channels of the same size.
     *
     * @param count the new channels
     * @return a copy
     */
    public Shape withChannels(int count) {
        return new Shape(count, height, width);
    }

    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
