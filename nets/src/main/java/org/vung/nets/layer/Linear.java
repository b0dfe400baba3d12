package org.vung.nets.layer;

import java.util.List;

/**
 * A matrix times a vector: input [in, 1, 1], output [out, 1, 1].
 *
 * @param in numbers taken
 * @param out numbers given
 * @param bias whether a number is added to each
 * @param start of the matrix, before training
 */
public record Linear(int in, int out, boolean bias, Start start) implements Layer {

    /** Checks every value. */
    public Linear {
        Inputs.positive("input numbers", in);
        Inputs.positive("output numbers", out);
    }

    /**
     * A matrix with He start.
     *
     * @param in numbers taken
     * @param out numbers given
     * @param bias whether a number is added to each
     */
    public Linear(int in, int out, boolean bias) {
        this(in, out, bias, Start.HE);
    }

    /**
     * Another start.
     *
     * @param other of the matrix
     * @return a copy
     */
    public Linear withStart(Start other) {
        return new Linear(in, out, bias, other);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape input = Inputs.channels(in, inputs);
        if (input.height() != 1 || input.width() != 1) {
            throw new IllegalArgumentException(
                    "its input must be " + in + "×1×1, got " + input + "; flatten or pool it first");
        }
        return Shape.vector(out);
    }

    @Override
    public List<Parameter> parameters() {
        Parameter weight = Parameter.trained("weight", start, out, in);
        return bias ? List.of(weight, Parameter.trained("bias", Start.ZERO, out)) : List.of(weight);
    }

    @Override
    public long multiplyAdds(Shapes shapes) {
        return (long) in * out;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.linear(this);
    }
}
