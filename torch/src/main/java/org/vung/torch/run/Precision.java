package org.vung.torch.run;

import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.torch.device.Device;
import org.vung.torch.device.Processor;

/** In which numbers a network is run. */
public enum Precision {
    /**
     * {@code BFLOAT16} where the processor (AVX512-BF16, AMX) or the graphics processor multiplies it in hardware and the network has at least ten
     * thousand million multiply-adds an image, else {@code FLOAT32}. Small networks gain little from it, and ENet gave 0.25 % of
     * the pixels of real road scenes another class.
     */
    AUTO,
    /** 24 bits of mantissa. */
    FLOAT32,
    /** The range of float32 with 8 bits of mantissa; sums are kept in float32. */
    BFLOAT16;

    private static final Extent ONE = Extent.square(1);
    private static final long LARGE = 10_000_000_000L;

    /**
     * The precision that is meant for a network on a device of this machine.
     *
     * @param graph the network at the size it runs at
     * @param device where it runs
     * @return never {@code AUTO}
     */
    public Precision here(Graph graph, Device device) {
        if (this == AUTO) {
            boolean fast = device == Device.CPU ? Processor.multipliesBfloat16() : device.multipliesBfloat16();
            return fast && Cost.of(graph).multiplyAdds() >= LARGE ? BFLOAT16 : FLOAT32;
        }
        return this;
    }

    /**
     * Whether libtorch's bfloat16 kernels give a layer's sums. Held against float64 at many shapes, those for a single channel, for
     * groups that are not one channel each, and for odd channels of transposed convolutions do not (libtorch 2.10, oneDNN 3.7);
     * such layers run in float32 between casts.
     *
     * @param layer any
     * @return whether it may run in bfloat16
     */
    public static boolean bfloat16Fits(Layer layer) {
        if (layer instanceof Convolution convolution) {
            boolean depthwise = convolution.groups() == convolution.in() && convolution.out() == convolution.in();
            return convolution.in() > 1 && (convolution.groups() == 1 || depthwise);
        }
        if (layer instanceof TransposedConvolution convolution) {
            return convolution.in() % 16 == 0 && convolution.out() > 1 && convolution.groups() == 1;
        }
        return true;
    }

    /**
     * Whether libtorch's bfloat16 kernels give a layer's gradients as well as its sums. Held against float32 at 4,000 shapes, that of the
     * input is wrong for an odd number of output channels, and that of the kernel (1e18, NaN) for dilated kernels on channels that are no
     * multiple of 16, from 31 columns on; kernels of one pixel, which run as products of matrices, are right (libtorch 2.10, oneDNN 3.7).
     * Such layers, and those whose groups are one channel each, are trained in float32 between casts.
     *
     * @param layer any
     * @return whether it may be trained in bfloat16
     */
    public static boolean bfloat16Trains(Layer layer) {
        if (layer instanceof Convolution convolution) {
            boolean product = convolution.kernel().equals(ONE)
                    && convolution.groups() == 1
                    && convolution.padding().equals(Padding.VALID);
            boolean dilated = !convolution.dilation().equals(ONE);
            boolean even = convolution.out() % 2 == 0 && (!dilated || convolution.in() % 16 == 0);
            return bfloat16Fits(layer) && (product || (even && convolution.groups() == 1));
        }
        if (layer instanceof TransposedConvolution convolution) {
            return bfloat16Fits(layer) && convolution.dilation().equals(ONE);
        }
        return true;
    }
}
