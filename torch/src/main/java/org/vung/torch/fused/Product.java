package org.vung.torch.fused;

import static org.bytedeco.pytorch.global.torch.linear;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.layer.Convolution;
import org.vung.torch.device.Processor;

/**
 * A matrix product with an addition and a function.
 *
 * <p>In bfloat16 all of it is one pass of oneDNN's kernel, whose weights lie as it reads them: a third to a half less time. That kernel
 * does not check their order, and in float32 it was seen to read another than they were packed in; so float32 is left to BLAS,
 * and in bfloat16 the kernel's numbers are held against the plain ones before it is used.
 *
 * <p>Where vectors have 256 bits, float32 products of few channels are left to oneDNN, as a convolution along the pixels: BLAS is slow
 * where many pixels have few channels (32 → 21 at 512 × 512: 11 ms, so 7 ms, two cores of Zen 3), and its threads and libtorch's keep
 * each other waiting. A pixel of padding at both ends, cut off again, keeps oneDNN from its own kernel for 1 × 1, the one that divides
 * by a cache size.
 */
public final class Product {

    private static final Operator PACK = Operator.named("mkldnn::_reorder_linear_weight", "");
    private static final Operator MULTIPLY = Operator.named("mkldnn::_linear_pointwise", "");
    private static final Operator MULTIPLY_AND_ADD = Operator.named("mkldnn::_linear_pointwise", "binary");

    private static final long[] TRIED_ROWS = {1, 100, 1000};
    private static final long[] ENDS = {0, 1};
    private static final int MOST_CHANNELS = 128;

    private final Tensor plainWeight;
    private final TensorOptional plainBias;
    private final IValue weight;
    private final IValue bias;
    private final IValue function;
    private final IValue scalars;
    private final IValue none = Operator.none();
    private final IValue add = new IValue("add");
    private final Tail tail;
    private final boolean packed;
    private final @Nullable FusedConvolution along;

    /**
     * Packs the weights, where that helps.
     *
     * @param weight [out, in]
     * @param bias [out], or null
     * @param tail what follows; after an addition none or a ReLU
     * @param mayPack whether oneDNN's kernel is there
     */
    public Product(Tensor weight, @Nullable Tensor bias, Tail tail, boolean mayPack) {
        this.tail = tail;
        plainWeight = weight;
        plainBias = bias == null ? new TensorOptional() : new TensorOptional(bias);
        this.bias = bias == null ? none : new IValue(bias);
        function = new IValue(tail.name());
        scalars = Operator.scalars(tail.scalars());
        boolean half = mayPack && weight.scalar_type().intern() == torch.ScalarType.BFloat16 && weight.size(1) > 1;
        this.weight = half ? new IValue(PACK.call(new IValue(weight), none)) : none;
        packed = half && agrees();
        along = mayPack && !tail.adds() && isNarrow() ? along(bias) : null;
    }

    private boolean isNarrow() {
        return Processor.hasNarrowVectors()
                && plainWeight.scalar_type().intern() == torch.ScalarType.Float
                && plainWeight.size(1) > 1
                && Math.max(plainWeight.size(0), plainWeight.size(1)) <= MOST_CHANNELS;
    }

    private FusedConvolution along(@Nullable Tensor bias) {
        long out = plainWeight.size(0);
        long in = plainWeight.size(1);
        Convolution layer = Convolution.of(Math.toIntExact(in), Math.toIntExact(out), 1);
        return new FusedConvolution(plainWeight.view(out, in, 1, 1), bias, layer, ENDS, tail);
    }

    /** Whether packed weights give the numbers of plain ones, for few rows and for many. */
    private boolean agrees() {
        for (long rows : TRIED_ROWS) {
            try (PointerScope scope = new PointerScope()) {
                Tensor x = Operator.ramp(rows, plainWeight.size(1)).to(plainWeight.scalar_type());
                Tensor other = MULTIPLY.call(new IValue(x), weight, bias, new IValue("none"), scalars, none);
                if (!Operator.agree(linear(x, plainWeight, plainBias), other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * All that must live as long as this.
     *
     * @return native numbers and arguments
     */
    public List<Pointer> parts() {
        List<Pointer> parts = new ArrayList<>(
                packed ? List.of(weight, bias, function, scalars, none, add) : List.of(plainWeight, plainBias, none));
        if (along != null) {
            parts.addAll(along.parts());
        }
        return parts;
    }

    /**
     * The product and the function.
     *
     * @param x [rows, in]
     * @return [rows, out]
     */
    public Tensor run(Tensor x) {
        if (along != null) {
            long rows = x.size(0);
            Tensor line = x.view(1, 1, rows, x.size(1)).permute(0, 3, 1, 2); // [1, in, 1, rows]
            return along.run(line).narrow(3, 1, rows).permute(0, 2, 3, 1).view(rows, -1);
        }
        return packed
                ? MULTIPLY.call(new IValue(x), weight, bias, function, scalars, none)
                : tail.after(linear(x, plainWeight, plainBias));
    }

    /**
     * The product plus another matrix, and the function.
     *
     * @param x [rows, in]
     * @param other [rows, out]
     * @return [rows, out]
     */
    public Tensor run(Tensor x, Tensor other) {
        if (packed) {
            return tail.after(MULTIPLY_AND_ADD.call(new IValue(x), new IValue(other), weight, bias, add));
        }
        Tensor sum = linear(x, plainWeight, plainBias);
        sum.add_(other);
        return tail.after(sum);
    }
}
