package org.vung.tile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vung.Instance;
import org.vung.mask.RunLengths;

/**
 * All that windows show of one object.
 *
 * @param pieces at least one
 */
record Sighting(List<Piece> pieces) {

    /** Whether no window shows it whole, and more than one a part. */
    boolean isJoined() {
        return pieces.size() > 1 && pieces.stream().allMatch(Piece::isCut);
    }

    /** The object, as sure as the surest window is: as the window with most around it shows it, or else all its parts together. */
    Instance object() {
        float score = (float) pieces.stream()
                .mapToDouble(piece -> piece.object().score())
                .max()
                .orElseThrow();
        return isJoined() ? union(score) : scored(best().object(), score);
    }

    private Piece best() {
        return pieces.stream()
                .filter(piece -> pieces.size() == 1 || !piece.isCut())
                .max(Comparator.comparing(Piece::surroundings)) // of equal ones the first
                .orElseThrow();
    }

    private static Instance scored(Instance object, float score) {
        return new Instance(
                object.category(),
                score,
                object.row(),
                object.column(),
                object.height(),
                object.width(),
                object.mask());
    }

    private Instance union(float score) {
        float top = Float.MAX_VALUE;
        float left = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        for (Piece piece : pieces) {
            Instance part = piece.object();
            top = Math.min(top, part.row());
            left = Math.min(left, part.column());
            bottom = Math.max(bottom, part.row() + part.height());
            right = Math.max(right, part.column() + part.width());
        }
        int category = pieces.get(0).object().category();
        return new Instance(category, score, top, left, bottom - top, right - left, masks());
    }

    private Optional<RunLengths> masks() {
        return pieces.stream().flatMap(piece -> piece.object().mask().stream()).reduce(RunLengths::or);
    }
}
