package org.vung.nets.window;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows of one length along one axis of an image, evenly spread, each overlapping the next by half or more. The first begins at
 * 0, the last ends with the image; an image shorter than a window has one, which hangs over its end.
 *
 * <p>Source: the sliding window of nnU-Net (Isensee et al. 2021, doi:10.1038/s41592-020-01008-z), step ½.
 *
 * @param window pixels of a window
 * @param starts where windows begin, ascending
 */
public record WindowAxis(int window, List<Integer> starts) {

    private static final double STEP = 0.5;

    /** Copies the list. */
    public WindowAxis {
        starts = List.copyOf(starts);
    }

    /**
     * Spreads windows.
     *
     * @param length of the image, at least 1
     * @param window length of a window, at least 1
     * @return as few as overlap by half
     */
    public static WindowAxis of(int length, int window) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        int way = length - window;
        int steps = way <= 0 ? 0 : (int) Math.ceil(way / Math.max(1, window * STEP));
        for (int step = 1; step <= steps; step++) {
            starts.add((int) Math.round((double) way * step / steps));
        }
        return new WindowAxis(window, starts);
    }
}
