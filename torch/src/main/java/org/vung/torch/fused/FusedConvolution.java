package org.vung.torch.fused;

import static org.bytedeco.pytorch.global.torch.constant_pad_nd;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;

/**
 * A convolution with an addition and a function in the same pass of oneDNN's kernel.
 *
 * <p>Weights whose channels fill whole blocks of 16 are laid out once as the kernel reads them. The kernel does not check the
 * layout of such weights, and with other channels it was seen to read another than they were packed in; so those keep the common
 * layout, which it rearranges itself, and what is packed is held against the plain convolution first.
 */
public final class FusedConvolution {

    private static final Operator PACK = Operator.named("mkldnn::_reorder_convolution_weight", "");
    private static final Operator CONVOLVE = Operator.named("mkldnn::_convolution_pointwise", "");
    private static final Operator CONVOLVE_AND_ADD = Operator.named("mkldnn::_convolution_pointwise", "binary");

    private static final int BLOCK = 16;
    private static final int MANY_CHANNELS = 512;
    private static final int EXTRA_CHANNELS = 16;
    private static final int TRIED = 9;

    private final boolean widens;
    private final IValue weight;
    private final IValue bias;
    private final IValue padding;
    private final IValue stride;
    private final IValue dilation;
    private final IValue groups;
    private final IValue function;
    private final IValue scalars;
    private final IValue none = Operator.none();
    private final IValue add = new IValue("add");

    /**
     * Lays out the weights.
     *
     * @param weight [out, in ÷ groups, rows, columns]
     * @param bias [out], or null
     * @param layer its geometry
     * @param padding zeros before and after, of rows and of columns
     * @param tail what follows; after an addition none or a ReLU
     */
    public FusedConvolution(Tensor weight, @Nullable Tensor bias, Convolution layer, long[] padding, Tail tail) {
        // Pixels of 1,024 channels lie 4,096 bytes apart and displace each other from the cache. Sixteen channels of
        // zeros
        // bring 1,024 → 1,024 at 30×30 from 151 to 51 ms on a Zen 5 core, 512 → 512 at 66×66 from 67 to 61 ms.
        widens = weight.scalar_type().intern() == torch.ScalarType.Float
                && layer.groups() == 1
                && layer.in() % MANY_CHANNELS == 0;
        this.padding = Operator.integers(padding);
        stride = Operator.integers(pair(layer.stride()));
        dilation = Operator.integers(pair(layer.dilation()));
        groups = new IValue((long) layer.groups());
        Tensor wide = widens ? widened(weight) : weight;
        boolean fills = wide.size(1) % BLOCK == 0 && wide.size(0) % BLOCK == 0;
        Tensor packed = fills ? PACK.call(new IValue(wide), this.padding, stride, dilation, groups, none) : wide;
        this.bias = bias == null ? none : new IValue(bias);
        function = tail.adds() && !tail.hasFunction() ? none : new IValue(tail.name());
        scalars = Operator.scalars(tail.scalars());
        this.weight = new IValue(fills && agrees(packed, wide, layer) ? packed : wide);
    }

    /** Whether packed weights give the numbers of plain ones. */
    private boolean agrees(Tensor packed, Tensor plain, Convolution layer) {
        try (PointerScope scope = new PointerScope()) {
            long rows = (long) layer.dilation().rows() * (layer.kernel().rows() - 1) + TRIED;
            long columns = (long) layer.dilation().columns() * (layer.kernel().columns() - 1) + TRIED;
            Tensor x = Operator.ramp(1, rows, columns, plain.size(1) * layer.groups())
                    .to(plain.scalar_type())
                    .permute(0, 3, 1, 2);
            return Operator.agree(alone(x, packed), alone(x, plain));
        }
    }

    private Tensor alone(Tensor x, Tensor numbers) {
        IValue nothing = new IValue("none");
        return CONVOLVE.call(
                new IValue(x), new IValue(numbers), bias, padding, stride, dilation, groups, nothing, scalars, none);
    }

    private static long[] pair(Extent extent) {
        return new long[] {extent.rows(), extent.columns()};
    }

    private static Tensor widened(Tensor map) {
        return constant_pad_nd(map, new long[] {0, 0, 0, 0, 0, EXTRA_CHANNELS}, new Scalar(0.0))
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /**
     * All that must live as long as this.
     *
     * @return native numbers and arguments
     */
    public List<Pointer> parts() {
        return List.of(weight, bias, padding, stride, dilation, groups, function, scalars, none, add);
    }

    /**
     * The convolution and the function.
     *
     * @param x [N, in, H, W]
     * @return [N, out, H', W'], channels side by side
     */
    public Tensor run(Tensor x) {
        return CONVOLVE.call(input(x), weight, bias, padding, stride, dilation, groups, function, scalars, none);
    }

    /**
     * The convolution plus another map, and the function.
     *
     * @param x [N, in, H, W]
     * @param other [N, out, H', W']
     * @return [N, out, H', W'], channels side by side
     */
    public Tensor run(Tensor x, Tensor other) {
        IValue map = new IValue(other);
        return CONVOLVE_AND_ADD.call(
                input(x), map, weight, bias, padding, stride, dilation, groups, add, none, function, scalars, none);
    }

    private IValue input(Tensor x) {
        return new IValue(widens ? widened(x) : x);
    }
}
