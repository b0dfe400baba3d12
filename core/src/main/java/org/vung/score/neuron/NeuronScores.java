package org.vung.score.neuron;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The scores of a stack of slices, each the best over thresholds 0, 0.1 … 1 of the probability of a cell.
 *
 * @param rand V_rand after thinning, 0 … 1; the larger the better
 * @param information V_info after thinning, 0 … 1; the larger the better
 * @param pixelError least share of pixels on the wrong side, 0 … 1
 */
public record NeuronScores(double rand, double information, double pixelError) {

    /**
     * Joins slices. For V_rand the pairs of all slices are summed before precision, recall and F are formed; V_info and the pixel
     * error are means over the slices. Slices without a cell in the truth do not count for V_rand and V_info.
     *
     * @param slices at least one; one may be there more than once
     * @return the scores; NaN where the truth of no slice has a cell
     */
    public static NeuronScores of(List<Slice> slices) {
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("slices must be at least 1, got 0");
        }
        return new NeuronScores(
                largest(threshold -> rand(slices, threshold)),
                largest(threshold -> slices.stream()
                        .mapToDouble(slice -> slice.entropies(threshold).score())
                        .filter(score -> !Double.isNaN(score))
                        .average()
                        .orElse(Double.NaN)),
                -largest(threshold -> -slices.stream()
                        .mapToDouble(slice -> slice.pixelError(threshold))
                        .average()
                        .orElse(Double.NaN)));
    }

    private static double largest(IntToDoubleFunction score) {
        return IntStream.range(0, Slice.THRESHOLDS.size())
                .mapToDouble(score)
                .filter(each -> !Double.isNaN(each))
                .max()
                .orElse(Double.NaN);
    }

    private static double rand(List<Slice> slices, int threshold) {
        double truth = 0;
        double proposal = 0;
        double both = 0;
        for (Slice slice : slices) {
            PairSums sums = slice.pairs(threshold);
            truth += sums.truth();
            proposal += sums.proposal();
            both += sums.both();
        }
        double precision = both / proposal;
        double recall = both / truth;
        return 2 * precision * recall / (precision + recall);
    }
}
