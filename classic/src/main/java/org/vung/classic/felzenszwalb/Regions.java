package org.vung.classic.felzenszwalb;

import java.util.Arrays;

/**
 * The regions while they grow: disjoint sets that know their area and the cost up to which they join.
 *
 * <p>{@code links} holds the parent of a pixel, or minus the area where the pixel stands for its region: area and parent
 * share one array, so that finding a region touches a single cache line.
 */
final class Regions {

    private final int[] links;
    private final float[] limits;
    private final double bonus;

    /**
     * One region per pixel.
     *
     * @param bonus added to a region's dearest inner edge, after division by its area; k in the paper
     */
    Regions(int pixels, double bonus) {
        this.bonus = bonus;
        links = new int[pixels];
        limits = new float[pixels];
        Arrays.fill(links, -1);
        Arrays.fill(limits, (float) bonus);
    }

    /** The pixel that stands for the region of a pixel. */
    int find(int pixel) {
        int at = pixel;
        int parent = links[at];
        while (parent >= 0) {
            int grandparent = links[parent];
            if (grandparent < 0) {
                return parent;
            }
            links[at] = grandparent;
            at = grandparent;
            parent = links[at];
        }
        return at;
    }

    /** The parent of a pixel, or the pixel itself where it stands for its region. */
    int up(int pixel) {
        int parent = links[pixel];
        return parent < 0 ? pixel : parent;
    }

    /** The parent of a pixel's parent, which becomes the pixel's parent. */
    int upAndShorten(int pixel, int parent) {
        int grandparent = links[parent];
        if (grandparent < 0) {
            return parent;
        }
        links[pixel] = grandparent;
        return grandparent;
    }

    /** Whether an edge of this cost joins two regions; both must be roots. */
    boolean alike(int first, int second, double cost) {
        return cost < Math.min(limits[first], limits[second]);
    }

    /** Pixels of the region a root stands for. */
    int area(int root) {
        return -links[root];
    }

    /** Joins two different roots into one, which is answered. */
    int join(int first, int second) {
        boolean firstLarger = links[first] <= links[second];
        int root = firstLarger ? first : second;
        int other = firstLarger ? second : first;
        links[root] += links[other];
        links[other] = root;
        return root;
    }

    /** Notes the dearest edge inside a region. */
    void innerCost(int root, double cost) {
        limits[root] = (float) (cost + bonus / area(root));
    }

    /** Numbers the regions 0, 1, 2 … in raster order of their first pixels; ends the growth. */
    int[] labels() {
        int[] labels = new int[links.length];
        Arrays.fill(labels, -1);
        int next = 0;
        for (int pixel = 0; pixel < labels.length; pixel++) {
            int root = find(pixel);
            if (limits[root] >= 0) {
                limits[root] = -1;
                links[root] = -1 - next++;
            }
            labels[pixel] = -1 - links[root];
        }
        return labels;
    }
}
