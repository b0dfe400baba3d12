package org.vung.torch.layer;

import static org.bytedeco.pytorch.global.torch.adaptive_avg_pool2d;
import static org.bytedeco.pytorch.global.torch.avg_pool2d;
import static org.bytedeco.pytorch.global.torch.batch_norm;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.conv_transpose2d;
import static org.bytedeco.pytorch.global.torch.group_norm;
import static org.bytedeco.pytorch.global.torch.hardsigmoid;
import static org.bytedeco.pytorch.global.torch.hardswish;
import static org.bytedeco.pytorch.global.torch.hardtanh;
import static org.bytedeco.pytorch.global.torch.instance_norm;
import static org.bytedeco.pytorch.global.torch.leaky_relu;
import static org.bytedeco.pytorch.global.torch.max_pool2d;
import static org.bytedeco.pytorch.global.torch.max_pool2d_with_indices;
import static org.bytedeco.pytorch.global.torch.pixel_shuffle;
import static org.bytedeco.pytorch.global.torch.prelu;
import static org.bytedeco.pytorch.global.torch.reflection_pad2d;
import static org.bytedeco.pytorch.global.torch.relu;
import static org.bytedeco.pytorch.global.torch.relu_;
import static org.bytedeco.pytorch.global.torch.sigmoid;
import static org.bytedeco.pytorch.global.torch.softmax;
import static org.bytedeco.pytorch.global.torch.tanh;
import static org.bytedeco.pytorch.global.torch.upsample_bilinear2d;
import static org.bytedeco.pytorch.global.torch.upsample_nearest2d;

import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.AveragePool;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.GroupNorm;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.InstanceNorm;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.LayerVisitor;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.PadChannels;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;
import org.vung.torch.fused.Tail;

/** Makes each kind of layer ready to run, for one node at a time. */
public final class Kernels implements LayerVisitor<Step> {

    private final LayerNumbers numbers;
    private final Wishes wishes;

    /**
     * Kernels for one node.
     *
     * @param numbers its parameters
     * @param wishes what the rest of the network allows and asks
     */
    public Kernels(LayerNumbers numbers, Wishes wishes) {
        this.numbers = numbers;
        this.wishes = wishes;
    }

    /**
     * What the rest of the network allows and asks of a node.
     *
     * @param places whether an unpooling asks this pooling where its largest were
     * @param inPlace whether the first input may be overwritten, since nothing else reads it
     * @param fuses whether oneDNN's kernels are there
     * @param tail what runs in the pass of a convolution; none unless {@code fuses}
     * @param training whether batches are normalised by themselves and channels dropped
     */
    public record Wishes(boolean places, boolean inPlace, boolean fuses, Tail tail, boolean training) {}

    /** A layer of one input. */
    interface Plain {
        Tensor run(Tensor input);
    }

    static Step plain(Plain plain) {
        return inputs -> Step.Value.of(plain.run(map(inputs, 0)));
    }

    static Tensor map(List<Step.Value> inputs, int at) {
        return inputs.get(at).map();
    }

    static long[] pair(Extent extent) {
        return new long[] {extent.rows(), extent.columns()};
    }

    @Override
    public Step input(Input layer) {
        return inputs -> inputs.get(0);
    }

    @Override
    public Step convolution(Convolution layer) {
        return new Convolving(numbers, wishes).of(layer);
    }

    @Override
    public Step transposedConvolution(TransposedConvolution layer) {
        Tensor weight = numbers.tensor("weight");
        TensorOptional bias = numbers.optional("bias");
        Padding crop = layer.padding();
        long[] even = {Math.min(crop.top(), crop.bottom()), Math.min(crop.left(), crop.right())};
        Crop rest = new Crop(
                crop.top() - (int) even[0],
                crop.bottom() - (int) even[0],
                crop.left() - (int) even[1],
                crop.right() - (int) even[1]);
        return plain(x -> cropped(
                conv_transpose2d(
                        x,
                        weight,
                        bias,
                        pair(layer.stride()),
                        even,
                        pair(layer.outputPadding()),
                        layer.groups(),
                        pair(layer.dilation())),
                rest));
    }

    @Override
    public Step inputDilation(InputDilation layer) {
        long f = layer.factor();
        return plain(x -> {
            Tensor nails = nails(x, f);
            return nails.narrow(2, 0, (x.size(2) - 1) * f + 1).narrow(3, 0, (x.size(3) - 1) * f + 1);
        });
    }

    @Override
    public Step bedOfNails(BedOfNails layer) {
        return plain(x -> nails(x, layer.factor()));
    }

