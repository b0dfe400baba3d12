package org.vung.torch.train.task;

import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;
import org.vung.torch.train.network.FlatParameters;

/**
 * A network that is taught, batch by batch. Holds native memory and a thread that reads ahead until it is closed.
 *
 * @param <B> what a batch is
 */
public final class Lessons<B> implements AutoCloseable {

    private final FlatParameters parameters;
    private final Batches<B> batches;
    private final Turns turns;
    private final Lesson<B> lesson;

    /**
     * What a network loses on a batch.
     *
     * @param <B> what a batch is
     */
    @FunctionalInterface
    public interface Lesson<B> {

        /**
         * Forward over a batch. Called inside a scope that ends after the backward pass.
         *
         * @param batch what is seen
         * @param index its number, from which all chance comes
         * @return one number that gradients flow back from
         */
        Tensor loss(B batch, long index);
    }

    /**
     * Lessons for a network.
     *
     * @param parameters what is trained; closed with this
     * @param batches what is learned from; closed with this
     * @param turns which image comes when
     * @param lesson what the network loses
     */
    public Lessons(FlatParameters parameters, Batches<B> batches, Turns turns, Lesson<B> lesson) {
        this.parameters = parameters;
        this.batches = batches;
        this.turns = turns;
        this.lesson = lesson;
    }

    /**
     * What is trained.
     *
     * @return closed with this
     */
    public FlatParameters parameters() {
        return parameters;
    }

    /**
     * Forward and back over one batch; the gradient of the loss divided by the parts is added to what is there.
     *
     * @param index the batch's number, from 0 on
     * @param parts batches that make up a step
     * @return the loss divided by the parts
     * @throws IOException if an image cannot be read
     */
    public double backward(long index, int parts) throws IOException {
        B batch = batches.at(index);
        try (PointerScope scope = new PointerScope()) {
            Tensor mean = lesson.loss(batch, index).div(new Scalar((double) parts));
            mean.backward();
            return mean.item_float();
        }
    }

    /**
     * How often the set has been gone through before a batch.
     *
     * @param batch its number
     * @return 0 for the first time
     */
    public int epoch(long batch) {
        return turns.epoch(batch);
    }

    @Override
    public void close() {
        batches.close();
        parameters.close();
    }
}
