package org.vung.data.order;

import java.util.random.RandomGenerator;

/**
 * Random numbers that are the same on every JDK. The state grows by 0x9e3779b97f4a7c15 at every step and is mixed by the
 * finaliser of Steele, Lea and Flood (Fast splittable pseudorandom number generators, OOPSLA 2014; constants of Stafford's
 * variant 13). {@link RandomGenerator} leaves open how bounded, fractional and Gaussian numbers come from 64 bits and may change
 * it from one JDK to the next; so all that this project draws is written down here: {@code nextInt(bound)}, {@code nextInt()},
 * {@code nextBoolean()}, {@code nextFloat()}, {@code nextDouble()}, {@code nextDouble(from, to)} and {@code nextGaussian()}.
 *
 * <p>Not safe to share between threads, and no secret: do not make keys with it.
 */
public final class SplitMix64 implements RandomGenerator {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;
    private double spare = Double.NaN;

    /**
     * A generator that starts at a state.
     *
     * @param state any
     */
    public SplitMix64(long state) {
        this.state = state;
    }

    /**
     * The generator that belongs to a place, such as (seed, epoch, sample): a function of these numbers and their order alone.
     *
     * @param numbers any
     * @return a new generator
     */
    public static SplitMix64 at(long... numbers) {
        long state = numbers.length;
        for (long number : numbers) {
            state = mixed(mixed(state + GOLDEN) + number);
        }
        return new SplitMix64(state);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long bits) {
        long some = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long more = (some ^ (some >>> 27)) * 0x94d049bb133111ebL;
        return more ^ (more >>> 31);
    }

    /** The upper half of the 64 bits. */
    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /**
     * A whole number without bias: 31 bits modulo the bound, drawn again where they lie in the last, incomplete range.
     *
     * @param bound at least 1
     * @return 0 … bound − 1
     */
    @Override
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, got " + bound);
        }
        int complete = (int) ((1L << 31) / bound * bound - 1);
        int bits = nextInt() >>> 1;
        while (bits > complete) {
            bits = nextInt() >>> 1;
        }
        return bits % bound;
    }

    /** The topmost bit. */
    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** The upper 24 bits as a fraction. */
    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    /** The upper 53 bits as a fraction. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * A number between two others.
     *
     * @param from finite
     * @param to finite, at least {@code from}
     * @return from + (to − from) · {@link #nextDouble()}
     */
    @Override
    public double nextDouble(double from, double to) {
        if (!(from <= to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("range must be finite and grow, got " + from + " … " + to);
        }
        return from + (to - from) * nextDouble();
    }

    /** Marsaglia's polar method, which makes two numbers at a time: the second is kept for the next call. */
    @Override
    public double nextGaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double one = 2 * nextDouble() - 1;
        double other = 2 * nextDouble() - 1;
        double square = one * one + other * other;
        while (square >= 1 || square == 0) {
            one = 2 * nextDouble() - 1;
            other = 2 * nextDouble() - 1;
            square = one * one + other * other;
        }
        double stretch = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = other * stretch;
        return one * stretch;
    }
}
