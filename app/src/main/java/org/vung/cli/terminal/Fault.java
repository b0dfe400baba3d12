package org.vung.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.vung.image.codec.ImageException;
import org.vung.nets.weights.WeightFileException;
import org.vung.onnx.OnnxException;
import org.vung.torch.device.DeviceException;
import org.vung.torch.parallel.GroupException;
import org.vung.torch.train.DivergedException;

/**
 * What went wrong, for the person who typed the command.
 *
 * @param exitCode one of the codes in the help of {@code vung}
 * @param line what, where, the mend
 */
public record Fault(int exitCode, String line) {

    /** A fault of vung. */
    public static final int OURS = 1;

    /** The command was mistyped. */
    public static final int USAGE = 2;

    /** An input is no image, damaged, or nothing the method can work on. */
    public static final int BAD_INPUT = 3;

    /** A model file is not there, damaged, or does not fit; or the device is missing that it shall run on. */
    public static final int MODEL = 4;

    /** Some inputs failed; the rest is done. */
    public static final int SOME_FAILED = 5;

    /** A file, network or disk failed. */
    public static final int IO = 6;

    /** A limit or the memory was reached. */
    public static final int LIMIT = 7;

    /**
     * Words and code for what was thrown.
     *
     * @param failure anything
     * @return the fault
     */
    public static Fault of(Throwable failure) {
        if (failure instanceof ImageException image) {
            int code = switch (image.kind()) {
                case BAD_INPUT -> BAD_INPUT;
                case LIMIT -> LIMIT;
                case IO -> IO;
            };
            return new Fault(code, String.valueOf(image.getMessage()));
        }
        if (failure instanceof DeviceException device) {
            return new Fault(
                    device.kind() == DeviceException.Kind.MEMORY ? LIMIT : MODEL, String.valueOf(device.getMessage()));
        }
        if (failure instanceof GroupException) {
            return new Fault(IO, String.valueOf(failure.getMessage()));
        }
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (cause instanceof WeightFileException
                || cause instanceof OnnxException
                || cause instanceof DivergedException) {
            return new Fault(MODEL, String.valueOf(cause.getMessage()));
        }
        if (failure instanceof OutOfMemoryError) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
            return new Fault(
                    LIMIT,
                    "memory must suffice, and " + mebibytes
                            + " MiB did not; use a smaller image, or more with VUNG_JAVA_OPTIONS=-Xmx…g");
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return new Fault(IO, "input or output failed: " + failure.getMessage());
        }
        if (failure instanceof IllegalArgumentException || failure instanceof ArithmeticException) {
            return new Fault(BAD_INPUT, String.valueOf(failure.getMessage()));
        }
        return new Fault(OURS, "this is a fault of vung: " + failure + "; run it again with -v and report the trace");
    }

    /**
     * The same fault with the name of the input before it.
     *
     * @param name of the input
     * @return this fault if its line has the name already
     */
    public Fault at(String name) {
        return line.contains(name) ? this : new Fault(exitCode, name + ": " + line);
    }
}
