package org.vung.classic.felzenszwalb;

import java.util.concurrent.RecursiveAction;

/**
 * Introspective sort (Musser 1997) of costs that carry edges along, on every core.
 *
 * <p>It is not stable, and that is its point: quicksort on the median of three, insertion sort up to 16 entries, heap sort
 * when the splits turn out badly, each with the choices of NumPy 1.24's {@code argsort}, so that equal costs end in the
 * very order they have there. Both parts of a split are sorted independently, hence threads do not change the answer.
 */
final class IntroSort extends RecursiveAction {

    private static final long serialVersionUID = 1;
    private static final int INSERTION = 15;
    private static final int ALONE = 1 << 13;
    private static final int BLOCK = 64;

    private final transient long[] costs;
    private final transient int[] edges;
    private final int from;
    private final int last;
    private final int depth;
    private final transient int[] misplacedLeft = new int[BLOCK];
    private final transient int[] misplacedRight = new int[BLOCK];

    private IntroSort(long[] costs, int[] edges, int from, int last, int depth) {
        this.costs = costs;
        this.edges = edges;
        this.from = from;
        this.last = last;
        this.depth = depth;
    }

    /** Sorts by cost (at least 0), rising. */
    static void sort(long[] costs, int[] edges) {
        int depth = costs.length == 0 ? 0 : 2 * (31 - Integer.numberOfLeadingZeros(costs.length));
        new IntroSort(costs, edges, 0, costs.length - 1, depth).invoke();
    }

    @Override
    protected void compute() {
        quick(from, last, depth);
    }

    private void sort(int low, int high, int splitsLeft) {
        if (splitsLeft < 0) {
            HeapSort.sort(costs, edges, low, high - low + 1);
        } else {
            quick(low, high, splitsLeft);
        }
    }

    /** Splits until little is left; only the larger part of a split minds how many splits are left. */
    private void quick(int first, int end, int splitsLeft) {
        int low = first;
        int high = end;
        int left = splitsLeft;
        while (high - low > INSERTION) {
            int middle = split(low, high);
            left--;
            boolean leftSmaller = middle - low < high - middle;
            int largerLow = leftSmaller ? middle + 1 : low;
            int largerHigh = leftSmaller ? high : middle - 1;
            low = leftSmaller ? low : middle + 1;
            high = leftSmaller ? middle - 1 : high;
            if (left >= 0 && high - low >= ALONE) {
                invokeAll(
                        new IntroSort(costs, edges, largerLow, largerHigh, left),
                        new IntroSort(costs, edges, low, high, left));
                return;
            }
            sort(largerLow, largerHigh, left);
        }
        insert(low, high);
    }

    /**
     * Splits at the median of the first, middle and last cost; answers its place.
     *
     * <p>Swaps the very pairs of Hoare's two scans, but finds them a block at a time without a branch that depends on the
     * costs, which a processor could only guess (Edelkamp &amp; Weiß, BlockQuicksort, 2016): the sort takes a quarter less time.
     */
    private int split(int low, int high) {
        int middle = low + ((high - low) >> 1);
        swapIfLess(middle, low);
        swapIfLess(high, middle);
        swapIfLess(middle, low);
        long pivot = costs[middle];
        swap(middle, high - 1);
        int up = low + 1;
        int down = high - 2;
        int left = 0;
        int leftCount = 0;
        int right = 0;
        int rightCount = 0;
        while (down - up >= 2 * BLOCK) {
            if (left == leftCount) {
                left = 0;
                leftCount = findAtLeast(pivot, up);
                up += BLOCK;
            }
            if (right == rightCount) {
                right = 0;
                rightCount = findAtMost(pivot, down);
                down -= BLOCK;
            }
            for (int pairs = Math.min(leftCount - left, rightCount - right); pairs > 0; pairs--) {
                swap(misplacedLeft[left++], misplacedRight[right++]);
            }
        }
        up = left < leftCount ? misplacedLeft[left] : up;
        down = right < rightCount ? misplacedRight[right] : down;
        int place = meet(pivot, up, down);
        swap(place, high - 1);
        return place;
    }

    /** Hoare's split of what is left between two places; answers where the scans from both sides meet. */
    private int meet(long pivot, int from, int to) {
        int up = from - 1;
        int down = to + 1;
        while (true) {
            do {
                up++;
            } while (costs[up] < pivot);
            do {
                down--;
            } while (pivot < costs[down]);
            if (up >= down) {
                return up;
            }
            swap(up, down);
        }
    }

    private int findAtLeast(long pivot, int from) {
        int count = 0;
        for (int at = from; at < from + BLOCK; at++) {
            misplacedLeft[count] = at;
            count += 1 + (int) ((costs[at] - pivot) >> 63);
        }
        return count;
    }

    private int findAtMost(long pivot, int from) {
        int count = 0;
        for (int at = from; at > from - BLOCK; at--) {
            misplacedRight[count] = at;
            count += 1 + (int) ((pivot - costs[at]) >> 63);
        }
        return count;
    }

    private void insert(int low, int high) {
        for (int next = low + 1; next <= high; next++) {
            long cost = costs[next];
            int edge = edges[next];
            int at = next;
            while (at > low && cost < costs[at - 1]) {
                costs[at] = costs[at - 1];
                edges[at] = edges[at - 1];
                at--;
            }
            costs[at] = cost;
            edges[at] = edge;
        }
    }

    private void swapIfLess(int first, int second) {
        if (costs[first] < costs[second]) {
            swap(first, second);
        }
    }

    private void swap(int first, int second) {
        long cost = costs[first];
        costs[first] = costs[second];
        costs[second] = cost;
        int edge = edges[first];
        edges[first] = edges[second];
        edges[second] = edge;
    }
}
