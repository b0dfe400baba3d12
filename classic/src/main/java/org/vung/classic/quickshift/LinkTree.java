package org.vung.classic.quickshift;

import org.vung.Findings;
import org.vung.Partition;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/** Every pixel's link to its nearest neighbour of higher density. Links lead uphill only, so they form trees. Immutable. */
public final class LinkTree {

    private final Size size;
    private final int[] parents;
    private final double[] lengths;

    LinkTree(Size size, int[] parents, double[] lengths) {
        this.size = size;
        this.parents = parents;
        this.lengths = lengths;
    }

    /**
     * Where links end.
     *
     * @return the index row · width + column of each pixel's parent, its own where the window holds nothing denser; a copy
     */
    public int[] parents() {
        return parents.clone();
    }

    /**
     * How long links are.
     *
     * @return distance in weighted colour and pixels, infinite where the window holds nothing denser; a copy
     */
    public double[] lengths() {
        return lengths.clone();
    }

    /**
     * Cuts links and names what still hangs together.
     *
     * @param distance longer links are cut, at least 0
     * @return regions numbered in the raster order of their densest pixels
     */
    public Partition cut(double distance) {
        int[] roots = roots(distance);
        int[] names = new int[roots.length];
        int regions = 0;
        for (int pixel = 0; pixel < roots.length; pixel++) {
            if (roots[pixel] == pixel) {
                names[pixel] = regions++;
            }
        }
        double total = 0;
        for (int pixel = 0; pixel < roots.length; pixel++) {
            total += roots[pixel] == pixel ? 0 : lengths[pixel];
            roots[pixel] = names[roots[pixel]];
        }
        int links = roots.length - regions;
        Findings findings = Findings.none().with("regions", regions).with("mean_link", links == 0 ? 0 : total / links);
        return new Partition(LabelMap.wrap(size, roots), findings);
    }

    /** The end of each pixel's path uphill; paths met before are not walked again. */
    private int[] roots(double distance) {
        int[] roots = new int[parents.length];
        for (int pixel = 0; pixel < roots.length; pixel++) {
            roots[pixel] = lengths[pixel] > distance ? pixel : parents[pixel];
        }
        for (int pixel = 0; pixel < roots.length; pixel++) {
            int root = pixel;
            while (roots[root] != root) {
                root = roots[root];
            }
            for (int at = pixel; at != root; ) {
                int above = roots[at];
                roots[at] = root;
                at = above;
            }
        }
        return roots;
    }
}
