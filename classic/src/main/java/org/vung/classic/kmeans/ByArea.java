package org.vung.classic.kmeans;

import java.util.Arrays;
import org.vung.cluster.Clusters;
import org.vung.cluster.PointTree;

/** Clusters numbered by falling weight, ties by the lower centre. */
final class ByArea {

    private ByArea() {}

    static Clusters ordered(Clusters found, PointTree tree) {
        int dimensions = tree.points().dimensions();
        int[] order = new int[found.count()];
        for (int place = 0; place < order.length; place++) {
            int cluster = place;
            int to = place;
            while (to > 0 && before(found, cluster, order[to - 1], dimensions)) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = cluster;
        }
        double[] centres = new double[found.centres().length];
        double[] weights = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(found.centres(), order[place] * dimensions, centres, place * dimensions, dimensions);
            weights[place] = found.weights()[order[place]];
        }
        return new Clusters(centres, weights, found.inertia(), found.iterations(), found.converged());
    }

    private static boolean before(Clusters found, int one, int other, int dimensions) {
        int byWeight = Double.compare(found.weights()[other], found.weights()[one]);
        return byWeight != 0
                ? byWeight < 0
                : Arrays.compare(
                                found.centres(),
                                one * dimensions,
                                (one + 1) * dimensions,
                                found.centres(),
                                other * dimensions,
                                (other + 1) * dimensions)
                        < 0;
    }
}