    /** Each pixel at the top left of a block of zeros: [N, C, fH, fW]. */
    private static Tensor nails(Tensor x, long f) {
        Tensor blocks = x.contiguous().unsqueeze(3).unsqueeze(5); // [N, C, H, 1, W, 1]
        Tensor filled = constant_pad_nd(blocks, 0, f - 1, 0, 0, 0, f - 1); // [N, C, H, f, W, f]
        return filled.reshape(x.size(0), x.size(1), x.size(2) * f, x.size(3) * f);
    }

    @Override
    public Step upsample(Upsample layer) {
        return plain(x -> resized(x, x.size(2) * layer.factor(), x.size(3) * layer.factor(), layer.interpolation()));
    }

    @Override
    public Step resize(Resize layer) {
        return inputs -> Step.Value.of(
                resized(map(inputs, 0), map(inputs, 1).size(2), map(inputs, 1).size(3), layer.interpolation()));
    }

    private static Tensor resized(Tensor x, long rows, long columns, Interpolation interpolation) {
        DoubleOptional unset = new DoubleOptional();
        return switch (interpolation) {
            case NEAREST -> upsample_nearest2d(x, new long[] {rows, columns}, unset, unset);
            case BILINEAR -> upsample_bilinear2d(x, new long[] {rows, columns}, false, unset, unset);
            case BILINEAR_CORNERS -> upsample_bilinear2d(x, new long[] {rows, columns}, true, unset, unset);
        };
    }

    @Override
    public Step maxPool(MaxPool layer) {
        long[] kernel = pair(layer.kernel());
        long[] stride = pair(layer.stride());
        long[] dilation = pair(layer.dilation());
        long[] padding = padding("max pooling", layer.padding());
        if (!wishes.places()) {
            return plain(x -> max_pool2d(x, kernel, stride, padding, dilation, layer.ceil()));
        }
        return inputs -> {
            T_TensorTensor_T both =
                    max_pool2d_with_indices(map(inputs, 0), kernel, stride, padding, dilation, layer.ceil());
            // The pair owns its two tensors; ours must live on without it.
            return new Step.Value(new Tensor(both.get0()), new Tensor(both.get1()));
        };
    }

    private static long[] padding(String what, Padding padding) {
        if (!padding.isSymmetric()) {
            throw new IllegalArgumentException(what + " must have as much padding on both sides to run, got " + padding
                    + "; put a pad layer before it");
        }
        return new long[] {padding.top(), padding.left()};
    }

    @Override
    public Step maxUnpool(MaxUnpool layer) {
        boolean overlaps = layer.kernel().rows() > layer.stride().rows()
                || layer.kernel().columns() > layer.stride().columns();
        return inputs -> {
            Tensor map = map(inputs, 0);
            Tensor places = inputs.get(1).places();
            Tensor model = map(inputs, 2);
            return Step.Value.of(
                    overlaps ? unpooled(map.cpu(), places.cpu(), model).to(map) : unpooled(map, places, model));
        };
    }

    /**
     * Each number at the place it came from, zeros elsewhere. Windows that overlap may have their largest at one place, and the later
     * shall win: the processor puts the numbers of a channel down one after another. Threads of libtorch's own unpooling race for
     * such a place, and so does a graphics processor in either.
     */
    private static Tensor unpooled(Tensor map, Tensor places, Tensor model) {
        long count = map.size(0);
        long channels = map.size(1);
        long rows = model.size(2);
        long columns = model.size(3);
        Tensor numbers = Convolving.pixels(map).view(count, -1, channels);
        Tensor at = Convolving.pixels(places).view(count, -1, channels);
        Tensor room = torch.zeros(new long[] {count, rows * columns, channels}, map.options());
        return room.scatter(1, at, numbers).view(count, rows, columns, channels).permute(0, 3, 1, 2);
    }

    @Override
    public Step averagePool(AveragePool layer) {
        long[] padding = padding("average pooling", layer.padding());
        return plain(x -> avg_pool2d(
                x,
                pair(layer.kernel()),
                pair(layer.stride()),
                padding,
                layer.ceil(),
                layer.countPadding(),
                new LongOptional()));
    }

    @Override
    public Step adaptiveAveragePool(AdaptiveAveragePool layer) {
        return plain(x -> adaptive_avg_pool2d(x, pair(layer.size())));
    }

    @Override
    public Step batchNorm(BatchNorm layer) {
        TensorOptional weight = numbers.optional("weight");
        TensorOptional bias = numbers.optional("bias");
        TensorOptional mean = numbers.optional("running_mean");
        TensorOptional variance = numbers.optional("running_var");
        boolean own = wishes.training() && !layer.frozen();
        return plain(x -> batch_norm(x, weight, bias, mean, variance, own, layer.momentum(), layer.epsilon(), false));
    }

    @Override
    public Step groupNorm(GroupNorm layer) {
        TensorOptional weight = numbers.optional("weight");
        TensorOptional bias = numbers.optional("bias");
        return plain(x -> group_norm(x, layer.groups(), weight, bias, layer.epsilon(), false));
    }

