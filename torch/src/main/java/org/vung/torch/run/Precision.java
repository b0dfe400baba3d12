package org.vung.torch.run;

import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.torch.device.Device;

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
}
