package org.vung.cluster;

/**
 * When Lloyd's algorithm stops.
 *
 * @param iterations most iterations, at least 1
 * @param tolerance stops once the squared movements of all centres sum to at most this share of the points' variance (its
 *     mean over the axes); 0 goes on to the fixed point, where no centre moves
 */
public record Stop(int iterations, double tolerance) {

    /** Checks both. */
    public Stop {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, got " + iterations);
        }
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("tolerance must be at least 0, got " + tolerance);
        }
    }
}
