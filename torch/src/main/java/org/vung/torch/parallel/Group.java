package org.vung.torch.parallel;

import java.io.IOException;
import org.bytedeco.pytorch.Tensor;

/**
 * The processes that train one network together. All of them call the same methods in the same order, with tensors of the same
 * sizes; each call returns once all have made it.
 */
public interface Group extends AutoCloseable {

    /**
     * Which of them this process is.
     *
     * @return 0 … {@link #ranks} − 1
     */
    int rank();

    /**
     * How many there are.
     *
     * @return 1 and up
     */
    int ranks();

    /**
     * Replaces a tensor by its mean over the processes; the same in all of them to the last bit.
     *
     * @param tensor contiguous
     * @throws GroupException if another process has ended or does not answer
     */
    void mean(Tensor tensor);

    /**
     * Replaces a tensor by that of rank 0.
     *
     * @param tensor contiguous
     * @throws GroupException if another process has ended or does not answer
     */
    void spread(Tensor tensor);

    /**
     * Work that rank 0 alone does, while the others wait as long as it takes; so long as all live.
     *
     * @param work for rank 0
     * @throws IOException what the work has thrown
     * @throws GroupException if another process has ended or does not answer
     */
    void lead(Work work) throws IOException;

    /**
     * Says what broke the group, if anything did; for failures that have come through native code and lost their kind.
     *
     * @throws GroupException the first failure again
     */
    void check();

    @Override
    void close();

    /** Something to be done. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @throws IOException if a file cannot be read or written
         */
        void run() throws IOException;
    }

    /**
     * Whether this process writes files and talks.
     *
     * @return true for rank 0
     */
    default boolean leads() {
        return rank() == 0;
    }

    /**
     * The mean of a number.
     *
     * @param own this process's
     * @return of all
     */
    default double mean(double own) {
        if (ranks() == 1) {
            return own;
        }
        try (Tensor number = Tensor.create(new double[] {own}, 1)) {
            mean(number);
            return number.item_double();
        }
    }

    /**
     * Whether any process wishes something.
     *
     * @param own this process's wish
     * @return true for all if one
     */
    default boolean any(boolean own) {
        return mean(own ? 1.0 : 0.0) > 0;
    }

    /**
     * Numbers of rank 0.
     *
     * @param own this process's, as many as rank 0's
     * @return those of rank 0
     */
    default double[] spread(double... own) {
        if (ranks() == 1) {
            return own.clone();
        }
        try (Tensor numbers = Tensor.create(own, own.length)) {
            spread(numbers);
            double[] told = new double[own.length];
            java.nio.DoubleBuffer buffer = numbers.createBuffer();
            buffer.get(told);
            return told;
        }
    }

    /**
     * One process by itself.
     *
     * @return a group of one
     */
    static Group alone() {
        return new Alone();
    }
}
