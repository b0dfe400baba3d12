package org.vung.torch.train.feed;

import org.vung.data.order.EpochOrder;

/** Which images make up which batch: each epoch goes through all of them once, in an order of its own. Safe to share. */
public final class Turns {

    private final int images;
    private final int batch;
    private final Part part;
    private final EpochOrder order;
    private int known = -1;
    private int[] knownOrder = {};

    /**
     * Which of several processes this is.
     *
     * @param rank 0 … ranks − 1
     * @param ranks that share each step's images
     * @param seed of order and changes
     */
    public record Part(int rank, int ranks, long seed) {}

    /**
     * An image's turn.
     *
     * @param epoch how often the set has been gone through before
     * @param sample the image's place in the set
     */
    public record Turn(int epoch, int sample) {}

    /**
     * Turns of a set.
     *
     * @param images of the set, at least one
     * @param batch images of each
     * @param part which of several processes this is
     */
    public Turns(int images, int batch, Part part) {
        this.images = images;
        this.batch = batch;
        this.part = part;
        this.order = new EpochOrder(images, part.seed);
    }

    /**
     * Which image comes when.
     *
     * @param index of the batch, 0 and up
     * @param at place in the batch
     * @return its turn
     */
    public Turn of(long index, int at) {
        long number = (index * part.ranks + part.rank) * batch + at;
        int epoch = Math.toIntExact(number / images);
        return new Turn(epoch, sample(epoch, (int) (number % images)));
    }

    private synchronized int sample(int epoch, int place) {
        if (epoch != known) {
            knownOrder = order.of(epoch);
            known = epoch;
        }
        return knownOrder[place];
    }

    /**
     * How often the set has been gone through before a batch.
     *
     * @param index of the batch
     * @return 0 for the first time
     */
    public int epoch(long index) {
        return Math.toIntExact(index * part.ranks * batch / images);
    }

    /**
     * Images of each batch.
     *
     * @return at least 1
     */
    public int batch() {
        return batch;
    }

    /**
     * Which of several processes this is.
     *
     * @return the part
     */
    public Part part() {
        return part;
    }
}
