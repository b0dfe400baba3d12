package org.vung.data.augment;

import java.util.random.RandomGenerator;

/** A generator whose fractions are all alike, whose whole numbers are that share of the bound, and whose Gaussians are 1. */
record FixedChance(double fraction) implements RandomGenerator {

    @Override
    public long nextLong() {
        return fraction < 0.5 ? 0 : -1;
    }

    @Override
    public boolean nextBoolean() {
        return fraction >= 0.5;
    }

    @Override
    public double nextDouble() {
        return fraction;
    }

    @Override
    public int nextInt(int bound) {
        return (int) (fraction * bound);
    }

    @Override
    public double nextGaussian() {
        return 1;
    }
}
