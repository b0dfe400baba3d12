package org.vung.classic.kmeans;

import org.vung.cluster.Clusters;
import org.vung.cluster.PointTree;
import org.vung.cluster.Restarts;
import org.vung.cluster.Stop;

/**
 * The number of clusters after which more of them help least: with W(k) the inertia and d the dimensions, DIFF(k) = (k − 1)
 * ^(2/d) W(k − 1) − k^(2/d) W(k), and the k from 2 to {@value #MOST} of greatest |DIFF(k) / DIFF(k + 1)| is taken.
 *
 * <p>W. Krzanowski, Y. Lai: A Criterion for Determining the Number of Groups in a Data Set Using Sum-of-Squares Clustering.
 * Biometrics 44(1), 1988.
 *
 * <p>Differs from the paper: W(k) is measured over the mean colours of a few thousand cells, plus the scatter inside them.
 */
final class KrzanowskiLai {

    private static final int MOST = 10;
    private static final int CELLS = 2048;
    private static final Stop STOP = new Stop(300, 0);

    /** Inertia of k clusters, 1 … MOST + 1, at the index k. */
    private final double[] inertia;

    private final int dimensions;

    private KrzanowskiLai(double[] inertia, int dimensions) {
        this.inertia = inertia;
        this.dimensions = dimensions;
    }

    static KrzanowskiLai over(PointTree tree, int restarts, long seed) {
        PointTree cells = PointTree.of(tree.cells(CELLS));
        double inside = tree.squares() - cells.squares();
        double[] inertia = new double[MOST + 2];
        for (int k = 1; k < inertia.length; k++) {
            Clusters found = Restarts.best(cells, k, restarts, seed, STOP);
            inertia[k] = found.count() < k ? 0 : found.inertia() + inside;
        }
        return new KrzanowskiLai(inertia, tree.points().dimensions());
    }

    /** 1 for an image of one colour. */
    int best() {
        int best = 1;
        double most = 0;
        for (int k = 2; k <= MOST; k++) {
            if (score(k) > most) {
                most = score(k);
                best = k;
            }
        }
        return best;
    }

    /** Rows of k, inertia, score. */
    double[][] rows() {
        double[][] rows = new double[MOST - 1][];
        for (int k = 2; k <= MOST; k++) {
            rows[k - 2] = new double[] {k, inertia[k], score(k)};
        }
        return rows;
    }

    private double score(int k) {
        double here = difference(k);
        double next = difference(k + 1);
        if (here == 0) {
            return 0;
        }
        return next == 0 ? Double.MAX_VALUE : Math.abs(here / next);
    }

    private double difference(int k) {
        double power = 2.0 / dimensions;
        return Math.pow(k - 1, power) * inertia[k - 1] - Math.pow(k, power) * inertia[k];
    }
}
