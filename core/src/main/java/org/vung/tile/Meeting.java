package org.vung.tile;

import java.util.Optional;

/**
 * Two pieces that share pixels in the strip that both their windows see.
 *
 * @param one place of the first among all pieces
 * @param other place of the second, later
 * @param shared pixels of both
 * @param ofOne pixels of the first in the strip
 * @param ofOther pixels of the second in the strip
 */
record Meeting(int one, int other, long shared, long ofOne, long ofOther) {

    /** Nothing where they share no pixel. Boxes are compared where one has no mask. */
    static Optional<Meeting> of(Piece first, int one, Piece second, int other) {
        if (first.mask().isPresent() != second.mask().isPresent()) {
            return of(first.withoutMask(), one, second.withoutMask(), other);
        }
        long shared = first.shared(second);
        return first.view()
                .box()
                .and(second.view().box())
                .filter(strip -> shared > 0)
                .map(strip -> new Meeting(one, other, shared, first.areaWithin(strip), second.areaWithin(strip)));
    }

    /** Intersection over union in the strip, 0 … 1. */
    double agreement() {
        return (double) shared / (ofOne + ofOther - shared);
    }

    /** How much of the strip's part of the one that is covered most by the other, 0 … 1. */
    double cover() {
        return (double) shared / Math.min(ofOne, ofOther);
    }

    /** The same seen from the other side. */
    Meeting turned() {
        return new Meeting(/* one= */ other, /* other= */ one, shared, /* ofOne= */ ofOther, /* ofOther= */ ofOne);
    }
}
