package org.vung.classic.meanshift;

/**
 * The weights g that the neighbours of a centre have in its next mean, at distance u in bandwidths. The density that such
 * steps climb has the kernel K whose slope is −g.
 */
public enum Kernel {
    /** g = 1 up to u = 1: plain means, as scikit-learn takes them. They climb the density of Epanechnikov's kernel. */
    FLAT(1) {
        @Override
        double weight(double square) {
            return square <= 1 ? 1 : 0;
        }

        @Override
        double density(double square) {
            return square <= 1 ? 0.75 * (1 - square) : 0;
        }
    },
    /** g = exp(−u²/2), cut off at u = 3. Such steps climb the density of the Gaussian kernel. */
    GAUSSIAN(3) {
        @Override
        double weight(double square) {
            return square <= 9 ? Math.exp(-0.5 * square) : 0;
        }

        @Override
        double density(double square) {
            return weight(square) / Math.sqrt(2 * Math.PI);
        }
    },
    /** g = 1 − u² up to u = 1. Such steps climb the density of the biweight kernel. */
    EPANECHNIKOV(1) {
        @Override
        double weight(double square) {
            return square <= 1 ? 1 - square : 0;
        }

        @Override
        double density(double square) {
            return square <= 1 ? 15.0 / 16 * (1 - square) * (1 - square) : 0;
        }
    };

    private final double reach;

    Kernel(double reach) {
        this.reach = reach;
    }

    /** How far weights reach, in bandwidths. */
    double reach() {
        return reach;
    }

    /**
     * A neighbour's weight.
     *
     * @param square squared distance in bandwidths, at least 0
     * @return g, 0 … 1
     */
    abstract double weight(double square);

    /**
     * A neighbour's share of the density in one dimension, which the steps climb.
     *
     * @param square squared distance in bandwidths, at least 0
     * @return K, of integral 1 over distance (the Gaussian's tail left out)
     */
    abstract double density(double square);
}
