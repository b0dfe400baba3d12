package org.vung.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.AveragePool;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.GroupNorm;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.InstanceNorm;
import org.vung.nets.layer.LayerVisitor;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.PadChannels;
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;
import org.vung.onnx.format.Attribute;

/** Says each kind of layer in ONNX's operators, for one node at a time; answers what the layer's value is called. */
final class Operators implements LayerVisitor<String> {

    private final Place place;
    private final Map<String, String> places;
    private final WindowOperators windows;
    private final SizeOperators sizes;

    /**
     * Operators for one node.
     *
     * @param place of the node
     * @param places poolings that an unpooling asks → the value that holds where their largest were
     */
    Operators(Place place, Map<String, String> places) {
        this.place = place;
        this.places = places;
        windows = new WindowOperators(place);
        sizes = new SizeOperators(place);
    }

    @Override
    public String input(Input layer) {
        return place.enter();
    }

    @Override
    public String convolution(Convolution layer) {
        return windows.convolution(layer);
    }

    @Override
    public String transposedConvolution(TransposedConvolution layer) {
        return windows.transposedConvolution(layer);
    }

    @Override
    public String inputDilation(InputDilation layer) {
        return sizes.nails(layer.factor(), true);
    }

    @Override
    public String bedOfNails(BedOfNails layer) {
        return sizes.nails(layer.factor(), false);
    }

    @Override
    public String upsample(Upsample layer) {
        return sizes.upsample(layer.factor(), layer.interpolation());
    }

    @Override
    public String resize(Resize layer) {
        return sizes.resize(layer.interpolation());
    }

    @Override
    public String maxPool(MaxPool layer) {
        return windows.maxPool(layer, Optional.ofNullable(places.get(place.layer())));
    }

    @Override
    public String maxUnpool(MaxUnpool layer) {
        String pool = place.node().inputs().get(1);
        String found = places.get(pool);
        if (found == null) {
            throw new IllegalArgumentException("second input of unpooling '" + place.layer()
                    + "' must be a max pooling to be written, got '" + pool + "'; wire it to the pooling itself");
        }
        return windows.maxUnpool(found);
    }

    @Override
    public String averagePool(AveragePool layer) {
        return windows.averagePool(layer);
    }

    @Override
    public String adaptiveAveragePool(AdaptiveAveragePool layer) {
        return sizes.adaptiveAveragePool(layer);
    }

    @Override
    public String batchNorm(BatchNorm layer) {
        List<String> taken = place.withParameters(place.x());
        if (!layer.affine()) {
            taken.add(1, place.same(1, layer.channels()));
            taken.add(2, place.same(0, layer.channels()));
        }
        return place.give("BatchNormalization", taken, epsilon(layer.epsilon()));
    }

    private static Attribute epsilon(double epsilon) {
        return Attribute.decimal("epsilon", epsilon);
    }

    /** A group is a channel of one long row to ONNX's instance norm; γ and β of each channel come afterwards. */
    @Override
    public String groupNorm(GroupNorm layer) {
        String rows = place.step("Reshape", place.x(), place.longs(0, layer.groups(), -1)); // [N, groups, C/groups·H·W]
        String one = place.same(1, layer.groups());
        String none = place.same(0, layer.groups());
        String even = place.step("InstanceNormalization", List.of(rows, one, none), epsilon(layer.epsilon()));
        String maps = place.step("Reshape", even, place.step("Shape", place.x())); // [N, C, H, W]
        String scaled =
                place.step("Mul", maps, place.alongChannels(layer.parameters().get(0)));
        return place.give(
                "Add", List.of(scaled, place.alongChannels(layer.parameters().get(1))));
    }

    @Override
    public String instanceNorm(InstanceNorm layer) {
        List<String> taken = place.withParameters(place.x());
        if (!layer.affine()) {
            taken.add(place.same(1, layer.channels()));
            taken.add(place.same(0, layer.channels()));
        }
        return place.give("InstanceNormalization", taken, epsilon(layer.epsilon()));
    }

    @Override
    public String activation(Activation layer) {
        List<String> x = List.of(place.x());
        return switch (layer.function()) {
            case RELU -> place.give("Relu", x);
            case LEAKY_RELU -> place.give("LeakyRelu", x, Attribute.decimal("alpha", layer.slope()));
            case RELU6 -> place.give("Clip", List.of(place.x(), place.decimal(0), place.decimal(6)));
            case SIGMOID -> place.give("Sigmoid", x);
            case TANH -> place.give("Tanh", x);
            case HARD_SIGMOID ->
                place.give("HardSigmoid", x, Attribute.decimal("alpha", 1 / 6.0), Attribute.decimal("beta", 0.5));
            case HARD_SWISH -> place.give("HardSwish", x);
            case SOFTMAX -> place.give("Softmax", x, Attribute.number("axis", 1));
        };
    }

    @Override
    public String pRelu(PRelu layer) {
        return place.give(
                "PRelu",
                List.of(place.x(), place.alongChannels(layer.parameters().get(0))));
    }

    @Override
    public String dropout(Dropout layer) {
        return place.give("Identity", List.of(place.x()));
    }

    @Override
    public String linear(Linear layer) {
        List<String> taken = place.withParameters(rows());
        return upright(place.step("Gemm", taken, Attribute.number("transB", 1)));
    }

    @Override
    public String flatten(Flatten layer) {
        return upright(rows());
    }

    /** Each image as one row: [N, C · H · W]. */
    private String rows() {
        return place.step("Flatten", List.of(place.x()), Attribute.number("axis", 1));
    }

    /** Each row as a map of one pixel: [N, numbers, 1, 1]. */
    private String upright(String rows) {
        return place.give("Unsqueeze", List.of(rows, place.longs(2, 3)));
    }

    @Override
    public String concatenate(Concatenate layer) {
        return place.give("Concat", place.inputs(), Attribute.number("axis", 1));
    }

    @Override
    public String add(Add layer) {
        List<String> inputs = place.inputs();
        String sum = place.x();
        for (int at = 1; at < inputs.size() - 1; at++) {
            sum = place.step("Add", sum, inputs.get(at));
        }
        return place.give("Add", List.of(sum, inputs.get(inputs.size() - 1)));
    }

    @Override
    public String multiply(Multiply layer) {
        return place.give("Mul", place.inputs());
    }

    @Override
    public String crop(Crop layer) {
        return sizes.crop(layer);
    }

    @Override
    public String cropLike(CropLike layer) {
        return sizes.cropLike(layer);
    }

    @Override
    public String pad(Pad layer) {
        return sizes.pad(layer);
    }

    @Override
    public String padChannels(PadChannels layer) {
        return place.give(
                "Pad",
                List.of(place.x(), place.longs(0, layer.before(), 0, 0, 0, layer.after(), 0, 0)),
                Attribute.text("mode", "constant"));
    }

    @Override
    public String pixelShuffle(PixelShuffle layer) {
        return place.give(
                "DepthToSpace",
                List.of(place.x()),
                Attribute.number("blocksize", layer.factor()),
                Attribute.text("mode", "CRD"));
    }
}
