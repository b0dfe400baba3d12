package org.vung.measure.share;

import java.util.List;
import org.vung.label.Box;

/**
 * How much every label covers of one cell of an image.
 *
 * @param cell its pixels
 * @param shares of the labels that occur in it, in their order; they add up to 1
 */
public record CellShares(Box cell, List<Share> shares) {

    /** Copies the shares. */
    public CellShares {
        shares = List.copyOf(shares);
    }

    /**
     * The share of a label.
     *
     * @param label any
     * @return 0 … 1, 0 where it does not occur
     */
    public double of(int label) {
        return shares.stream()
                .filter(share -> share.label() == label)
                .mapToDouble(Share::share)
                .sum();
    }
}
