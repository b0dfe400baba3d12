package org.vung.torch.parallel;

import java.io.IOException;
import org.bytedeco.pytorch.Tensor;

/** A process by itself: every mean is its own number. */
record Alone() implements Group {

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public int ranks() {
        return 1;
    }

    @Override
    public void mean(Tensor tensor) {
        // There is nothing to add.
    }

    @Override
    public void spread(Tensor tensor) {
        // There is nobody to tell.
    }

    @Override
    public void lead(Work work) throws IOException {
        work.run();
    }

    @Override
    public void check() {
        // Nothing can break.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
