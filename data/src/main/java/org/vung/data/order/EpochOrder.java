package org.vung.data.order;

/**
 * The order in which an epoch takes its samples: a function of seed and epoch alone, so that a run that was stopped goes on as
 * if it had not been. Fisher and Yates's shuffle from the last place to the first, drawing from {@link SplitMix64#at} (seed,
 * epoch), whose algorithm is written down; the same on every JDK.
 *
 * @param count samples, at least 1
 * @param seed any
 */
public record EpochOrder(int count, long seed) {

    /** Checks that there is something to order. */
    public EpochOrder {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1 sample, got " + count);
        }
    }

    /**
     * The samples of an epoch, each once.
     *
     * @param epoch at least 0
     * @return a permutation of 0 … count − 1, for the caller to keep
     */
    public int[] of(int epoch) {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must be at least 0, got " + epoch);
        }
        int[] order = new int[count];
        for (int at = 0; at < count; at++) {
            order[at] = at;
        }
        shuffle(order, SplitMix64.at(seed, epoch));
        return order;
    }

    /**
     * Shuffles numbers in place, every order equally likely.
     *
     * @param numbers any
     * @param random where chance comes from
     */
    public static void shuffle(int[] numbers, SplitMix64 random) {
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = kept;
        }
    }
}
