package org.vung.torch.train;

import java.io.IOException;

/** The loss or the weights are no longer numbers. */
public final class DivergedException extends IOException {

    private static final long serialVersionUID = 1;

    private DivergedException(String what, String got, long step) {
        super(what + " must be a number, got " + got + " at step " + step
                + "; the files of the run are those from before: begin a new one with a lower rate or training.clip, from"
                + " their last.vung if you like (model.weights)");
    }

    static DivergedException loss(long step, double loss) {
        return new DivergedException("loss", Double.toString(loss), step);
    }

    static DivergedException weights(long step) {
        return new DivergedException("every weight", "NaN or infinity", step);
    }
}
