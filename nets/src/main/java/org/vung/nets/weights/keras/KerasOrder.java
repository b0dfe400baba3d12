package org.vung.nets.weights.keras;

import java.util.List;
import java.util.Locale;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;

/**
 * How a Keras file orders the axes of its kernels, and the way from there to the order of our layers: convolutions
 * [out, in, H, W], transposed convolutions [in, out, H, W], dense layers [out, in].
 */
public enum KerasOrder {

    /** Keras 2, and Keras 1 with TensorFlow's ordering: [H, W, in, out]; depthwise [H, W, in, multiplier]. */
    TENSORFLOW {
        @Override
        NamedTensor kernel(NamedTensor kernel) {
            if (!kernel.name().toLowerCase(Locale.ROOT).contains("depthwise")) {
                return kernel.permuted(3, 2, 0, 1);
            }
            List<Integer> sizes = kernel.dimensions();
            int groups = sizes.get(2) * sizes.get(3);
            return kernel.reshaped(List.of(sizes.get(0), sizes.get(1), 1, groups))
                    .permuted(3, 2, 0, 1);
        }
    },

    /** Keras 1 on Theano: [out, in, H, W], and a convolution that turns its kernel by 180 degrees, which is undone. */
    THEANO {
        @Override
        NamedTensor kernel(NamedTensor kernel) {
            return kernel.flipped(2, 3);
        }
    },

    /** Keras 1 with Theano's ordering on TensorFlow: [out, in, H, W], not turned. */
    THEANO_UNTURNED {
        @Override
        NamedTensor kernel(NamedTensor kernel) {
            return kernel;
        }
    };

    /** A tensor of four axes in our order. */
    abstract NamedTensor kernel(NamedTensor kernel);

    /**
     * A tensor in the order of our layers.
     *
     * @param tensor a convolution's kernel of four axes, a dense layer's of two, or any other, which stays as it is
     * @return the same numbers in our order
     */
    public NamedTensor convert(NamedTensor tensor) {
        return switch (tensor.dimensions().size()) {
            case 4 -> kernel(tensor);
            case 2 -> tensor.permuted(1, 0);
            default -> tensor;
        };
    }

    /**
     * All tensors in the order of our layers.
     *
     * @param weights as in the file
     * @return the same numbers in our order, under the same names
     */
    public Weights convert(Weights weights) {
        return Weights.of(weights.tensors().stream().map(this::convert).toList());
    }
}
