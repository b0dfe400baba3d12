package org.vung.cluster;

import java.util.Arrays;

/** A cut through a {@link PointTree}: nodes that together hold every point once. */
final class Cells {

    private static final int SHIFT = 48;

    private Cells() {}

    /**
     * Splits the nodes of largest scatter. A child never scatters more than its parent, so all nodes above a limit form
     * the top of the tree, and a binary tree has one more cell than nodes split.
     */
    static int[] cut(PointTree tree, int most) {
        double limit = limit(tree, most);
        int[] cells = new int[Math.min(most, tree.nodes())];
        int count = 0;
        for (int node = 0; node < tree.nodes(); ) {
            if (tree.right(node) != 0 && tree.scatter(node) > limit) {
                node++;
            } else {
                cells[count++] = node;
                node = after(tree, node);
            }
        }
        return Arrays.copyOf(cells, count);
    }

    private static double limit(PointTree tree, int most) {
        int[] histogram = new int[1 << (64 - SHIFT)];
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.right(node) != 0) {
                histogram[(int) (Double.doubleToRawLongBits(tree.scatter(node)) >>> SHIFT)]++;
            }
        }
        int above = 0;
        int bucket = histogram.length - 1;
        while (bucket > 0 && above + histogram[bucket] < most) {
            above += histogram[bucket--];
        }
        return bucket == 0 ? 0 : Double.longBitsToDouble(((long) bucket + 1) << SHIFT);
    }

    /** The next node in order that is not below this one. */
    private static int after(PointTree tree, int node) {
        int last = node;
        while (tree.right(last) != 0) {
            last = tree.right(last);
        }
        return last + 1;
    }
}
