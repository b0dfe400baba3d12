package org.vung.nets.graph;

import java.util.Locale;
import org.vung.nets.diagram.Kind;
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
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

/** A layer in the few words that fit into a box, and the kind of the box. */
final class Words implements LayerVisitor<Words.Label> {

    /** Kind and words. */
    record Label(Kind kind, String words) {}

    private static final Extent ONE = Extent.square(1);

    @Override
    public Label input(Input layer) {
        return new Label(Kind.INPUT, "input");
    }

    @Override
    public Label convolution(Convolution layer) {
        boolean depthwise = layer.groups() > 1 && layer.groups() == layer.in();
        String groups = depthwise || layer.groups() == 1 ? "" : ", " + layer.groups() + " groups";
        String words = (depthwise ? "depthwise " : "conv ")
                + layer.kernel()
                + step(layer.stride())
                + holes(layer.dilation())
                + groups;
        return new Label(Kind.CONVOLUTION, words);
    }

    private static String step(Extent stride) {
        return stride.equals(ONE) ? "" : ", ÷" + side(stride);
    }

    private static String holes(Extent dilation) {
        return dilation.equals(ONE) ? "" : ", dilated " + side(dilation);
    }

    private static String side(Extent extent) {
        return extent.rows() == extent.columns() ? String.valueOf(extent.rows()) : extent.toString();
    }

    @Override
    public Label transposedConvolution(TransposedConvolution layer) {
        return new Label(Kind.ENLARGE, "up-conv " + layer.kernel() + ", ×" + side(layer.stride()));
    }

    @Override
    public Label inputDilation(InputDilation layer) {
        return new Label(Kind.ENLARGE, "zeros between, ×" + layer.factor());
    }

    @Override
    public Label bedOfNails(BedOfNails layer) {
        return new Label(Kind.ENLARGE, "bed of nails ×" + layer.factor());
    }

    @Override
    public Label upsample(Upsample layer) {
        return new Label(Kind.ENLARGE, word(layer.interpolation()) + " ×" + layer.factor());
    }

    @Override
    public Label resize(Resize layer) {
        return new Label(Kind.ENLARGE, word(layer.interpolation()) + " resize");
    }

    private static String word(Interpolation interpolation) {
        return interpolation == Interpolation.NEAREST ? "nearest" : "bilinear";
    }

    @Override
    public Label maxPool(MaxPool layer) {
        return new Label(Kind.SHRINK, "max pool " + layer.kernel() + step(layer.stride()));
    }

    @Override
    public Label maxUnpool(MaxUnpool layer) {
        return new Label(Kind.ENLARGE, "unpool " + layer.kernel() + ", ×" + side(layer.stride()));
    }

    @Override
    public Label averagePool(AveragePool layer) {
        return new Label(Kind.SHRINK, "mean pool " + layer.kernel() + step(layer.stride()));
    }

    @Override
    public Label adaptiveAveragePool(AdaptiveAveragePool layer) {
        return new Label(Kind.SHRINK, layer.size().equals(ONE) ? "global mean" : "mean to " + layer.size());
    }

    @Override
    public Label batchNorm(BatchNorm layer) {
        return new Label(Kind.FUNCTION, "BN");
    }

    @Override
    public Label groupNorm(GroupNorm layer) {
        return new Label(Kind.FUNCTION, "GN");
    }

    @Override
    public Label instanceNorm(InstanceNorm layer) {
        return new Label(Kind.FUNCTION, "IN");
    }

    @Override
    public Label activation(Activation layer) {
        String word = switch (layer.function()) {
            case RELU -> "ReLU";
            case LEAKY_RELU -> "leaky ReLU";
            case RELU6 -> "ReLU6";
            default -> layer.function().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
        return new Label(Kind.FUNCTION, word);
    }

    @Override
    public Label pRelu(PRelu layer) {
        return new Label(Kind.FUNCTION, "PReLU");
    }

    @Override
    public Label dropout(Dropout layer) {
        return new Label(Kind.FUNCTION, "dropout");
    }

    @Override
    public Label linear(Linear layer) {
        return new Label(Kind.VECTOR, "linear");
    }

    @Override
    public Label flatten(Flatten layer) {
        return new Label(Kind.VECTOR, "flatten");
    }

    @Override
    public Label concatenate(Concatenate layer) {
        return new Label(Kind.JOIN, "concat");
    }

    @Override
    public Label add(Add layer) {
        return new Label(Kind.JOIN, "add");
    }

    @Override
    public Label multiply(Multiply layer) {
        return new Label(Kind.JOIN, "multiply");
    }

    @Override
    public Label crop(Crop layer) {
        return new Label(Kind.SIZE, "crop");
    }

    @Override
    public Label cropLike(CropLike layer) {
        return new Label(Kind.SIZE, "crop");
    }

    @Override
    public Label padChannels(PadChannels layer) {
        return new Label(Kind.SIZE, "pad channels");
    }

    @Override
    public Label pad(Pad layer) {
        return new Label(Kind.SIZE, layer.fill() == Pad.Fill.ZERO ? "pad" : "mirror pad");
    }

    @Override
    public Label pixelShuffle(PixelShuffle layer) {
        return new Label(Kind.ENLARGE, "pixel shuffle ×" + layer.factor());
    }
}
