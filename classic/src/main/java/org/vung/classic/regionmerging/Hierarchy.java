package org.vung.classic.regionmerging;

import java.util.Arrays;

/** Joins the nearest pair, measures the joined region's distances anew, and again. */
final class Hierarchy {

    private final MeanColours colours;
    private final MergeQueue queue = new MergeQueue();
    /** What a region was joined to; itself while it stands. */
    private final int[] into;
    /** How often a region has been joined to. */
    private final int[] ages;
    /** The regions that touch a region, possibly named by what they were before they were joined. */
    private final int[][] touching;
    /** The round in which a region was listed as a neighbour last. */
    private final int[] listed;

    private int left;

    Hierarchy(RegionGraph graph, MeanColours colours) {
        this.colours = colours;
        int regions = graph.regions();
        into = new int[regions];
        Arrays.setAll(into, region -> region);
        ages = new int[regions];
        listed = new int[regions];
        left = regions;
        long[] pairs = graph.pairs();
        touching = neighbours(pairs, regions);
        for (long pair : pairs) {
            int one = (int) (pair >>> 32);
            int two = (int) pair;
            queue.push(colours.distance(one, two), one, two);
        }
    }

    private static int[][] neighbours(long[] pairs, int regions) {
        int[] degrees = new int[regions];
        for (long pair : pairs) {
            degrees[(int) (pair >>> 32)]++;
            degrees[(int) pair]++;
        }
        int[][] neighbours = new int[regions][];
        for (int region = 0; region < regions; region++) {
            neighbours[region] = new int[degrees[region]];
        }
        for (long pair : pairs) {
            int one = (int) (pair >>> 32);
            int two = (int) pair;
            neighbours[one][--degrees[one]] = two;
            neighbours[two][--degrees[two]] = one;
        }
        return neighbours;
    }

    /** The new region of every old one. */
    int[] join(RegionMerging.Options options) {
        while ((options.regions() == 0 || left > options.regions()) && queue.pop()) {
            if (options.regions() == 0 && !(queue.distance() < options.threshold())) {
                break;
            }
            boolean current = into[queue.one()] == queue.one()
                    && into[queue.two()] == queue.two()
                    && ages[queue.one()] == queue.oneAge()
                    && ages[queue.two()] == queue.twoAge();
            if (current) {
                join(queue.one(), queue.two());
            }
        }
        return names();
    }

    private void join(int gone, int stays) {
        into[gone] = stays;
        ages[stays]++;
        colours.add(gone, stays);
        int round = into.length - --left;
        int[] around = new int[touching[gone].length + touching[stays].length];
        int count = list(touching[gone], stays, round, around, 0);
        count = list(touching[stays], stays, round, around, count);
        touching[gone] = new int[0];
        touching[stays] = Arrays.copyOf(around, count);
        for (int neighbour : touching[stays]) {
            queue.push(colours.distance(stays, neighbour), stays, neighbour, ages[stays], ages[neighbour]);
        }
    }

    private int list(int[] regions, int stays, int round, int[] around, int from) {
        int count = from;
        for (int region : regions) {
            int neighbour = find(region);
            if (neighbour != stays && listed[neighbour] != round) {
                listed[neighbour] = round;
                around[count++] = neighbour;
            }
        }
        return count;
    }

    private int find(int region) {
        int at = region;
        while (into[at] != at) {
            into[at] = into[into[at]];
            at = into[at];
        }
        return at;
    }

    /** Numbers the regions that stand in the order of the smallest old region in each. */
    private int[] names() {
        int[] names = new int[into.length];
        Arrays.fill(names, -1);
        int[] answer = new int[into.length];
        int next = 0;
        for (int region = 0; region < into.length; region++) {
            int stands = find(region);
            names[stands] = names[stands] < 0 ? next++ : names[stands];
            answer[region] = names[stands];
        }
        return answer;
    }
}
