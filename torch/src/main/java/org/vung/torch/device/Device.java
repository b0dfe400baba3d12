package org.vung.torch.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.name.NearestName;

/** Where a network runs. */
public enum Device {
    /** {@code CUDA} where libtorch has it and a device answers, else {@code CPU}. */
    AUTO,
    /** The processor, all its cores. */
    CPU,
    /** The first graphics processor that CUDA names; {@code CUDA_VISIBLE_DEVICES} chooses among several. */
    CUDA;

    /**
     * Reads a device.
     *
     * @param text {@code auto}, {@code cpu} or {@code cuda}, in any case
     * @return the device
     * @throws IllegalArgumentException if it is none of them; the message lists them
     */
    public static Device of(String text) {
        for (Device device : values()) {
            if (device.text().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return device;
            }
        }
        throw new IllegalArgumentException("device must be one of " + String.join(", ", texts()) + ", got '" + text
                + "'" + NearestName.hint(text, texts()));
    }

    /**
     * What devices are called where they are typed.
     *
     * @return in lower case, {@code auto} first
     */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Device::text).toList();
    }

    /**
     * What it is called where it is typed and reported.
     *
     * @return in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The device that is meant on this machine.
     *
     * @return {@code CPU} or {@code CUDA}
     * @throws DeviceException if it is {@code CUDA}, and libtorch or the machine lacks it; the message says which
     */
    public Device here() {
        return this == CPU ? CPU : given(Cuda.found());
    }

    /** The device that is meant where CUDA is as it was found. */
    Device given(Cuda cuda) {
        if (this == CUDA) {
            cuda.require();
        }
        return this == CUDA || (this == AUTO && cuda.isReady()) ? CUDA : CPU;
    }

    /**
     * Whether bfloat16 is multiplied in hardware.
     *
     * @return true for graphics processors of compute capability 8.0 and later; false for the processor, which is asked elsewhere
     */
    public boolean multipliesBfloat16() {
        return this == CUDA && torch.getCUDAHooks().supportsBFloat16ConvolutionWithCuDNNv8();
    }

    /**
     * A tensor's numbers in the memory of this device; the tensor itself if they are there.
     *
     * @param tensor on any device
     * @return the same numbers, type and order
     */
    public Tensor place(Tensor tensor) {
        return switch (this) {
            case AUTO -> throw new IllegalStateException("device must be cpu or cuda to hold tensors, got auto");
            case CPU -> tensor.cpu();
            case CUDA -> tensor.cuda();
        };
    }

    /**
     * Moves a module's numbers to the memory of this device.
     *
     * @param module on the processor
     */
    public void place(JitModule module) {
        if (this == CUDA) {
            module.to(new org.bytedeco.pytorch.Device(torch.DeviceType.CUDA));
        }
    }

    /** Returns when the device has done what it was given; a graphics processor is given work ahead of time. */
    public void finish() {
        if (this == CUDA) {
            torch.cuda_synchronize();
        }
    }
}
