package org.vung.torch.train;

import java.io.IOException;

/** The loss is no longer a number. */
public final class DivergedException extends IOException {

    private static final long serialVersionUID = 1;

    DivergedException(long step, double loss) {
        super("loss must be a number, got " + loss + " at step " + step
                + "; the checkpoint before it is whole: lower the rate or set training.clip");
    }
}
