package org.vung.classic.quickshift;

/**
 * The PCG64 generator (XSL-RR 128/64), seeded as NumPy's {@code default_rng(seed)} seeds it, so that a seed means the same
 * numbers here and there.
 *
 * <p>M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation", 2014; the seed is spread by the randutils seed sequence of the same author.
 */
final class Pcg64 {

    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;
    private static final int POOL = 4;

    private long high;
    private long low;
    private final long incrementHigh;
    private final long incrementLow;

    Pcg64(long seed) {
        long[] words = stretch(pool(seed));
        incrementHigh = (words[2] << 1) | (words[3] >>> 63);
        incrementLow = (words[3] << 1) | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    /** The next 64 bits. */
    long next() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** The next number of 53 bits in 0 … 1, 1 excluded. */
    double nextDouble() {
        return (next() >>> 11) * 0x1p-53;
    }

    private void step() {
        long carry = unsignedMultiplyHigh(low, MULTIPLIER_LOW);
        high = high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH + carry;
        low *= MULTIPLIER_LOW;
        add(incrementHigh, incrementLow);
    }

    private void add(long addHigh, long addLow) {
        low += addLow;
        high += addHigh + (Long.compareUnsigned(low, addLow) < 0 ? 1 : 0);
    }

    private static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    /** Four words in which every bit of the seed has touched every other. */
    private static int[] pool(long seed) {
        int[] pool = new int[POOL];
        int[] key = {0x43B0D7E5};
        for (int i = 0; i < POOL; i++) {
            pool[i] = scramble(i == 0 ? (int) seed : i == 1 ? (int) (seed >>> 32) : 0, key, 0x931E8875);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    int mixed = 0xCA01F9DD * pool[to] - 0x4973F715 * scramble(pool[from], key, 0x931E8875);
                    pool[to] = mixed ^ (mixed >>> 16);
                }
            }
        }
        return pool;
    }

    /** Eight words of 32 bits drawn from the pool, as four of 64. */
    private static long[] stretch(int[] pool) {
        long[] words = new long[4];
        int[] key = {0x8B51F9DD};
        for (int i = 0; i < 8; i++) {
            long word = scramble(pool[i % POOL], key, 0x58F38DED) & 0xFFFFFFFFL;
            words[i / 2] |= word << (32 * (i % 2));
        }
        return words;
    }

    private static int scramble(int value, int[] key, int factor) {
        int mixed = value ^ key[0];
        key[0] *= factor;
        mixed *= key[0];
        return mixed ^ (mixed >>> 16);
    }
}
