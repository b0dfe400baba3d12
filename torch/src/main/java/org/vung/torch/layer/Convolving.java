package org.vung.torch.layer;

import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.conv2d;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Padding;
import org.vung.torch.fused.FusedConvolution;
import org.vung.torch.fused.Product;
import org.vung.torch.fused.Winograd;

/** Makes a convolution ready to run, by the kernel that suits its geometry. */
public final class Convolving {

    private final LayerNumbers numbers;
    private final Kernels.Wishes wishes;

    Convolving(LayerNumbers numbers, Kernels.Wishes wishes) {
        this.numbers = numbers;
        this.wishes = wishes;
    }

    /** Ready to run. */
    Step of(Convolution layer) {
        boolean pointwise = layer.kernel().equals(Extent.square(1))
                && layer.groups() == 1
                && layer.padding().equals(Padding.VALID);
        if (pointwise) {
            return product(layer);
        }
        boolean even = layer.padding().isSymmetric();
        long[] padding =
                even ? new long[] {layer.padding().top(), layer.padding().left()} : new long[] {0, 0};
        UnaryOperator<Tensor> widen = even ? x -> x : x -> padded(x, layer);
        if (wishes.fuses() && Winograd.fits(layer, numbers.bfloat16())) {
            Winograd convolution =
                    new Winograd(numbers.loose("weight"), numbers.perhaps("bias"), layer, padding, wishes.tail());
            numbers.keep(convolution.parts());
            return fused(convolution::run, convolution::run, widen);
        }
        if (wishes.fuses()) {
            FusedConvolution convolution = new FusedConvolution(
                    numbers.loose("weight"), numbers.perhaps("bias"), layer, padding, wishes.tail());
            numbers.keep(convolution.parts());
            return fused(convolution::run, convolution::run, widen);
        }
        Tensor weight = numbers.tensor("weight");
        TensorOptional bias = numbers.optional("bias");
        long[] stride = Kernels.pair(layer.stride());
        long[] dilation = Kernels.pair(layer.dilation());
        return Kernels.plain(x -> conv2d(widen.apply(x), weight, bias, stride, padding, dilation, layer.groups()));
    }

    /**
     * A kernel of one pixel is a matrix product over the pixels, whose channels lie side by side.
     *
     * <p>It is also the way around oneDNN's own kernel for this case, which divides by a cache size and ends the process on
     * virtual machines that report none.
     */
    private Step product(Convolution layer) {
        Tensor matrix = numbers.loose("weight").reshape(layer.out(), layer.in());
        Product product = new Product(matrix, numbers.perhaps("bias"), wishes.tail(), wishes.fuses());
        numbers.keep(product.parts());
        return fused(
                x -> image(product.run(pixels(x)), x),
                (x, other) -> image(product.run(pixels(x), pixels(other)), x),
                x -> every(every(x, 2, layer.stride().rows()), 3, layer.stride().columns()));
    }

    /** [N, C, H, W] → [N · H · W, C]; no copy where the channels lie side by side. */
    static Tensor pixels(Tensor x) {
        return x.permute(0, 2, 3, 1).reshape(-1, x.size(1));
    }

    /** [N · H · W, C] → [N, C, H, W] with the N, H and W of a model. */
    private static Tensor image(Tensor pixels, Tensor model) {
        return pixels.view(model.size(0), model.size(2), model.size(3), pixels.size(1))
                .permute(0, 3, 1, 2);
    }

    private Step fused(UnaryOperator<Tensor> alone, BinaryOperator<Tensor> adding, UnaryOperator<Tensor> before) {
        return wishes.tail().adds()
                ? inputs -> Step.Value.of(adding.apply(before.apply(Kernels.map(inputs, 0)), Kernels.map(inputs, 1)))
                : Kernels.plain(x -> alone.apply(before.apply(x)));
    }

    private static Tensor every(Tensor x, long dimension, long step) {
        return step == 1 ? x : x.slice(dimension, new LongOptional(0), new LongOptional(x.size(dimension)), step);
    }

    /**
     * A convolution's input with the zeros around it that its padding asks for.
     *
     * @param x [N, C, H, W]
     * @param layer its geometry
     * @return [N, C, H', W']
     */
    public static Tensor padded(Tensor x, Convolution layer) {
        Padding.Pads rows = pads(x, layer, Axis.ROWS);
        Padding.Pads columns = pads(x, layer, Axis.COLUMNS);
        return constant_pad_nd(x, columns.before(), columns.after(), rows.before(), rows.after());
    }

    private static Padding.Pads pads(Tensor x, Convolution layer, Axis axis) {
        int length = Math.toIntExact(x.size(axis == Axis.ROWS ? 2 : 3));
        int window = layer.dilation().along(axis) * (layer.kernel().along(axis) - 1) + 1;
        return layer.padding().along(axis, length, window, layer.stride().along(axis));
    }
}
