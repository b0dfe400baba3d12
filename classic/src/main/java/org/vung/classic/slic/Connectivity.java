package org.vung.classic.slic;

import java.util.Arrays;
import org.vung.image.Size;

/**
 * What becomes of patches: the connected parts (4 neighbours) of the clusters.
 *
 * @param enforced whether patches become the regions; if not, the clusters stay as they are
 * @param minFactor patches below this share of the mean area join a patch beside them, at least 0
 * @param maxFactor patches are cut at this multiple of the mean area, at least {@code minFactor} and above 0
 */
public record Connectivity(boolean enforced, double minFactor, double maxFactor) {

    /** Checks both factors. */
    public Connectivity {
        if (!(minFactor >= 0 && minFactor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("min-size must be at least 0, got " + minFactor);
        }
        if (!(maxFactor > 0 && maxFactor >= minFactor && maxFactor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "max-size must be above 0 and at least min-size " + minFactor + ", got " + maxFactor);
        }
    }

    /**
     * Patches below half the mean area are joined, those above three times it are cut.
     *
     * @return the connectivity
     */
    public static Connectivity usual() {
        return new Connectivity(true, 0.5, 3);
    }

    /**
     * Clusters stay as they are, connected or not.
     *
     * @return the connectivity
     */
    public static Connectivity off() {
        return new Connectivity(false, 0.5, 3);
    }

    int[] apply(int[] clusters, Size size, int seeds) {
        if (!enforced) {
            return clusters;
        }
        double meanArea = (double) size.pixels() / seeds;
        int least = (int) (minFactor * meanArea);
        int most = (int) Math.max(1, Math.min(size.pixels(), maxFactor * meanArea));
        return new Patches(clusters, size, most).regions(least);
    }

    /** Finds patches one after the other in raster order, each by a breadth-first search. */
    private static final class Patches {

        private static final int NONE = -1;

        private final int[] clusters;
        private final int[] regions;
        private final int[] queue;
        private final int width;
        private int found;
        private int beside;

        Patches(int[] clusters, Size size, int most) {
            this.clusters = clusters;
            this.width = size.width();
            queue = new int[most];
            regions = new int[clusters.length];
            Arrays.fill(regions, NONE);
        }

        int[] regions(int least) {
            int next = 0;
            for (int pixel = 0; pixel < regions.length; pixel++) {
                if (regions[pixel] != NONE) {
                    continue;
                }
                search(pixel, next);
                if (found >= least) {
                    next++;
                } else {
                    for (int i = 0; i < found; i++) {
                        regions[queue[i]] = beside;
                    }
                }
            }
            return regions;
        }

        /** Gives a patch its region until the queue is full, and remembers the last other region met. */
        private void search(int start, int region) {
            queue[0] = start;
            regions[start] = region;
            found = 1;
            beside = region;
            for (int visited = 0; visited < found && found < queue.length; visited++) {
                int pixel = queue[visited];
                int column = pixel % width;
                if (column + 1 < width) {
                    meet(pixel + 1, start, region);
                }
                if (column > 0) {
                    meet(pixel - 1, start, region);
                }
                if (pixel + width < regions.length) {
                    meet(pixel + width, start, region);
                }
                if (pixel >= width) {
                    meet(pixel - width, start, region);
                }
            }
        }

        private void meet(int pixel, int start, int region) {
            if (found == queue.length) {
                return;
            }
            int there = regions[pixel];
            if (there == NONE) {
                if (clusters[pixel] == clusters[start]) {
                    regions[pixel] = region;
                    queue[found++] = pixel;
                }
            } else if (there != region) {
                beside = there;
            }
        }
    }
}
