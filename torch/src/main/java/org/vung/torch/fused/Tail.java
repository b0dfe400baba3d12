package org.vung.torch.fused;

import static org.bytedeco.pytorch.global.torch.hardswish_;
import static org.bytedeco.pytorch.global.torch.hardtanh_;
import static org.bytedeco.pytorch.global.torch.leaky_relu_;
import static org.bytedeco.pytorch.global.torch.relu_;
import static org.bytedeco.pytorch.global.torch.sigmoid_;
import static org.bytedeco.pytorch.global.torch.tanh_;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.nets.layer.Activation;

/**
 * What is done to the numbers of a product before they are written.
 *
 * @param adds whether another map of the same shape is added
 * @param name oneDNN's name of the function that follows, {@code none} for none
 * @param scalars its numbers
 */
public record Tail(boolean adds, String name, List<Double> scalars) {

    /** Copies the list. */
    public Tail {
        scalars = List.copyOf(scalars);
    }

    /** The product as it is. */
    public static final Tail NONE = new Tail(false, "none", List.of());

    /**
     * A function that follows a product.
     *
     * @param activation one that {@link #fits}
     * @return the product, then the function
     */
    public static Tail of(Activation activation) {
        return switch (activation.function()) {
            case RELU -> new Tail(false, "relu", List.of());
            case LEAKY_RELU -> leaky(activation.slope());
            case RELU6 -> new Tail(false, "hardtanh", List.of(0.0, 6.0));
            case SIGMOID -> new Tail(false, "sigmoid", List.of());
            case TANH -> new Tail(false, "tanh", List.of());
            case HARD_SWISH -> new Tail(false, "hardswish", List.of());
            case HARD_SIGMOID, SOFTMAX -> throw new IllegalArgumentException(activation + " must run by itself");
        };
    }

    /**
     * A leaky ReLU after a product.
     *
     * @param slope below 0
     * @return the product, then max(x, 0) + slope · min(x, 0)
     */
    public static Tail leaky(double slope) {
        return new Tail(false, "leaky_relu", List.of(slope));
    }

    /**
     * Whether a function can follow a product in one pass.
     *
     * @param function any
     * @return false for those that oneDNN's kernels lack
     */
    public static boolean fits(Activation.Function function) {
        return function != Activation.Function.HARD_SIGMOID && function != Activation.Function.SOFTMAX;
    }

    /**
     * The same with an addition before the function.
     *
     * @return the product plus another map, then the function
     */
    public Tail adding() {
        return new Tail(true, name, scalars);
    }

    /** Whether a function follows. */
    boolean hasFunction() {
        return !name.equals("none");
    }

    /** The function by itself, for products that cannot take it along; overwrites the map and gives it back. */
    Tensor after(Tensor map) {
        // What libtorch's functions in place give is no tensor of its own and ends with the one it was made from.
        switch (name) {
            case "relu" -> relu_(map);
            case "leaky_relu" -> leaky_relu_(map, new Scalar(scalars.get(0)));
            case "hardtanh" -> hardtanh_(map, new Scalar(scalars.get(0)), new Scalar(scalars.get(1)));
            case "sigmoid" -> sigmoid_(map);
            case "tanh" -> tanh_(map);
            case "hardswish" -> hardswish_(map);
            default -> {}
        }
        return map;
    }
}
