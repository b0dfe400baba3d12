package org.vung.torch.train.network;

import static org.bytedeco.pytorch.global.torch.conv2d;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Padding;
import org.vung.torch.device.Processor;
import org.vung.torch.layer.Convolving;
import org.vung.torch.layer.LayerNumbers;
import org.vung.torch.layer.Step;

/**
 * A convolution on maps that lie plane by plane. Where vectors have 256 bits, oneDNN's gradients for maps with a pixel's channels side
 * by side fall out of the caches as soon as a row does: forward and backward of 256 channels at 136 × 136 take 1.7 s that way and 0.6 s
 * this way, with the rearranging (oneDNN 3.7 on Zen 3, two cores). Narrower rows, and AVX-512, are faster side by side.
 *
 * @param layer what it is
 * @param numbers its parameters
 */
record PlanarConvolution(Convolution layer, LayerNumbers numbers) implements Step {

    /** Bytes of a row of the input, all its channels, from which on planes are faster. */
    private static final long WIDE = 16L << 10;

    private static final int MANY = 32;

    /** Whether a layer is faster so on this machine. */
    static boolean fits(Convolution layer, Tensor input) {
        return Processor.hasNarrowVectors()
                && input.is_cpu()
                && layer.groups() == 1
                && Math.min(layer.in(), layer.out()) >= MANY
                && !layer.kernel().equals(Extent.square(1))
                && Float.BYTES * input.size(1) * input.size(3) >= WIDE;
    }

    @Override
    public Value run(List<Value> inputs) {
        Padding padding = layer.padding();
        boolean even = padding.isSymmetric();
        Tensor map = inputs.get(0).map();
        Tensor x = (even ? map : Convolving.padded(map, layer)).contiguous(); // [N, C, H, W]
        return Value.of(conv2d(
                x,
                numbers.tensor("weight").contiguous(),
                numbers.optional("bias"),
                new long[] {layer.stride().rows(), layer.stride().columns()},
                even ? new long[] {padding.top(), padding.left()} : new long[] {0, 0},
                new long[] {layer.dilation().rows(), layer.dilation().columns()},
                1));
    }
}