    @Override
    public Step instanceNorm(InstanceNorm layer) {
        TensorOptional weight = numbers.optional("weight");
        TensorOptional bias = numbers.optional("bias");
        return plain(x -> instance_norm(
                x, weight, bias, new TensorOptional(), new TensorOptional(), true, 0, layer.epsilon(), false));
    }

    @Override
    public Step activation(Activation layer) {
        return switch (layer.function()) {
            case RELU -> wishes.inPlace() ? plain(Kernels::reluInPlace) : plain(x -> relu(x));
            case LEAKY_RELU -> plain(x -> leaky_relu(x, new Scalar(layer.slope())));
            case RELU6 -> plain(x -> hardtanh(x, new Scalar(0.0), new Scalar(6.0)));
            case SIGMOID -> plain(x -> sigmoid(x));
            case TANH -> plain(x -> tanh(x));
            case HARD_SIGMOID -> plain(x -> hardsigmoid(x));
            case HARD_SWISH -> plain(x -> hardswish(x));
            case SOFTMAX -> plain(x -> softmax(x, 1));
        };
    }

    private static Tensor reluInPlace(Tensor x) {
        relu_(x);
        return x;
    }

    @Override
    public Step pRelu(PRelu layer) {
        Tensor weight = numbers.tensor("weight");
        return plain(x -> prelu(x, weight));
    }

    @Override
    public Step dropout(Dropout layer) {
        if (!wishes.training() || layer.share() == 0) {
            return inputs -> Step.Value.of(map(inputs, 0));
        }
        return layer.channels()
                ? plain(x -> torch.feature_dropout(x, layer.share(), true))
                : plain(x -> torch.dropout(x, layer.share(), true));
    }

    @Override
    public Step linear(Linear layer) {
        Tensor weight = numbers.tensor("weight");
        TensorOptional bias = numbers.optional("bias");
        return plain(x ->
                torch.linear(x.reshape(x.size(0), layer.in()), weight, bias).reshape(x.size(0), layer.out(), 1, 1));
    }

    @Override
    public Step flatten(Flatten layer) {
        return plain(x -> x.contiguous().reshape(x.size(0), x.numel() / x.size(0), 1, 1));
    }

    @Override
    public Step concatenate(Concatenate layer) {
        return inputs -> Step.Value.of(
                cat(new TensorVector(inputs.stream().map(Step.Value::map).toArray(Tensor[]::new)), 1));
    }

    @Override
    public Step add(Add layer) {
        return inputs -> {
            Tensor sum = map(inputs, 0);
            for (int at = 1; at < inputs.size(); at++) {
                if (wishes.inPlace() || at > 1) {
                    sum.add_(map(inputs, at));
                } else {
                    sum = sum.add(map(inputs, at));
                }
            }
            return Step.Value.of(sum);
        };
    }

    @Override
    public Step multiply(Multiply layer) {
        return inputs -> Step.Value.of(map(inputs, 0).mul(map(inputs, 1)));
    }

    @Override
    public Step crop(Crop layer) {
        return plain(x -> cropped(x, layer));
    }

    private static Tensor cropped(Tensor x, Crop crop) {
        Tensor rows =
                crop.top() + crop.bottom() == 0 ? x : x.narrow(2, crop.top(), x.size(2) - crop.top() - crop.bottom());
        return crop.left() + crop.right() == 0
                ? rows
                : rows.narrow(3, crop.left(), x.size(3) - crop.left() - crop.right());
    }

    @Override
    public Step cropLike(CropLike layer) {
        return inputs -> {
            Tensor whole = map(inputs, 0);
            Shape model = shape(map(inputs, 1));
            long top = layer.before(Axis.ROWS, shape(whole), model);
            long left = layer.before(Axis.COLUMNS, shape(whole), model);
            return Step.Value.of(whole.narrow(2, top, model.height()).narrow(3, left, model.width()));
        };
    }

    private static Shape shape(Tensor map) {
        return new Shape(Math.toIntExact(map.size(1)), Math.toIntExact(map.size(2)), Math.toIntExact(map.size(3)));
    }

    @Override
    public Step pad(Pad layer) {
        Padding p = layer.padding();
        long[] sides = {p.left(), p.right(), p.top(), p.bottom()};
        return switch (layer.fill()) {
            case ZERO -> plain(x -> constant_pad_nd(x, sides));
            case REFLECT -> plain(x -> reflection_pad2d(x, sides));
        };
    }

    @Override
    public Step padChannels(PadChannels layer) {
        return plain(x -> constant_pad_nd(x, 0, 0, 0, 0, layer.before(), layer.after()));
    }

    @Override
    public Step pixelShuffle(PixelShuffle layer) {
        return plain(x -> pixel_shuffle(x, layer.factor()));
    }
}
