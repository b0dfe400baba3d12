package org.vung.nets.weights;

import java.io.IOException;

/** Why weights could not be read, written or matched, in words: the file, what is wrong with it, the mend. */
public final class WeightFileException extends IOException {

    /**
     * A failure.
     *
     * @param file what to call the file: a path, an address
     * @param problem what is wrong and where, and the mend if there is one
     */
    public WeightFileException(String file, String problem) {
        super(file + ": " + problem);
    }

    /**
     * A failure with its cause.
     *
     * @param file what to call the file: a path, an address
     * @param problem what is wrong and where, and the mend if there is one
     * @param cause what the layer below threw
     */
    public WeightFileException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
