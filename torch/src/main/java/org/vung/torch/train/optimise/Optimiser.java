package org.vung.torch.train.optimise;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Moves numbers against their gradient. Holds native memory until closed. */
public interface Optimiser extends AutoCloseable {

    /**
     * One step, in place.
     *
     * @param numbers [n]; the first {@code decayed} of them shrink by the weight decay
     * @param gradient [n]
     * @param decayed how many
     * @param rate the learning rate now
     */
    void step(Tensor numbers, Tensor gradient, long decayed, double rate);

    /**
     * What it remembers from step to step, for checkpoints to read and write.
     *
     * @return tensors by name, the live ones
     */
    Map<String, Tensor> memory();

    @Override
    void close();
}
