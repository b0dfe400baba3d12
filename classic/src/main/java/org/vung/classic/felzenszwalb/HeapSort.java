package org.vung.classic.felzenszwalb;

/** Sorts a stretch of costs and the edges they carry by a binary heap, in place; the rescue of {@link IntroSort}. */
final class HeapSort {

    private final long[] costs;
    private final int[] edges;
    private final int start;

    private HeapSort(long[] costs, int[] edges, int start) {
        this.costs = costs;
        this.edges = edges;
        this.start = start;
    }

    /** Sorts {@code count} costs from {@code start} on, rising. */
    static void sort(long[] costs, int[] edges, int start, int count) {
        HeapSort heap = new HeapSort(costs, edges, start);
        for (int node = count / 2 - 1; node >= 0; node--) {
            heap.sink(costs[start + node], edges[start + node], node, count);
        }
        for (int end = count - 1; end > 0; end--) {
            long cost = costs[start + end];
            int edge = edges[start + end];
            heap.move(0, end);
            heap.sink(cost, edge, 0, end);
        }
    }

    /** Lets an entry sink from an empty node to its place in a heap of {@code count} nodes. */
    private void sink(long cost, int edge, int node, int count) {
        int at = node;
        for (int child = 2 * at + 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && costs[start + child] < costs[start + child + 1]) {
                child++;
            }
            if (cost >= costs[start + child]) {
                break;
            }
            move(child, at);
            at = child;
        }
        costs[start + at] = cost;
        edges[start + at] = edge;
    }

    private void move(int node, int to) {
        costs[start + to] = costs[start + node];
        edges[start + to] = edges[start + node];
    }
}
