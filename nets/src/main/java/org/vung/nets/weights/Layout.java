package org.vung.nets.weights;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a tensor's numbers lie: number (i, j, …) stands {@code i · strides[0] + j · strides[1] + …} numbers after the
 * first. A transposed, flipped or repeated tensor is the same bytes under another layout.
 *
 * @param bytes the stored numbers
 * @param order of the bytes of one number
 * @param start place of number (0, 0, …) in {@code bytes}, in bytes
 * @param strides steps from a number to its neighbour along each axis, in numbers; may be 0 or negative
 */
public record Layout(Bytes bytes, ByteOrder order, long start, List<Long> strides) {

    /** Freezes the strides. */
    public Layout {
        strides = List.copyOf(strides);
    }

    /**
     * Numbers side by side, the last axis fastest.
     *
     * @param bytes the stored numbers
     * @param order of the bytes of one number
     * @param start place of the first number, in bytes
     * @param dimensions of the tensor
     * @return the layout
     */
    public static Layout contiguous(Bytes bytes, ByteOrder order, long start, List<Integer> dimensions) {
        return new Layout(bytes, order, start, rowMajor(dimensions));
    }

    /** Whether the numbers lie side by side, the last axis fastest. */
    boolean isContiguous(List<Integer> dimensions) {
        return strides.equals(rowMajor(dimensions));
    }

    /** Refuses a layout that reaches beyond its bytes; the arithmetic of hostile dimensions may overflow on the way. */
    void check(String name, ElementType type, List<Integer> dimensions) {
        if (strides.size() != dimensions.size()) {
            throw new IllegalArgumentException("strides must be as many as the " + dimensions.size() + " dimensions of "
                    + name + ", got " + strides.size());
        }
        if (dimensions.contains(0)) {
            return;
        }
        try {
            long lowest = 0;
            long highest = 0;
            for (int axis = 0; axis < dimensions.size(); axis++) {
                long reach = Math.multiplyExact(dimensions.get(axis) - 1L, strides.get(axis));
                lowest = Math.addExact(lowest, Math.min(reach, 0));
                highest = Math.addExact(highest, Math.max(reach, 0));
            }
            long first = Math.addExact(start, Math.multiplyExact(lowest, type.bytes()));
            long end = Math.addExact(start, Math.multiplyExact(Math.addExact(highest, 1), type.bytes()));
            if (start < 0 || first < 0 || end > bytes.length()) {
                throw beyond(name, "bytes " + first + " to " + end);
            }
        } catch (ArithmeticException overflow) {
            throw beyond(name, "places beyond 2^63");
        }
    }

    private IllegalArgumentException beyond(String name, String wanted) {
        return new IllegalArgumentException("the numbers of " + name + " must lie within the " + bytes.length()
                + " bytes that are stored, got " + wanted + "; the file is truncated or damaged");
    }

    private static List<Long> rowMajor(List<Integer> dimensions) {
        List<Long> strides = new ArrayList<>();
        long stride = 1;
        for (int axis = dimensions.size() - 1; axis >= 0; axis--) {
            strides.add(0, stride);
            stride *= dimensions.get(axis);
        }
        return strides;
    }
}
