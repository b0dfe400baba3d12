package org.vung.nets.layer;

import java.util.List;

/** Checks of what goes into a layer. */
final class Inputs {

    private Inputs() {}

    /** The only input. */
    static Shape single(List<Shape> inputs) {
        return exactly(1, inputs).get(0);
    }

    static List<Shape> exactly(int count, List<Shape> inputs) {
        if (inputs.size() != count) {
            throw new IllegalArgumentException("it must have " + count + (count == 1 ? " input" : " inputs") + ", got "
                    + inputs.size() + " " + inputs + "; wire it to " + count);
        }
        return inputs;
    }

    static List<Shape> atLeast(int count, List<Shape> inputs) {
        if (inputs.size() < count) {
            throw new IllegalArgumentException("it must have at least " + count + " inputs, got " + inputs.size() + " "
                    + inputs + "; wire it to more");
        }
        return inputs;
    }

    /** The only input, of so many channels. */
    static Shape channels(int channels, List<Shape> inputs) {
        Shape input = single(inputs);
        if (input.channels() != channels) {
            throw new IllegalArgumentException("its input must have " + channels + " channels, got " + input
                    + "; give the layer " + input.channels() + " input channels or wire it elsewhere");
        }
        return input;
    }

    static void sameSize(List<Shape> inputs) {
        for (Shape input : inputs) {
            if (!input.size().equals(inputs.get(0).size())) {
                throw new IllegalArgumentException("its inputs must have one height and width, got " + inputs
                        + "; crop, pad or resize one of them");
            }
        }
    }

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
        return value;
    }
}
