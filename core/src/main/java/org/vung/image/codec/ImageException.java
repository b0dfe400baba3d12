package org.vung.image.codec;

import java.io.IOException;

/** Why an image could not be read or written, in one line: what, where, the mend. */
public final class ImageException extends IOException {

    /** What went wrong, as far as it changes what the caller does next. */
    public enum Kind {
        /** The bytes are no image, damaged, or of a kind that is not supported. */
        BAD_INPUT,
        /** The image is larger than the limits allow. */
        LIMIT,
        /** The file or network failed: missing, not allowed, disk full, no answer. */
        IO
    }

    private final Kind kind;

    /**
     * A failure.
     *
     * @param kind what went wrong
     * @param message one line: what, where, the mend
     */
    public ImageException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * A failure with its cause.
     *
     * @param kind what went wrong
     * @param message one line: what, where, the mend
     * @param cause what the layer below threw
     */
    public ImageException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
