package org.vung.classic.regionmerging;

import org.vung.grid.DisjointSets;

/** Joins pairs by the distances of the over-segmentation, nearest first. */
final class Cut {

    private Cut() {}

    /** The new region of every old one. */
    static int[] join(RegionGraph graph, MeanColours colours, RegionMerging.Options options) {
        MergeQueue queue = new MergeQueue();
        for (long pair : graph.pairs()) {
            int one = (int) (pair >>> 32);
            int two = (int) pair;
            queue.push(colours.distance(one, two), one, two);
        }
        DisjointSets sets = new DisjointSets(graph.regions());
        int left = graph.regions();
        while (queue.pop()
                && (options.regions() > 0 ? left > options.regions() : queue.distance() < options.threshold())) {
            if (sets.find(queue.one()) != sets.find(queue.two())) {
                sets.union(queue.one(), queue.two());
                left--;
            }
        }
        return sets.labels();
    }
}
