package org.vung.score.neuron;

import org.vung.score.Contingency;

/**
 * Entropies of cells in nats, over the pixels of the truth's cells; a pixel that the proposal gives to no cell is a cell of its own.
 *
 * @param truth H(A)
 * @param proposal H(B)
 * @param both H(A, B)
 */
record Entropies(double truth, double proposal, double both) {

    /** From the overlaps of cells: first the truth without its background, second the proposal, where 0 is no cell. */
    static Entropies of(Contingency cells) {
        double pixels = cells.pixels();
        if (pixels == 0) {
            return new Entropies(Double.NaN, Double.NaN, Double.NaN);
        }
        double alone = cells.secondSum(0) / pixels * Math.log(pixels);
        double truth = 0;
        for (int label = 0; label < cells.firstCount(); label++) {
            truth += term(cells.firstSum(label), pixels);
        }
        double proposal = alone;
        for (int label = 1; label < cells.secondCount(); label++) {
            proposal += term(cells.secondSum(label), pixels);
        }
        double both = alone;
        for (int pair = 0; pair < cells.pairs(); pair++) {
            both += cells.second(pair) == 0 ? 0 : term(cells.count(pair), pixels);
        }
        return new Entropies(truth, proposal, both);
    }

    private static double term(long count, double pixels) {
        return count == 0 ? 0 : -count / pixels * Math.log(count / pixels);
    }

    /**
     * The harmonic mean of I(A; B) / H(A) and I(A; B) / H(B), as the challenge's program has it: a truth of one cell gives 0, and so
     * does a proposal of one. NaN where the truth has no cell.
     */
    double score() {
        double shared = truth + proposal - both;
        double precision = truth == 0 ? 0 : shared / truth;
        double recall = truth == 0 ? 1 : shared / proposal;
        if (proposal == 0) {
            precision = 1;
            recall = 0;
        }
        return 2 * precision * recall / (precision + recall);
    }
}
