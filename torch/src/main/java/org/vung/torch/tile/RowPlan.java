package org.vung.torch.tile;

import java.util.List;
import org.vung.grid.Mirror;
import org.vung.nets.graph.Tiles;

/** The rows of an image that each row of tiles looks at, from the top down, and those whose answers are whole after it. */
public final class RowPlan {

    private final List<Tiles.Piece> pieces;
    private final int height;
    private final int[] tops;
    private final int[] bottoms;

    /**
     * A plan.
     *
     * @param tiles of the image
     * @param height of the image
     */
    public RowPlan(Tiles tiles, int height) {
        this.pieces = tiles.rows().pieces();
        this.height = height;
        this.tops = new int[pieces.size()];
        this.bottoms = new int[pieces.size()];
        int least = height;
        for (int at = pieces.size() - 1; at >= 0; at--) {
            Tiles.Piece piece = pieces.get(at);
            for (int row = 0; row < piece.length(); row++) {
                int shown = Mirror.fold(piece.from() + row - tiles.rows().before(), height);
                least = Math.min(least, shown);
                bottoms[at] = Math.max(bottoms[at], shown + 1);
            }
            tops[at] = least;
        }
    }

    /**
     * The rows of tiles.
     *
     * @return from the top down
     */
    public List<Tiles.Piece> pieces() {
        return pieces;
    }

    /**
     * The first row of the image that a row of tiles, or one after it, shows.
     *
     * @param at number of the row of tiles
     * @return 0 … height − 1
     */
    public int top(int at) {
        return tops[at];
    }

    /**
     * One past the last row of the image that a row of tiles shows.
     *
     * @param at number of the row of tiles
     * @return 1 … height
     */
    public int bottom(int at) {
        return bottoms[at];
    }

    /**
     * Where the answers end that no later tile adds to.
     *
     * @param at number of the row of tiles
     * @return a row of the image, or its height
     */
    public int end(int at) {
        return at + 1 < pieces.size() ? pieces.get(at + 1).place() : height;
    }

    /**
     * The most rows of the image that are looked at together.
     *
     * @return 1 … height
     */
    public int mostShown() {
        int most = 1;
        for (int at = 0; at < pieces.size(); at++) {
            most = Math.max(most, bottoms[at] - tops[at]);
        }
        return most;
    }

    /**
     * The most rows whose answers become whole together.
     *
     * @return 1 … height
     */
    public int mostEnded() {
        int most = 1;
        for (int at = 0; at < pieces.size(); at++) {
            most = Math.max(most, end(at) - pieces.get(at).place());
        }
        return most;
    }
}
