package org.vung.torch.device;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What there is of CUDA.
 *
 * @param state how far it comes
 * @param devices graphics processors that it names
 * @param reason why the first of them does not answer; empty for other states
 */
public record Cuda(State state, int devices, String reason) {

    /** How far CUDA comes. */
    public enum State {
        /** This build's libtorch is without it. */
        NOT_BUILT,
        /** Libtorch has it; the machine has no device, or no driver for it. */
        NO_DEVICE,
        /** There is a device, and it failed at an addition. */
        NO_ANSWER,
        /** The first device adds. */
        READY
    }

    private static final class Here {
        static final Cuda CUDA = look();
    }

    /**
     * What there is on this machine; libtorch is loaded for it.
     *
     * @return the same at every call
     * @throws DeviceException if there is no libtorch
     */
    public static Cuda found() {
        Library.load();
        return Here.CUDA;
    }

    private static Cuda look() {
        if (!Context.hasCUDART()) {
            return new Cuda(State.NOT_BUILT, 0, "");
        }
        int devices = torch.cuda_device_count();
        if (devices < 1) {
            return new Cuda(State.NO_DEVICE, 0, "");
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor two = torch.ones(1).cuda().add(new Scalar(1.0)).cpu();
            return two.item_float() == 2
                    ? new Cuda(State.READY, devices, "")
                    : new Cuda(State.NO_ANSWER, devices, "1 + 1 gave " + two.item_float());
        } catch (RuntimeException failed) {
            return new Cuda(
                    State.NO_ANSWER,
                    devices,
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * Whether networks can run on it.
     *
     * @return true if the first device answers
     */
    public boolean isReady() {
        return state == State.READY;
    }

    /**
     * Does nothing if networks can run on it.
     *
     * @throws DeviceException if not; the message says what is missing
     */
    void require() {
        String missing = switch (state) {
            case READY -> "";
            case NOT_BUILT -> "this build's libtorch is without CUDA; build with -Pcuda (VUNG_PROFILE=cuda ./vung)";
            case NO_DEVICE ->
                "libtorch has CUDA, but there is no NVIDIA device, or no driver for CUDA 13" + " (nvidia-smi tells)";
            case NO_ANSWER -> "libtorch has CUDA, but the device does not answer: " + reason;
        };
        if (!missing.isEmpty()) {
            throw new DeviceException(
                    DeviceException.Kind.ABSENT, "device cuda must be there: " + missing + "; or use --device cpu");
        }
    }

    /** Such as {@code with CUDA, no device}. */
    @Override
    public String toString() {
        return switch (state) {
            case NOT_BUILT -> "without CUDA";
            case NO_DEVICE -> "with CUDA, no device";
            case NO_ANSWER -> "with CUDA, a device that does not answer: " + reason;
            case READY -> "with CUDA, " + devices + (devices == 1 ? " device" : " devices");
        };
    }
}
