package org.vung.nets.layer;

import java.util.List;

/**
 * An array of numbers that a layer owns.
 *
 * @param name within the layer: {@code weight}, {@code bias}, {@code running_mean}, {@code running_var}
 * @param dimensions in PyTorch's order: convolution [out, in ÷ groups, rows, columns], transposed [in, out ÷ groups, rows,
 *     columns], linear [out, in], all others [channels]
 * @param start before any training
 * @param trained whether gradients change it; statistics are only gathered
 */
public record Parameter(String name, List<Integer> dimensions, Start start, boolean trained) {

    /** Copies the list. */
    public Parameter {
        dimensions = List.copyOf(dimensions);
    }

    /** A trained parameter. */
    static Parameter trained(String name, Start start, Integer... dimensions) {
        return new Parameter(name, List.of(dimensions), start, true);
    }

    /** A statistic of one number a channel. */
    static Parameter statistic(String name, Start start, int channels) {
        return new Parameter(name, List.of(channels), start, false);
    }

    /**
     * All its numbers.
     *
     * @return the product of the dimensions
     */
    public long numbers() {
        long product = 1;
        for (int dimension : dimensions) {
            product = Math.multiplyExact(product, dimension);
        }
        return product;
    }
}
