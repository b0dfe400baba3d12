package org.vung.classic.mixture;

import java.util.List;
import java.util.stream.IntStream;
import org.vung.cluster.Clusters;
import org.vung.cluster.Lloyd;
import org.vung.cluster.PointTree;
import org.vung.cluster.Points;
import org.vung.cluster.Restarts;
import org.vung.cluster.Stop;

/**
 * Where to climb from: each start gives every point wholly to its cluster of k-means and climbs far over the mean colours of
 * a few thousand cells, where that costs little. The first start is the best k-means found. The others begin at scattered
 * points, and every second of them stops k-means early, for the best k-means often does not lie below the highest peak. The
 * first start, and the highest if that is another, go on over all points.
 */
final class Starts {

    private static final int CELLS = 2048;
    private static final int RESTARTS = 10;
    private static final Stop STOP = new Stop(300, 0);
    private static final Stop EARLY = new Stop(3, 0);
    private static final int ITERATIONS = 60;
    private static final double TOLERANCE = 1e-4;
    /** Heights within this share of each other are of the same peak. */
    private static final double SAME = 1e-5;

    private Starts() {}

    static List<Parameters> finalists(PointTree tree, int components, GaussianMixture.Options options) {
        PointTree cells = PointTree.of(tree.cells(CELLS));
        Climb[] climbs = new Climb[options.starts()];
        double[] heights = new double[climbs.length];
        IntStream.range(0, climbs.length).parallel().forEach(start -> {
            Clusters clusters = start == 0
                    ? Restarts.best(cells, components, RESTARTS, options.seed(), STOP)
                    : Restarts.scattered(cells, components, options.seed() + start, start % 2 == 0 ? EARLY : STOP);
            climbs[start] = Climb.from(hard(cells, clusters, options), cells.points(), options, ITERATIONS, TOLERANCE);
            heights[start] = Moments.of(cells.points(), climbs[start].mixture, options.covariance())
                    .logLikelihood();
        });
        int highest = 0;
        for (int start = 1; start < heights.length; start++) {
            boolean whole = climbs[start].mixture.components == climbs[0].mixture.components;
            boolean higher = heights[start] > heights[highest] + SAME * Math.abs(heights[highest]);
            highest = whole && higher ? start : highest;
        }
        return highest == 0 ? List.of(climbs[0].mixture) : List.of(climbs[0].mixture, climbs[highest].mixture);
    }

    /** The mixture of which every point belongs wholly to its cluster. */
    private static Parameters hard(PointTree tree, Clusters clusters, GaussianMixture.Options options) {
        Points points = tree.points();
        int dimensions = points.dimensions();
        int[] labels = Lloyd.label(tree, clusters.centres());
        double[][] found = new double[clusters.count()][Moments.perComponent(dimensions, options.covariance())];
        for (int point = 0; point < labels.length; point++) {
            add(points, point, labels[point], clusters.centres(), found[labels[point]], options.covariance());
        }
        return new Maximisation(points, options.covariance(), options.regularisation()).of(found, clusters.centres());
    }

    private static void add(
            Points points, int point, int cluster, double[] centres, double[] found, Covariance covariance) {
        int dimensions = points.dimensions();
        double weight = points.sharedWeights()[point];
        found[0] += weight;
        int place = 1 + dimensions;
        for (int row = 0; row < dimensions; row++) {
            double off = weight * (points.sharedAxis(row)[point] - centres[cluster * dimensions + row]);
            found[1 + row] += off;
            for (int column = row - covariance.columns(row) + 1; column <= row; column++) {
                found[place++] += off * (points.sharedAxis(column)[point] - centres[cluster * dimensions + column]);
            }
            if (points.sharedInner().length > 0 && covariance.columns(row) > 0) {
                found[place - 1] += weight * points.sharedInner()[point];
            }
        }
    }
}
