package org.vung.onnx;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why an .onnx file cannot be used, in one line: which file, what is wrong, the mend. */
public final class OnnxException extends IOException {

    private final transient Path file;

    /**
     * A failure.
     *
     * @param file which
     * @param what is wrong with it
     * @param mend what to do
     */
    public OnnxException(Path file, String what, String mend) {
        this(file, what, mend, null);
    }

    /**
     * A failure with its cause.
     *
     * @param file which
     * @param what is wrong with it
     * @param mend what to do
     * @param cause what the layer below threw
     */
    public OnnxException(Path file, String what, String mend, @Nullable Throwable cause) {
        super("cannot use " + file + ": " + what + "; " + mend, cause);
        this.file = file;
    }

    /**
     * The file.
     *
     * @return as it was named by the caller
     */
    public Path file() {
        return file;
    }
}
