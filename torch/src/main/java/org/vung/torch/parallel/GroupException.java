package org.vung.torch.parallel;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Another process of the group has ended, or does not answer. */
public final class GroupException extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    GroupException(String message, Throwable cause) {
        super(message, new IOException(message, cause));
    }
}
