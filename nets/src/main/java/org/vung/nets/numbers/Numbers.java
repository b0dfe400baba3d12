package org.vung.nets.numbers;

import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Parameter;

/** Where the numbers of a network's parameters come from: a file, a formula, a training. */
@FunctionalInterface
public interface Numbers {

    /**
     * The numbers of one parameter.
     *
     * @param key {@code node.parameter}, as in {@link Graph#parameters()}
     * @param parameter what is asked for
     * @return as many numbers as its dimensions say, the last dimension fastest; not changed afterwards
     */
    float[] of(String key, Parameter parameter);

    /**
     * Asks and checks the length.
     *
     * @param key {@code node.parameter}
     * @param parameter what is asked for
     * @return its numbers
     * @throws IllegalArgumentException if there are more or fewer than the dimensions say
     */
    default float[] checked(String key, Parameter parameter) {
        float[] numbers = of(key, parameter);
        if (numbers.length != parameter.numbers()) {
            throw new IllegalArgumentException("parameter '" + key + "' must have " + parameter.numbers()
                    + " numbers for " + parameter.dimensions() + ", got " + numbers.length);
        }
        return numbers;
    }
}
