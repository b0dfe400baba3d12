package org.vung.score.region;

import org.vung.score.Contingency;

/**
 * The adapted Rand error as scikit-image 0.19 has it: 1 − F of pairs of pixels, where pixels with label 0 in the truth are left
 * out.
 *
 * <p>I. Arganda-Carreras et al., "Crowdsourcing the creation of image segmentation algorithms for connectomics" (2015). Pairs are
 * counted without a pixel's pair with itself. scikit-image hands out precision and recall under each other's names (its issue
 * 6485); here they bear the names of their meaning.
 *
 * @param precision share of the prediction's pairs that the truth joins, too
 * @param recall share of the truth's pairs that the prediction joins, too
 */
public record AdaptedRand(double precision, double recall) {

    /**
     * Compares two partitions.
     *
     * @param overlaps first the truth, where label 0 is left out, second the prediction
     * @return both shares; NaN where no two pixels are joined
     */
    public static AdaptedRand of(Contingency overlaps) {
        Contingency objects = overlaps.withoutFirst(0);
        double both = 0;
        for (int pair = 0; pair < objects.pairs(); pair++) {
            both += pairs(objects.count(pair));
        }
        double truth = 0;
        for (int label = 0; label < objects.firstCount(); label++) {
            truth += pairs(objects.firstSum(label));
        }
        double said = 0;
        for (int label = 0; label < objects.secondCount(); label++) {
            said += pairs(objects.secondSum(label));
        }
        return new AdaptedRand(both / said, both / truth);
    }

    private static double pairs(long count) {
        return (double) count * (count - 1);
    }

    /**
     * The score.
     *
     * @return 1 − 2 · precision · recall / (precision + recall), 0 for equal partitions
     */
    public double error() {
        return 1 - 2 * precision * recall / (precision + recall);
    }
}
