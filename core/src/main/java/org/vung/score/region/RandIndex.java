package org.vung.score.region;

import org.vung.score.Contingency;

/** The Rand index: the share of pairs of pixels that both partitions join, or both keep apart. W. M. Rand 1971. */
public final class RandIndex {

    private RandIndex() {}

    /**
     * Compares two partitions. The mean over several people's truths is the probabilistic Rand index (PRI).
     *
     * @param overlaps of both
     * @return 1 − (½ Σ n_u² + ½ Σ n_v² − Σ n_uv²) / C(n, 2), 0 … 1; NaN below two pixels
     */
    public static double of(Contingency overlaps) {
        double both = 0;
        for (int pair = 0; pair < overlaps.pairs(); pair++) {
            both += square(overlaps.count(pair));
        }
        double first = 0;
        for (int label = 0; label < overlaps.firstCount(); label++) {
            first += square(overlaps.firstSum(label));
        }
        double second = 0;
        for (int label = 0; label < overlaps.secondCount(); label++) {
            second += square(overlaps.secondSum(label));
        }
        double pixels = overlaps.pixels();
        return 1 - (first / 2 + second / 2 - both) / (pixels * (pixels - 1) / 2);
    }

    private static double square(long count) {
        return (double) count * count;
    }
}
