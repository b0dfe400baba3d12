package org.vung.nets.layer;

import java.util.List;

/**
 * What goes into a layer and what comes out of it.
 *
 * @param inputs the shapes it takes, in order
 * @param output the shape it gives
 */
public record Shapes(List<Shape> inputs, Shape output) {

    /** Copies the list. */
    public Shapes {
        inputs = List.copyOf(inputs);
    }

    /**
     * The first input.
     *
     * @return its shape
     */
    public Shape input() {
        return inputs.get(0);
    }
}
