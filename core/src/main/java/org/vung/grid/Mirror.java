package org.vung.grid;

/** A line continued beyond its ends by its mirror image, the end pixels not repeated: c b | a b c d | c b. */
public final class Mirror {

    private Mirror() {}

    /**
     * Folds a place back into the line, as often as it takes.
     *
     * @param place any
     * @param length of the line, at least 1
     * @return 0 … length − 1
     */
    public static int fold(int place, int length) {
        if (place >= 0 && place < length) {
            return place;
        }
        int turn = Math.max(1, 2 * (length - 1));
        int within = Math.floorMod(place, turn);
        return length == 1 ? 0 : Math.min(within, turn - within);
    }
}
