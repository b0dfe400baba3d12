package org.vung.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.image.Size;
import org.vung.label.Box;

/**
 * How a large image is cut: into squares of one size, spread evenly, the first at its upper left corner and the last at its lower
 * right. An image narrower than a window is not cut across that side.
 *
 * @param side of a window in pixels
 * @param overlap pixels that neighbours share at least, 12 … side / 2; as long as the longest object, every object is seen whole
 */
public record Tiling(int side, int overlap) {

    /** Pixels that windows must share, so that an object at the rim of one has more around it in another. */
    public static final int LEAST_OVERLAP = 2 * Piece.RIM;

    /** Windows of 1,024 pixels that share 256. */
    public static final Tiling USUAL = new Tiling(1024, 256);

    /** Checks the overlap. */
    public Tiling {
        if (overlap < LEAST_OVERLAP || overlap > side / 2) {
            throw new IllegalArgumentException(
                    "overlap must be " + LEAST_OVERLAP + " pixels … half a window's side, got " + overlap
                            + " for windows of " + side + "; take windows of " + 2 * Math.max(overlap, LEAST_OVERLAP));
        }
    }

    /**
     * The windows of an image.
     *
     * @param image its size
     * @return row by row; one that covers the image where it is no larger than a window
     */
    public List<Box> windows(Size image) {
        int height = Math.min(side, image.height());
        int width = Math.min(side, image.width());
        List<Box> windows = new ArrayList<>();
        for (int row : starts(image.height())) {
            for (int column : starts(image.width())) {
                windows.add(new Box(row, column, height, width));
            }
        }
        return windows;
    }

    /** Where windows begin along one side of an image. */
    private int[] starts(int length) {
        int rest = Math.max(0, length - side);
        int step = side - overlap;
        int steps = (rest + step - 1) / step;
        return IntStream.rangeClosed(0, steps)
                .map(at -> steps == 0 ? 0 : (int) ((long) rest * at / steps))
                .toArray();
    }
}
