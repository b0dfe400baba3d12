package org.vung.score.neuron;

import org.vung.score.Contingency;

/**
 * How many ordered pairs of pixels, among those of the truth's cells, lie in one cell: the Rand scores are read from them. A pixel
 * pairs with itself, too. One that the proposal gives to no cell is a cell of its own.
 *
 * @param truth pairs the truth joins
 * @param proposal pairs the proposal joins
 * @param both pairs both join
 */
record PairSums(double truth, double proposal, double both) {

    /** From the overlaps of cells: first the truth without its background, second the proposal, where 0 is no cell. */
    static PairSums of(Contingency cells) {
        double alone = cells.secondSum(0); // one pair each, with itself
        double truth = 0;
        for (int label = 0; label < cells.firstCount(); label++) {
            truth += square(cells.firstSum(label));
        }
        double proposal = alone;
        for (int label = 1; label < cells.secondCount(); label++) {
            proposal += square(cells.secondSum(label));
        }
        double both = alone;
        for (int pair = 0; pair < cells.pairs(); pair++) {
            both += cells.second(pair) == 0 ? 0 : square(cells.count(pair));
        }
        return new PairSums(truth, proposal, both);
    }

    private static double square(long count) {
        return (double) count * count;
    }
}
