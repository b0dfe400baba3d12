package org.vung.torch.train.task;

import java.io.IOException;
import org.vung.torch.train.network.FlatParameters;

/** A network that is taught, batch by batch. Holds native memory and a thread that reads ahead until it is closed. */
public interface Lessons extends AutoCloseable {

    /**
     * What is trained.
     *
     * @return closed with this
     */
    FlatParameters parameters();

    /**
     * Forward and back over one batch; the gradient of the loss divided by the parts is added to what is there.
     *
     * @param batch its number, from 0 on
     * @param parts batches that make up a step
     * @return the loss divided by the parts
     * @throws IOException if an image cannot be read
     */
    double backward(long batch, int parts) throws IOException;

    /**
     * How often the set has been gone through before a batch.
     *
     * @param batch its number
     * @return 0 for the first time
     */
    int epoch(long batch);

    @Override
    void close();
}
