package org.vung.torch.train.task;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable Rival<B> rival;

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
     * A second network that is taught beside the first and moves before it on every batch: the discriminator of a generator.
     *
     * @param <B> what a batch is
     */
    public interface Rival<B> {

        /**
         * What is trained of it.
         *
         * @return closed with the lessons
         */
        FlatParameters parameters();

        /**
         * What the rival loses on a batch. The network's own lesson on it follows in the same scope.
         *
         * @param batch what is seen
         * @return one number that gradients flow back from, to the rival alone
         */
        Tensor loss(B batch);
    }

    /** Moves a network by the gradient that lies in its parameters. */
    @FunctionalInterface
    public interface Mover {

        /**
         * One step of an optimiser.
         *
         * @param parameters of the network
         */
        void move(FlatParameters parameters);
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
        this(parameters, batches, turns, lesson, null);
    }

    /**
     * Lessons for a network and its rival.
     *
     * @param parameters what is trained; closed with this
     * @param batches what is learned from; closed with this
     * @param turns which image comes when
     * @param lesson what the network loses
     * @param rival that is taught beside it, or null
     */
    public Lessons(
            FlatParameters parameters, Batches<B> batches, Turns turns, Lesson<B> lesson, @Nullable Rival<B> rival) {
        this.parameters = parameters;
        this.batches = batches;
        this.turns = turns;
        this.lesson = lesson;
        this.rival = rival;
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
     * What is trained of the rival.
     *
     * @return closed with this; nothing where there is none
     */
    public Optional<FlatParameters> rival() {
        return Optional.ofNullable(rival).map(Rival::parameters);
    }

    /**
     * Forward and back over one batch; the gradient of the loss divided by the parts is added to what is there. A rival learns from
     * the batch and moves first.
     *
     * @param index the batch's number, from 0 on
     * @param parts batches that make up a step
     * @param mover of the rival
     * @return the loss divided by the parts
     * @throws IOException if an image cannot be read
     */
    public double backward(long index, int parts, Mover mover) throws IOException {
        B batch = batches.at(index);
        try (PointerScope scope = new PointerScope()) {
            if (rival != null) {
                FlatParameters own = rival.parameters();
                own.gradient().zero_();
                rival.loss(batch).backward();
                mover.move(own);
            }
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
        if (rival != null) {
            rival.parameters().close();
        }
    }
}
