package org.vung.torch.train.network;

import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Convolution;
import org.vung.torch.layer.Convolving;
import org.vung.torch.layer.LayerNumbers;
import org.vung.torch.layer.Step;

/**
 * A convolution whose outputs look at one input channel each, as a sum over the kernel's taps of shifted maps times numbers. oneDNN's
 * gradient of the input is wrong for such layers, in float32 too: numbers of chance, up to NaN (libtorch 2.10, oneDNN 3.7). With one
 * pass over the maps a tap it is slower than oneDNN, so where nobody asks for that gradient its kernel is used.
 *
 * @param layer one whose groups are one channel each
 * @param numbers its parameters
 */
record TapSum(Convolution layer, LayerNumbers numbers) implements Step {

    /** Whether a layer is one of these. */
    static boolean fits(Convolution layer) {
        return layer.in() == layer.groups()
                && layer.kernel().rows() * layer.kernel().columns() > 1;
    }

    @Override
    public Value run(List<Value> inputs) {
        Tensor x = Convolving.padded(inputs.get(0).map(), layer); // [N, C, H, W]
        if (layer.groups() > 1 && layer.out() != layer.in()) {
            x = x.repeat_interleave(layer.out() / layer.in(), new LongOptional(1), new LongOptional());
        }
        Tensor weight = numbers.tensor("weight"); // [out, 1, rows, columns]
        long height = length(x.size(2), Axis.ROWS);
        long width = length(x.size(3), Axis.COLUMNS);
        @Nullable Tensor sum = null;
        for (int row = 0; row < layer.kernel().rows(); row++) {
            for (int column = 0; column < layer.kernel().columns(); column++) {
                Tensor seen = every(every(x, row, height, Axis.ROWS), column, width, Axis.COLUMNS);
                Tensor tap = weight.select(3, column).select(2, row).reshape(1, layer.out(), 1, 1);
                Tensor product = seen.mul(tap);
                sum = sum == null ? product : sum.add_(product);
            }
        }
        Tensor bias = numbers.perhaps("bias");
        Tensor out = Objects.requireNonNull(sum);
        return Value.of(bias == null ? out : out.add(bias.view(1, -1, 1, 1)));
    }

    private int window(Axis axis) {
        return layer.dilation().along(axis) * (layer.kernel().along(axis) - 1) + 1;
    }

    /** Of the output, from the padded input's. */
    private long length(long padded, Axis axis) {
        return (padded - window(axis)) / layer.stride().along(axis) + 1;
    }

    private Tensor every(Tensor x, int tap, long length, Axis axis) {
        long start = (long) tap * layer.dilation().along(axis);
        long stride = layer.stride().along(axis);
        return x.slice(
                axis == Axis.ROWS ? 2 : 3,
                new LongOptional(start),
                new LongOptional(start + (length - 1) * stride + 1),
                stride);
    }
}
