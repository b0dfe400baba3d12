package org.vung.classic.watershed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vung.image.Size;

/** Keeps markers apart, with the markers that stayed sorted into square cells as wide as the distance. */
final class Spacing {

    private static final int NONE = -1;

    private final int[] islands;
    private final int width;
    private final int distance;
    private final int cellColumns;
    private final int cellRows;
    /** The marker pixel that came last into a cell, and after every marker the one before it in its cell. */
    private final int[] newest;

    private int[] before = new int[0];
    private int[] firsts = new int[0];

    Spacing(int[] islands, Size size, int distance) {
        this.islands = islands;
        this.width = size.width();
        this.distance = distance;
        this.cellColumns = (size.width() - 1) / distance + 1;
        this.cellRows = (size.height() - 1) / distance + 1;
        this.newest = new int[cellRows * cellColumns];
    }

    int[] thin(int[] markers, double[] relief) {
        firsts = firstPixels(markers);
        before = new int[firsts.length];
        Arrays.fill(newest, NONE);
        boolean[] stays = new boolean[firsts.length];
        int[] rising = IntStream.range(1, firsts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(marker -> relief[firsts[marker]]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int marker : rising) {
            stays[marker] = isFree(firsts[marker]);
            if (stays[marker]) {
                int cell = firsts[marker] / width / distance * cellColumns + firsts[marker] % width / distance;
                before[marker] = newest[cell];
                newest[cell] = marker;
            }
        }
        int[] thinned = new int[markers.length];
        Arrays.setAll(thinned, pixel -> stays[markers[pixel]] ? markers[pixel] : 0);
        return thinned;
    }

    /** The first pixel of every marker, by its number. */
    private static int[] firstPixels(int[] markers) {
        int[] firsts = new int[Arrays.stream(markers).max().orElse(0) + 1];
        Arrays.fill(firsts, NONE);
        for (int pixel = 0; pixel < markers.length; pixel++) {
            if (firsts[markers[pixel]] == NONE) {
                firsts[markers[pixel]] = pixel;
            }
        }
        return firsts;
    }

    private boolean isFree(int pixel) {
        int row = pixel / width / distance;
        int column = pixel % width / distance;
        for (int y = Math.max(0, row - 1); y <= Math.min(cellRows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(cellColumns - 1, column + 1); x++) {
                for (int marker = newest[y * cellColumns + x]; marker != NONE; marker = before[marker]) {
                    if (isClose(pixel, firsts[marker])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean isClose(int pixel, int other) {
        return islands[pixel] == islands[other]
                && Math.abs(pixel / width - other / width) < distance
                && Math.abs(pixel % width - other % width) < distance;
    }
}
