package org.vung.torch.fused;

import static org.bytedeco.pytorch.global.torch.linear;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product with an addition and a function.
 *
 * <p>In bfloat16 all of it is one pass of oneDNN's kernel, whose weights lie as it reads them: a third to a half less time. That kernel
 * does not check their order, and in float32 it was seen to read another than they were packed in; so float32 is left to BLAS,
 * and in bfloat16 the kernel's numbers are held against the plain ones before it is used.
 */
public final class Product {

    private static final Operator PACK = Operator.named("mkldnn::_reorder_linear_weight", "");
    private static final Operator MULTIPLY = Operator.named("mkldnn::_linear_pointwise", "");
    private static final Operator MULTIPLY_AND_ADD = Operator.named("mkldnn::_linear_pointwise", "binary");

    private static final long[] TRIED_ROWS = {1, 100, 1000};

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
        return packed ? List.of(weight, bias, function, scalars, none, add) : List.of(plainWeight, plainBias, none);
    }

    /**
     * The product and the function.
     *
     * @param x [rows, in]
     * @return [rows, out]
     */
    public Tensor run(Tensor x) {
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
