package org.vung.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.label.Box;

/**
 * Finds pieces whose boxes overlap, by the squares of the image that they touch instead of by looking at every two.
 */
final class Neighbours {

    private static final int SQUARE = 64;

    private final List<Piece> pieces;
    private final Map<Long, List<Integer>> squares = new HashMap<>();
    private final List<Meeting> meetings = new ArrayList<>();

    private Neighbours(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** Every two pieces of one class and two windows that share pixels, once. */
    static List<Meeting> meetings(List<Piece> pieces) {
        Neighbours neighbours = new Neighbours(pieces);
        for (int piece = 0; piece < pieces.size(); piece++) {
            neighbours.enter(piece);
        }
        return neighbours.meetings;
    }

    private void enter(int piece) {
        Box box = pieces.get(piece).box();
        for (int row = box.row() / SQUARE; row <= (box.bottom() - 1) / SQUARE; row++) {
            for (int column = box.column() / SQUARE; column <= (box.right() - 1) / SQUARE; column++) {
                List<Integer> here = squares.computeIfAbsent(((long) row << 32) | column, empty -> new ArrayList<>());
                for (int earlier : here) {
                    meet(earlier, piece, row, column);
                }
                here.add(piece);
            }
        }
    }

    /** Two pieces meet in many squares; that of the first pixel of both boxes counts. */
    private void meet(int earlier, int later, int row, int column) {
        Piece one = pieces.get(earlier);
        Piece other = pieces.get(later);
        if (one.view().window() != other.view().window()
                && one.object().category() == other.object().category()) {
            one.box()
                    .and(other.box())
                    .filter(both -> both.row() / SQUARE == row && both.column() / SQUARE == column)
                    .flatMap(both -> Meeting.of(one, earlier, other, later))
                    .ifPresent(meetings::add);
        }
    }
}
