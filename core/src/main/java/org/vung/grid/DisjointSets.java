package org.vung.grid;

import java.util.Arrays;

/** Disjoint sets with path halving; the smaller index is always the root, so roots come in raster order. */
public final class DisjointSets {

    private final int[] parent;

    /**
     * As many sets as elements.
     *
     * @param elements number of elements, at least 0
     */
    public DisjointSets(int elements) {
        parent = new int[elements];
        Arrays.setAll(parent, element -> element);
    }

    /**
     * The representative of an element's set.
     *
     * @param element 0 … elements − 1
     * @return the smallest element of the set
     */
    public int find(int element) {
        int at = element;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /**
     * Joins two sets.
     *
     * @param first an element of one set
     * @param second an element of the other
     * @return the representative of the joined set
     */
    public int union(int first, int second) {
        int a = find(first);
        int b = find(second);
        int root = Math.min(a, b);
        parent[Math.max(a, b)] = root;
        return root;
    }

    /**
     * Numbers the sets 0, 1, 2 … in the order of their smallest elements.
     *
     * @return the set number of every element
     */
    public int[] labels() {
        int[] labels = new int[parent.length];
        int next = 0;
        for (int element = 0; element < parent.length; element++) {
            int root = find(element);
            labels[element] = root == element ? next++ : labels[root];
        }
        return labels;
    }
}
