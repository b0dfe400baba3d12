package org.vung.classic.regionmerging;

import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * Which regions touch, along edges or at corners. Every pair is listed once; its first region is the one that a sweep over
 * the rows finds at a border earlier, which settles ties as NetworkX does.
 */
final class RegionGraph {

    private static final int UNSEEN = 0;

    private final int[] labels;
    private final Size size;
    private final PairSet pairs = new PairSet();
    /** When the sweep found a region at a border, from 1. */
    private final int[] found;

    private int finds;

    private RegionGraph(LabelMap regions) {
        labels = regions.sharedLabels();
        size = regions.size();
        found = new int[regions.count()];
    }

    static RegionGraph of(LabelMap regions) {
        RegionGraph graph = new RegionGraph(regions);
        graph.sweep();
        return graph;
    }

    /** The number of regions. */
    int regions() {
        return found.length;
    }

    /** Pairs that touch: the first region in the upper half, the second in the lower half of every number. */
    long[] pairs() {
        long[] ordered = pairs.toArray();
        for (int at = 0; at < ordered.length; at++) {
            int one = (int) (ordered[at] >>> 32);
            int two = (int) ordered[at];
            ordered[at] = found[one] < found[two] ? ordered[at] : pair(/* one= */ two, /* two= */ one);
        }
        return ordered;
    }

    static long pair(int one, int two) {
        return (long) one << 32 | two;
    }

    private void sweep() {
        int width = size.width();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < width; column++) {
                int pixel = row * width + column;
                boolean rim = row == 0 || row == size.height() - 1 || column == 0 || column == width - 1;
                if (rim || isBorder(pixel, width)) {
                    look(row, column);
                }
            }
        }
    }

    private boolean isBorder(int pixel, int width) {
        int label = labels[pixel];
        return labels[pixel - 1] != label
                || labels[pixel + 1] != label
                || labels[pixel - width] != label
                || labels[pixel + width] != label
                || labels[pixel - width - 1] != label
                || labels[pixel - width + 1] != label
                || labels[pixel + width - 1] != label
                || labels[pixel + width + 1] != label;
    }

    /** Notes the pairs around a pixel, row by row. */
    private void look(int row, int column) {
        int label = labels[size.index(row, column)];
        for (int y = Math.max(0, row - 1); y <= Math.min(size.height() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(size.width() - 1, column + 1); x++) {
                int other = labels[size.index(y, x)];
                if (other != label) {
                    find(label);
                    find(other);
                    pairs.add(pair(Math.min(label, other), Math.max(label, other)));
                }
            }
        }
    }

    private void find(int region) {
        if (found[region] == UNSEEN) {
            found[region] = ++finds;
        }
    }
}
