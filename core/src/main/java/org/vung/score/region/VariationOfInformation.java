package org.vung.score.region;

import org.vung.score.Contingency;

/**
 * Variation of information in bits. M. Meilă 2007; the order of the parts is scikit-image's.
 *
 * @param splits H(prediction | truth): what the prediction tells apart and the truth does not
 * @param merges H(truth | prediction): what the prediction has lost
 */
public record VariationOfInformation(double splits, double merges) {

    private static final double LN_2 = Math.log(2);

    /**
     * Compares two partitions.
     *
     * @param overlaps first the truth, second the prediction; at least one pixel
     * @return both parts, at least 0
     */
    public static VariationOfInformation of(Contingency overlaps) {
        double pixels = overlaps.pixels();
        double splits = 0;
        double merges = 0;
        for (int pair = 0; pair < overlaps.pairs(); pair++) {
            double count = overlaps.count(pair);
            splits += count * Math.log(overlaps.firstSum(overlaps.first(pair)) / count);
            merges += count * Math.log(overlaps.secondSum(overlaps.second(pair)) / count);
        }
        return new VariationOfInformation(splits / pixels / LN_2, merges / pixels / LN_2);
    }

    /**
     * The distance of the partitions.
     *
     * @return bits, 0 for equal ones
     */
    public double total() {
        return splits + merges;
    }
}
