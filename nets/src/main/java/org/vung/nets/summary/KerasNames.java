package org.vung.nets.summary;

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

/** What Keras calls the class of a layer; a name in its manner where it has none (unpooling, bed of nails, input dilation). */
final class KerasNames implements LayerVisitor<String> {

    @Override
    public String input(Input layer) {
        return "InputLayer";
    }

    @Override
    public String convolution(Convolution layer) {
        return layer.groups() > 1 && layer.groups() == layer.in() ? "DepthwiseConv2D" : "Conv2D";
    }

    @Override
    public String transposedConvolution(TransposedConvolution layer) {
        return "Conv2DTranspose";
    }

    @Override
    public String inputDilation(InputDilation layer) {
        return "InputDilation2D";
    }

    @Override
    public String bedOfNails(BedOfNails layer) {
        return "BedOfNails2D";
    }

    @Override
    public String upsample(Upsample layer) {
        return "UpSampling2D";
    }

    @Override
    public String resize(Resize layer) {
        return "Resizing";
    }

    @Override
    public String maxPool(MaxPool layer) {
        return "MaxPooling2D";
    }

    @Override
    public String maxUnpool(MaxUnpool layer) {
        return "MaxUnpooling2D";
    }

    @Override
    public String averagePool(AveragePool layer) {
        return "AveragePooling2D";
    }

    @Override
    public String adaptiveAveragePool(AdaptiveAveragePool layer) {
        return layer.size().equals(Extent.square(1)) ? "GlobalAveragePooling2D" : "AdaptiveAveragePooling2D";
    }

    @Override
    public String batchNorm(BatchNorm layer) {
        return "BatchNormalization";
    }

    @Override
    public String groupNorm(GroupNorm layer) {
        return "GroupNormalization";
    }

    @Override
    public String instanceNorm(InstanceNorm layer) {
        return "InstanceNormalization";
    }

    @Override
    public String activation(Activation layer) {
        return layer.function() == Activation.Function.LEAKY_RELU ? "LeakyReLU" : "Activation";
    }

    @Override
    public String pRelu(PRelu layer) {
        return "PReLU";
    }

    @Override
    public String dropout(Dropout layer) {
        return layer.channels() ? "SpatialDropout2D" : "Dropout";
    }

    @Override
    public String linear(Linear layer) {
        return "Dense";
    }

    @Override
    public String flatten(Flatten layer) {
        return "Flatten";
    }

    @Override
    public String concatenate(Concatenate layer) {
        return "Concatenate";
    }

    @Override
    public String add(Add layer) {
        return "Add";
    }

    @Override
    public String multiply(Multiply layer) {
        return "Multiply";
    }

    @Override
    public String crop(Crop layer) {
        return "Cropping2D";
    }

    @Override
    public String cropLike(CropLike layer) {
        return "Cropping2D";
    }

    @Override
    public String padChannels(PadChannels layer) {
        return "ChannelPadding2D";
    }

    @Override
    public String pad(Pad layer) {
        return layer.fill() == Pad.Fill.ZERO ? "ZeroPadding2D" : "ReflectionPadding2D";
    }

    @Override
    public String pixelShuffle(PixelShuffle layer) {
        return "DepthToSpace";
    }
}
